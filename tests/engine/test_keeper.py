"""The keeper alone: one note after another, and what happens when the database does not take them."""

import pytest

from rnn_core.engine import keeper as keepers
from rnn_core.engine.keeper import Keeper
from rnn_core.engine.status import State, Status
from rnn_core.words import Sentence
from tests.engine.engine_jobs import run_of, small_job
from tests.engine.engine_waiting import wait_until
from tests.engine.notebook_store import GONE, NotebookStore

JOB = small_job()


@pytest.fixture
def store():
    return NotebookStore()


@pytest.fixture
def keeper(store, monkeypatch):
    # So that what failed is tried again at once.
    monkeypatch.setattr(keepers, "_SECONDS_BETWEEN_TENDINGS", 0.01)
    keeper = Keeper(store)
    yield keeper
    store.released.set()
    keeper.close(10.0)


def failed(name):
    return Status(name, JOB, State.FAILED, problem=Sentence("some", "Something happened."))


def finish(keeper, name):
    """Put down a result; the list holds something once nobody need wait for it any more."""
    done = []
    keeper.finish(name, run_of(JOB), lambda: done.append(name))
    return done


def test_notes_are_put_down_in_their_order(keeper, store):
    keeper.begin("a", JOB, "ann")
    keeper.begin("b", JOB, "bob")
    finish(keeper, "a")
    keeper.end(failed("b"))
    keeper.close(10.0)
    assert store.said == [("begin", "a"), ("begin", "b"), ("finish", "a"), ("failed", "b")]
    assert store.kept["b"][1].code == "some"


def test_closing_writes_what_is_left_and_can_be_done_twice(keeper, store):
    for number in range(50):
        keeper.begin(str(number), JOB, "ann")
    keeper.close(10.0)
    keeper.close(10.0)
    assert len(store.said) == 50


def test_without_a_store_nobody_waits():
    keeper = Keeper(None)
    keeper.begin("a", JOB, "ann")
    assert finish(keeper, "a") == ["a"]
    keeper.close(0.0)
    assert keeper.trouble is None


def test_a_slow_store_holds_up_nobody_who_asks(keeper, store):
    store.held.set()
    done = finish(keeper, "a")
    keeper.begin("b", JOB, "ann")  # returns though nothing can be written
    assert not done
    store.released.set()
    wait_until(lambda: done)
    keeper.close(10.0)
    assert store.said == [("finish", "a"), ("begin", "b")]


def test_when_the_database_is_gone_nobody_waits_and_all_is_put_down_once_it_is_back(keeper, store, caplog):
    store.fail = GONE
    keeper.begin("a", JOB, "ann")
    done = finish(keeper, "a")
    wait_until(lambda: done)
    wait_until(lambda: keeper.trouble)
    assert keeper.trouble == GONE.sentence
    assert store.said == []
    store.fail = None
    wait_until(lambda: keeper.trouble is None)
    assert store.said[:2] == [("begin", "a"), ("finish", "a")]
    # Said once, not at every try.
    assert caplog.text.count("Runs are not kept at the moment") == 1


def test_an_unforeseen_error_ends_nothing_and_is_in_the_log(keeper, store, caplog):
    store.fail = ZeroDivisionError("by zero")
    done = finish(keeper, "a")
    wait_until(lambda: done)
    wait_until(lambda: keeper.trouble)
    assert keeper.trouble.values == {"kind": "ZeroDivisionError", "text": "by zero"}
    assert "ZeroDivisionError: by zero" in caplog.text
    store.fail = None
    wait_until(lambda: ("finish", "a") in store.said)


def test_one_run_that_the_store_does_not_take_is_in_nobodys_way_and_given_up_at_last(
    keeper, store, monkeypatch, caplog
):
    monkeypatch.setattr(keepers, "_MOST_REFUSALS", 3)
    store.refuse = {"bad"}
    keeper.begin("bad", JOB, "ann")
    done = finish(keeper, "bad")
    keeper.begin("good", JOB, "ann")
    wait_until(lambda: ("begin", "good") in store.said)
    wait_until(lambda: done)
    wait_until(lambda: keeper.trouble is None)
    assert caplog.text.count("The run bad is not kept") == 2
    assert store.said == [("begin", "good")]


def test_what_waits_for_a_dead_database_has_an_end(keeper, store, monkeypatch, caplog):
    monkeypatch.setattr(keepers, "_MOST_WAITING", 3)
    store.fail = GONE
    for number in range(5):
        keeper.begin(str(number), JOB, "ann")
    wait_until(lambda: "The run 1 is not kept" in caplog.text)
    store.fail = None
    wait_until(lambda: len(store.said) == 3)
    assert store.said == [("begin", str(number)) for number in (2, 3, 4)]
