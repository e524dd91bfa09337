"""Runs leave as files and come back by one box; the voices in which they do speak in any thread."""

import io
import threading
import tomllib
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.ui import state, voices
from pages.ui.runs import bundles
from rnn_core.errors import StoreError
from rnn_core.export import MOST_MB, Exported, bundle, bundle_of, read_bundle
from rnn_core.export.manifest import LIMITS
from rnn_core.series import load_source, parse_source
from rnn_core.store import Query, RunStore, run_store
from rnn_core.words import Amount, Percent, Sentence
from tests.export.bundle_runs import ENGLISH, a_series, a_spec, exported, honest_run


class Forgetful:
    """An engine that is told what to forget."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    def forget(self, names: Collection[str]) -> None:
        self.forgotten += names


@pytest.fixture
def forgetful() -> Forgetful:
    return Forgetful()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, forgetful: Forgetful) -> Iterator[RunStore]:
    """A database of runs that is gone after the test."""
    store = RunStore("sqlite://")
    monkeypatch.setattr(bundles, "store", lambda: store)
    monkeypatch.setattr(bundles, "engine", lambda: forgetful)
    monkeypatch.setattr(state, "owner", lambda: "me")
    yield store
    store.close()


def giving_out() -> None:
    from pages.ui.runs import bundles
    from tests.pages.test_bundles import runs

    bundles.download(runs(), key="files")


def taking_in() -> None:
    from pages.ui.runs import bundles

    bundles.take_in()


def runs() -> list[Exported]:
    series = a_series(name="Mein Depot / 2021")
    other = honest_run(a_spec(cell="GRU"), series)
    return [exported(), Exported(other, series)]


@pytest.fixture
def buttons(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """What the buttons were given, by their keys."""
    found: dict[str, dict[str, Any]] = {}
    monkeypatch.setattr(
        st, "download_button", lambda label, **given: found.update({given["key"]: {"label": label, **given}})
    )
    return found


def test_buttons_give_out_what_they_say(buttons: dict[str, dict[str, Any]]) -> None:
    page = AppTest.from_function(giving_out, default_timeout=30).run()
    assert not page.exception
    endings = {key.removeprefix("files_") for key in buttons}
    assert endings == {"zip", "report", "py", "ipynb", "csv", "keras"}
    assert all(one["on_click"] == "ignore" and callable(one["data"]) for one in buttons.values())
    made = {key: in_a_thread(one["data"]) for key, one in buttons.items()}
    assert [one.title for one in read_bundle(made["files_zip"])] == ["My run", ""]
    assert made["files_report"].startswith(b"<!DOCTYPE html>")
    compile(made["files_py"], "script.py", "exec")
    assert zipfile.ZipFile(io.BytesIO(made["files_keras"])).namelist()


def in_a_thread(make: Callable[[], bytes]) -> bytes:
    """As Streamlit makes a file: in a thread that has no session."""
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(make()))
    thread.start()
    thread.join()
    return found[0]


def test_files_have_names_that_every_system_takes(buttons: dict[str, dict[str, Any]]) -> None:
    AppTest.from_function(giving_out, default_timeout=30).run()
    names = {key.removeprefix("files_"): one["file_name"] for key, one in buttons.items()}
    assert (names["zip"], names["report"]) == ("rnn-lab-demo.zip", "rnn-lab-demo.html")
    assert (names["py"], names["csv"]) == ("rnn-lab-1-LSTM-seed-1.py", "data.csv")
    assert bundles._file_name(runs()[1:]) == "rnn-lab-mein-depot-2021"
    assert bundles._file_name([Exported(exported().run, a_series(name="数据"))]) == "rnn-lab-runs"


def test_single_files_are_those_of_the_chosen_run(buttons: dict[str, dict[str, Any]]) -> None:
    page = AppTest.from_function(giving_out, default_timeout=30).run()
    assert page.selectbox[0].options == ["1. LSTM", "2. GRU"]
    page.selectbox[0].select_index(1).run()
    assert buttons["files_py"]["file_name"] == "rnn-lab-2-GRU-seed-1.py"


def test_too_many_runs_are_told_before(monkeypatch: pytest.MonkeyPatch, buttons: dict[str, dict[str, Any]]) -> None:
    monkeypatch.setattr(bundle, "MOST_RUNS", 1)
    page = AppTest.from_function(giving_out, default_timeout=30).run()
    assert "holds 1 to 1 runs" in page.info[0].value
    assert buttons == {}


def test_runs_that_are_too_large_are_told_before(
    monkeypatch: pytest.MonkeyPatch, buttons: dict[str, dict[str, Any]]
) -> None:
    monkeypatch.setattr(bundle, "LIMITS", replace(LIMITS, size=1))
    page = AppTest.from_function(giving_out, default_timeout=30).run()
    assert "these runs would take about 3. Choose fewer." in page.info[0].value
    assert buttons == {}


def test_the_server_takes_as_much_as_a_bundle_may_have() -> None:
    config = tomllib.loads(Path(".streamlit/config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == MOST_MB


def test_a_bundle_comes_in_once_and_says_so(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    content = bundle_of(runs(), [ENGLISH])
    page.file_uploader[0].upload("mine.zip", content, "application/zip").run()
    assert not page.exception
    assert "\n- My run\n- GRU · 4 units · window 5 (Mein Depot / 2021)" in page.success[0].value
    lines = kept.find(Query("me")).lines
    assert {(line.spec.cell, line.title, line.note) for line in lines} == {
        ("LSTM", "My run", "A note\nof two lines"),
        ("GRU", "", ""),
    }
    kept.delete([line.name for line in lines], "me")
    page.run()
    assert page.success[0].value
    assert kept.find(Query("me")).count == 0


def test_runs_that_are_there_already_stay_as_they_are(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    content = bundle_of(runs(), [ENGLISH])
    page.file_uploader[0].upload("mine.zip", content, "application/zip").run()
    before = kept.find(Query("me")).lines
    kept.delete([before[0].name], "me")
    page.file_uploader[0].upload("again.zip", content, "application/zip").run()
    assert not page.exception
    assert "1 were in the list already" in page.info[0].value
    assert page.success[0].value.count("\n- ") == 1
    assert before[1] in kept.find(Query("me")).lines
    assert kept.find(Query("me")).count == 2


def test_a_bundle_comes_in_whole_or_not_at_all(kept: RunStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, seen = run_store.finish_run, []

    def full_at_the_second(*given: Any) -> None:
        seen.append(given)
        if len(seen) > 1:
            raise StoreError("full", "The disk is full.")
        whole(*given)

    monkeypatch.setattr(run_store, "finish_run", full_at_the_second)
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", bundle_of(runs(), [ENGLISH]), "application/zip").run()
    assert not page.exception
    assert page.error[0].value == "The disk is full."
    assert kept.find(Query("me")).count == 0


def test_what_the_engine_still_knows_of_a_run_is_forgotten(kept: RunStore, forgetful: Forgetful) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", bundle_of(runs(), [ENGLISH]), "application/zip").run()
    assert set(forgetful.forgotten) == {line.name for line in kept.find(Query("me")).lines}


@pytest.mark.usefixtures("kept")
def test_runs_are_called_in_the_visitors_language(monkeypatch: pytest.MonkeyPatch) -> None:
    sunspots = load_source(parse_source("builtin:sunspots"))
    content = bundle_of([Exported(honest_run(a_spec(), sunspots), sunspots)], [ENGLISH])
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", content, "application/zip").run()
    assert "(Sunspots, yearly)" in page.success[0].value
    monkeypatch.setattr(state, "language", lambda: "zh")
    assert "Sunspots" not in page.run().success[0].value


def test_what_is_no_bundle_is_refused_in_a_sentence(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", b"PK\x03\x04 nothing", "application/zip").run()
    assert not page.exception
    assert "This file is no bundle of RNN Lab." in page.error[0].value
    assert kept.find(Query("me")).count == 0


def test_a_run_that_came_in_can_be_opened(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", bundle_of(runs(), [ENGLISH]), "application/zip").run()
    for line in kept.find(Query("me")).lines:
        stored = kept.load(line.name)
        assert stored is not None
        assert stored.run is not None
        assert stored.run.key == stored.line.spec.key(stored.data)


def test_voices_speak_without_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "language", lambda: pytest.fail("Who is visiting must not be asked."))
    english, chinese = voices.voice("en"), voices.voice("zh")
    assert (english.say("naive line"), chinese.say("naive line")) == ("naive line", "朴素基线")
    said = Sentence(
        "x", "{a} {b} {c} {d}", {"a": Amount(5.2765, "USD"), "b": Percent(0.5), "c": 1200, "d": date(2021, 10, 11)}
    )
    assert english.tell(said) == "5.28\N{NO-BREAK SPACE}USD 50% 1,200 Oct 11, 2021"
    assert chinese.tell(said).endswith("2021年10月11日")
    assert (english.number(0.5), english.day(date(2021, 10, 11))) == ("0.500", "Oct 11, 2021")
    assert english.tell(Sentence("x", "{name}", {"name": "a_*b*"})) == "a_*b*"


@pytest.mark.parametrize("own", sorted(state.LANGUAGES))
def test_the_visitors_language_comes_first(own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "language", lambda: own)
    assert voices.both()[0].code == own
    assert {one.code for one in voices.both()} == set(state.LANGUAGES)
