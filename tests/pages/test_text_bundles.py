"""Runs with text leave as files beside forecasts, and come back by the same box."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.ui import state
from pages.ui.runs import bundles
from rnn_core.export import Exported, bundle_of, read_bundle
from rnn_core.store import Query, RunStore
from tests.export.bundle_runs import ENGLISH, exported
from tests.export.text.text_runs import KINDS, text_run
from tests.pages.test_bundles import Forgetful, in_a_thread, taking_in


def with_network(kind: str) -> Exported:
    return replace(text_run(kind), run=replace(text_run(kind).run, model_file=b"PK"))


def giving_out(kinds: list[str]) -> None:
    from pages.ui.runs import bundles
    from tests.export.bundle_runs import exported
    from tests.pages.test_text_bundles import with_network

    bundles.download([exported() if kind == "forecast" else with_network(kind) for kind in kinds], key="files")


@pytest.fixture
def buttons(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """What the buttons were given, by their keys."""
    found: dict[str, dict[str, Any]] = {}
    monkeypatch.setattr(
        st, "download_button", lambda label, **given: found.update({given["key"]: {"label": label, **given}})
    )
    return found


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunStore]:
    """A database of runs that is gone after the test."""
    store = RunStore("sqlite://")
    monkeypatch.setattr(bundles, "store", lambda: store)
    monkeypatch.setattr(bundles, "engine", Forgetful)
    monkeypatch.setattr(state, "owner", lambda: "me")
    yield store
    store.close()


FILES = {
    "write": {"script.py", "vocabulary.json", "text.txt", "model.keras"},
    "sentiment": {"script.py", "vocabulary.json", "texts.csv", "model.keras"},
    "rewrite": {"script.py", "signs.json", "model.keras"},
}
NAMES = {"write": "rnn-lab-a-small-text.zip", "sentiment": "rnn-lab-made-up.zip", "rewrite": "rnn-lab-rewrite.zip"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_is_given_out_whole_and_by_files(kind: str, buttons: dict[str, dict[str, Any]]) -> None:
    page = AppTest.from_function(giving_out, default_timeout=30, args=([kind],)).run()
    assert not page.exception
    whole = buttons.pop("files_zip")
    assert whole["file_name"] == NAMES[kind]
    assert "report" not in whole["help"]
    assert {one["file_name"] for one in buttons.values()} == FILES[kind]
    made = {one["file_name"]: in_a_thread(one["data"]) for one in buttons.values()}
    compile(made["script.py"], "script.py", "exec")
    assert made["model.keras"] == b"PK"
    if kind == "write":
        assert made["text.txt"].decode() == text_run(kind).data.text
    assert b"script.py" in in_a_thread(whole["data"])


def test_without_a_network_there_is_no_script(buttons: dict[str, dict[str, Any]]) -> None:
    def page() -> None:
        from pages.ui.runs import bundles
        from tests.export.text.text_runs import text_run

        bundles.download([text_run("write")], key="files")

    assert not AppTest.from_function(page, default_timeout=30).run().exception
    assert set(buttons) == {"files_zip", "files_json", "files_txt"}


def test_kinds_may_be_given_out_together(buttons: dict[str, dict[str, Any]]) -> None:
    page = AppTest.from_function(giving_out, default_timeout=30, args=(["write", "forecast", "sentiment"],)).run()
    assert not page.exception
    assert page.selectbox[0].options == ["1. GRU · 6 units · 2 epochs", "2. LSTM", "3. LSTM · 3 units · 4 epochs"]
    assert in_a_thread(buttons["files_report"]["data"]).startswith(b"<!DOCTYPE html>")
    page.selectbox[0].select_index(1).run()
    assert buttons["files_csv"]["file_name"] == "data.csv"


def test_runs_of_all_kinds_come_in_and_are_named(kept: RunStore) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    runs = [exported(), *(replace(text_run(kind), title="") for kind in KINDS)]
    page.file_uploader[0].upload("mine.zip", bundle_of(runs, [ENGLISH]), "application/zip").run()
    assert not page.exception
    assert page.success[0].value.splitlines()[2:] == [
        "- My run",
        "- GRU · 6 units · 2 epochs (a small text)",
        "- LSTM · 3 units · 4 epochs (Made up)",
        "- GRU with attention · 3 units · 4 epochs (Add two numbers)",
    ]
    for kind in KINDS:
        (line,) = kept.find(Query("me", kinds=(kind,))).lines
        stored = kept.load(line.name)
        assert stored is not None
        assert (stored.run.key, stored.data) == (text_run(kind).run.key, text_run(kind).data)


@pytest.mark.usefixtures("kept")
def test_runs_with_text_are_called_in_the_visitors_language(monkeypatch: pytest.MonkeyPatch) -> None:
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    one = replace(text_run("rewrite"), title="")
    page.file_uploader[0].upload("mine.zip", bundle_of([one], [ENGLISH]), "application/zip").run()
    assert "Add two numbers" in page.success[0].value
    monkeypatch.setattr(state, "language", lambda: "zh")
    assert "两数相加" in page.run().success[0].value


def test_a_run_that_is_there_already_stays_as_it_is(kept: RunStore) -> None:
    one = text_run("write")
    name = kept.save(one.run, one.data, "me", title="Mine")
    page = AppTest.from_function(taking_in, default_timeout=30).run()
    page.file_uploader[0].upload("mine.zip", bundle_of([one], [ENGLISH]), "application/zip").run()
    assert "1 were in the list already" in page.info[0].value
    line = kept.line(name)
    assert line is not None
    assert line.title == "Mine"


def test_what_was_kept_makes_the_same_bundle_again(kept: RunStore) -> None:
    content = bundle_of([text_run(kind) for kind in KINDS], [ENGLISH])
    again = []
    for one in read_bundle(content):
        stored = kept.load(kept.save(one.run, one.data, "me", title=one.title, note=one.note))
        assert stored is not None
        again.append(Exported(stored.run, stored.data, stored.line.title, stored.line.note))
    assert bundle_of(again, [ENGLISH]) == content
