"""From Train to a page: an answer that is there is shown in the same run, and nobody waits for the workers."""

import gc
import threading
from unittest import mock

import pytest

import rnn_core.engine
from pages.ui import trainings
from rnn_core.engine import Engine, State, supervisor
from tests.engine.conftest import NoProgram
from tests.engine.fake_link import ThreadLink
from tests.pages.test_owners import WALK, press_train
from tests.pages.test_pages import PAGES, job, texts


@pytest.fixture
def runs_of_the_page(monkeypatch):
    """How often the visitor's choices were looked at: once in each run of the Train page."""
    seen = mock.Mock(side_effect=trainings.data.introduce)
    monkeypatch.setattr(trainings.data, "introduce", seen)
    return seen


def test_what_was_trained_before_is_shown_in_the_very_run_that_asks(visit, fake_engine, runs_of_the_page):
    app = visit("train", **WALK)
    for cell in ("LSTM", "GRU"):
        fake_engine.finish(job(cell), owner=app.session_state["owner"])
    runs_of_the_page.reset_mock()
    press_train(app)
    assert runs_of_the_page.call_count == 1
    assert [str(status.state) for status in fake_engine.statuses.values()] == [State.FINISHED] * 2
    assert app.table[0].value.loc["GRU", "RMSE"] == "1.00"
    assert "Press Train" not in texts(app)
    assert [toast.value for toast in app.toast] == ["This had been trained before, so the result is here at once."]
    # The address names them, so that a refresh shows the same.
    assert app.query_params["run"].split(",") == list(fake_engine.statuses)


def test_what_has_to_be_trained_is_said_in_the_same_run_in_the_sidebar_too(visit, fake_engine, runs_of_the_page):
    app = visit("train", **WALK)
    runs_of_the_page.reset_mock()
    press_train(app)
    assert runs_of_the_page.call_count == 1
    assert [button.key for button in app.sidebar.button if button.key == "stop_all"] == ["stop_all"]
    assert len(fake_engine.running(app.session_state["owner"])) == 2
    assert not app.toast


def test_who_finds_the_workers_idle_is_not_told_of_a_queue(visit, fake_engine, monkeypatch):
    monkeypatch.setattr(fake_engine, "is_idle", lambda: True)
    app = visit("train", **WALK)
    press_train(app)
    assert {bar.proto.text for bar in app.get("progress")} == {
        "Building the network",
        "LSTM: Building the network",
        "GRU: Building the network",
    }


def test_a_link_to_what_is_gone_says_so_no_more_once_it_is_answered(visit, fake_engine):
    app = visit("train", **WALK, run="0123456789ab")
    assert "A run in this link was deleted" in texts(app)
    for cell in ("LSTM", "GRU"):
        fake_engine.finish(job(cell), owner=app.session_state["owner"])
    press_train(app)
    assert "A run in this link was deleted" not in texts(app)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_visitor_wakes_the_workers_whichever_page_is_opened(visit, page):
    with mock.patch.object(rnn_core.engine, "Engine", wraps=rnn_core.engine.Engine) as engine:
        visit(page)
    assert engine.call_count == 1


@pytest.fixture
def sleeping_engine(monkeypatch):
    """A real engine whose workers are not warm before the test has ended."""
    awake = threading.Event()

    class Sleeping(NoProgram):
        def address(self, seconds, given_up):
            awake.wait(60)
            return super().address(seconds, given_up)

    monkeypatch.setattr(supervisor, "Program", Sleeping)
    monkeypatch.setattr(supervisor, "Link", lambda _address, post: ThreadLink(post))
    engine = Engine()
    yield engine
    awake.set()
    engine.close()


@pytest.mark.parametrize("page", ["home", "data", "train"])
def test_no_page_waits_for_the_workers(visit, sleeping_engine, monkeypatch, page):
    monkeypatch.setattr(rnn_core.engine, "Engine", lambda **_: sleeping_engine)
    app = visit(page, **WALK)
    assert not app.exception
    assert sleeping_engine.is_alive()
    assert not sleeping_engine.ready()


def test_who_presses_train_before_the_workers_are_warm_is_told_so(visit, sleeping_engine, monkeypatch):
    monkeypatch.setattr(rnn_core.engine, "Engine", lambda **_: sleeping_engine)
    app = press_train(visit("train", **WALK))
    assert "The engine is starting" in texts_and_progress(app)
    assert len(sleeping_engine.running(app.session_state["owner"])) == 2


def texts_and_progress(app):
    return texts(app) + "".join(str(one.proto) for one in app.get("progress"))


def test_what_is_loaded_once_is_not_looked_through_for_garbage_at_each_click():
    gc.unfreeze()
    trainings._load_what_is_slow()
    try:
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
