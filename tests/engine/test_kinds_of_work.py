"""Work with text is done by the same engine as forecasts: it ends, is stopped, is killed, lasts and is found again."""

import os
import signal

import pytest

from rnn_core.engine import Engine, State, short_name
from rnn_core.store import Query, RunStore, run_name
from tests.engine.engine_waiting import the_busy_one, wait_until
from tests.engine.text_jobs import KINDS, endless, text_job

pytestmark = pytest.mark.engine

# Fresh workers load TensorFlow, and let other processes go before them.
SECONDS_TO_START = 180.0


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('kinds') / 'runs.db'}"


@pytest.fixture(scope="module")
def engine(place):
    engine = Engine(store=RunStore(place))
    wait_until(lambda: len(engine.workers()) == 2, SECONDS_TO_START)
    yield engine
    engine.close()


def ended(engine, name):
    return wait_until(lambda: (status := engine.find_any(short_name(name))).ended and status, SECONDS_TO_START)


def begun(engine, name):
    return wait_until(lambda: (status := engine.find_any(short_name(name))).history and status, SECONDS_TO_START)


@pytest.mark.parametrize("kind", KINDS)
def test_a_training_finishes_and_is_there_in_the_next_life(engine, place, kind):
    job = text_job(kind)
    status = ended(engine, engine.submit(job, "ann"))
    assert (status.state, status.problem) == (State.FINISHED, None)
    assert [done.epoch for done in status.history] == [1, 2]
    wait_until(lambda: not engine._keeper.holds(status.key))
    again = RunStore(place)
    stored = again.load(status.key)
    assert (stored.line.spec, stored.run.key) == (job.spec, job.key)
    assert stored.data == job.data
    assert again.answer(job.key, kind).key == job.key
    assert [line.name for line in again.find(Query("ann", kinds=(kind,))).lines] == [status.key]
    assert again.find(Query("ann", kinds=("forecast",))).count == 0
    again.close()


@pytest.mark.parametrize("kind", KINDS)
def test_stop_ends_it_with_what_was_learnt(engine, kind):
    name = engine.submit(endless(kind), "bob")
    begun(engine, name)
    assert engine.running("bob") == ()  # lists of forecasts do not know it
    assert [status.key for status in engine.running_any("bob")] == [name]
    engine.stop(name, "ann")  # nobody else may
    assert not engine.find_any(short_name(name)).ended
    engine.stop(name, "bob")
    status = ended(engine, name)
    assert status.state is State.STOPPED
    assert status.run.stopped
    assert len(status.run.history) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_who_asks_for_what_was_trained_for_somebody_else_has_it_at_once(engine, kind):
    ended(engine, engine.submit(text_job(kind), "ann"))
    name = engine.submit(text_job(kind), "carl")
    assert name == run_name(text_job(kind).key, "carl")
    assert engine.find_any(short_name(name)).state is State.FINISHED


@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_that_is_killed_fails_it_in_words(engine, kind):
    name = engine.submit(endless(kind), "dora")
    begun(engine, name)
    os.kill(the_busy_one(list(engine.workers().values())), signal.SIGKILL)
    status = ended(engine, name)
    assert status.state is not State.FINISHED
    assert status.problem is not None
