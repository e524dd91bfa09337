"""Runs leave as files and come back by one box; the voices in which they do speak in any thread."""

import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.ui import bundles, state, voices
from rnn_core.export import Exported, bundle_of, read_bundle
from rnn_core.store import Query, RunStore
from rnn_core.words import Amount, Percent, Sentence
from tests.export.bundle_runs import ENGLISH, a_series, a_spec, exported, honest_run


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunStore]:
    """A database of runs that is gone after the test."""
    st.cache_resource.clear()
    store = RunStore("sqlite://")
    monkeypatch.setattr(bundles, "store", lambda: store)
    monkeypatch.setattr(state, "owner", lambda: "me")
    yield store
    store.close()
    st.cache_resource.clear()


def giving_out() -> None:
    from pages.ui import bundles
    from tests.pages.test_bundles import runs

    bundles.download(runs(), key="files")


def taking_in() -> None:
    from pages.ui import bundles

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
    monkeypatch.setattr(bundles, "MOST_RUNS", 1)
    page = AppTest.from_function(giving_out, default_timeout=30).run()
    assert "at most 1 runs" in page.info[0].value
    assert buttons == {}


def test_a_bundle_comes_in_once_and_says_so(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    content = bundle_of(runs(), [ENGLISH])
    page.file_uploader[0].upload("mine.zip", content, "application/zip").run()
    assert not page.exception
    assert "My run, GRU, Mein Depot / 2021" in page.success[0].value
    lines = kept.find(Query("me")).lines
    assert {(line.spec.cell, line.title, line.note) for line in lines} == {
        ("LSTM", "My run", "A note\nof two lines"),
        ("GRU", "", ""),
    }
    kept.delete([line.name for line in lines], "me")
    page.run()
    assert page.success[0].value
    assert kept.find(Query("me")).count == 0


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
        assert stored.run.key == stored.line.spec.key(stored.series)


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
