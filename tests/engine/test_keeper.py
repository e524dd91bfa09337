"""The keeper alone: one note after another, and what happens when the database does not take them."""

import pytest

from rnn_core.engine import keeper as keepers
from rnn_core.engine.keeper import Keeper
from rnn_core.engine.notes import size_of
from rnn_core.engine.problems import STORE_SLOW
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
    keeper.finish(name, JOB, "ann", run_of(JOB), lambda: done.append(name))
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


def test_a_result_is_shown_while_a_store_hangs_and_that_is_said(keeper, store, monkeypatch):
    monkeypatch.setattr(keepers, "_SECONDS_FOR_A_RESULT", 0.02)
    store.held.set()
    keeper.begin("a", JOB, "ann")
    first, second = finish(keeper, "a"), finish(keeper, "b")
    wait_until(lambda: first and second)
    assert (first, second) == (["a"], ["b"])
    assert keeper.trouble == STORE_SLOW
    assert store.said == []
    store.released.set()
    wait_until(lambda: keeper.trouble is None)
    assert store.said == [("begin", "a"), ("finish", "a"), ("finish", "b")]
    assert (first, second) == (["a"], ["b"])


def test_what_the_store_refuses_is_tried_again_only_when_it_is_tended(store):
    store.refuse = {"bad"}
    keeper = Keeper(store)
    finish(keeper, "bad")
    wait_until(lambda: store.refused)
    for number in range(40):
        keeper.begin(str(number), JOB, "ann")
        wait_until(lambda number=number: ("begin", str(number)) in store.said)
    assert store.refused == [("finish", "bad")]
    assert keeper.trouble.code == "no_room"
    store.refuse = set()
    keeper.close(10.0)
    assert ("finish", "bad") in store.said


def test_a_run_that_the_store_does_not_take_is_in_nobodys_way_and_given_up_at_last(keeper, store, monkeypatch, caplog):
    store.refuse = {"bad"}
    keeper.begin("bad", JOB, "ann")
    done = finish(keeper, "bad")
    keeper.begin("good", JOB, "ann")
    wait_until(lambda: ("begin", "good") in store.said)
    wait_until(lambda: len(store.refused) > 50)
    assert done
    assert "is not kept: " not in caplog.text
    monkeypatch.setattr(keepers, "_SECONDS_OF_REFUSAL", 0.0)
    wait_until(lambda: "The run bad is not kept" in caplog.text)
    assert caplog.text.count("The run bad is not kept") == 1
    assert store.said == [("begin", "good")]


def test_after_a_result_was_given_up_there_is_trouble_until_another_is_kept(keeper, store, monkeypatch, caplog):
    monkeypatch.setattr(keepers, "_SECONDS_OF_REFUSAL", 0.0)
    store.refuse = {"bad"}
    finish(keeper, "bad")
    wait_until(lambda: "The run bad is not kept" in caplog.text)
    keeper.begin("good", JOB, "ann")
    wait_until(lambda: ("begin", "good") in store.said)
    assert keeper.trouble.code == "no_room"
    assert keeper.holds("bad")
    finish(keeper, "good")
    wait_until(lambda: keeper.trouble is None)
    assert not keeper.holds("good")


def test_what_waits_for_a_dead_database_holds_so_much_memory_and_whole_runs_are_dropped(
    keeper, store, monkeypatch, caplog
):
    run = run_of(JOB)
    monkeypatch.setattr(keepers, "_MOST_BYTES", 3 * (2 * size_of(JOB) + run.nbytes))
    store.fail = GONE
    for number in range(5):
        keeper.begin(str(number), JOB, "ann")
        finish(keeper, str(number))
    wait_until(lambda: "The run 1 is not kept" in caplog.text)
    store.fail = None
    wait_until(lambda: len(store.said) == 6)
    assert store.said == [(what, str(number)) for number in (2, 3, 4) for what in ("begin", "finish")]


def test_a_result_whose_beginning_was_dropped_is_kept_all_the_same(keeper, store):
    store.unknown = {"a"}
    finish(keeper, "a")
    keeper.close(10.0)
    assert store.said == [("begin", "a"), ("finish", "a")]
    assert keeper.trouble is None
