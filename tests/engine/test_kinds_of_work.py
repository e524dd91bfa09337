"""Work with text is done by the same engine as forecasts: it ends, is stopped, is killed, lasts and is found again."""

import os
import signal
from dataclasses import replace

import pytest

from rnn_core.engine import Engine, State, short_name
from rnn_core.settings import settings
from rnn_core.store import Query, RunStore, run_name
from tests.engine.engine_waiting import the_busy_one, wait_until
from tests.engine.text_jobs import EXAMPLES, KINDS, PASSAGE, endless, text_job

pytestmark = pytest.mark.engine

# Fresh workers load TensorFlow, and let other processes go before them.
SECONDS_TO_START = 180.0


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('kinds') / 'runs.db'}"


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """A folder of their own, so that nothing stands there yet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RNN_LAB_CACHE_FOLDER", str(tmp_path_factory.mktemp("logs")))
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="module")
def engine(place, logs):  # noqa: ARG001
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


def refused():
    """Refused by the worker in words that hold a label."""
    texts = (*EXAMPLES.texts, "a secretive text")
    return replace(text_job("sentiment"), data=replace(EXAMPLES, texts=texts, labels=(*EXAMPLES.labels, "privately")))


def broken():
    """Settings that no form lets pass: the worker meets an error that nobody foresaw."""
    job = text_job("write")
    spec = job.spec.model_copy(update={"units": -1})
    return replace(job, spec=spec, data=replace(PASSAGE, text=f"secretive and privately\n{PASSAGE.text}"))


@pytest.mark.parametrize(("make", "code"), [(refused, "too_few_of_a_label"), (broken, "job_failed")])
def test_no_word_of_a_text_is_in_any_log(engine, caplog, make, code):
    log = settings().cache_folder / "engine.log"
    earlier = len(log.read_text())
    status = ended(engine, engine.submit(make(), "eve"))
    assert (status.state, status.problem.code) == (State.FAILED, code)
    # What the worker logs is written before its scheduler tells that the training has ended.
    said = log.read_text()[earlier:] + caplog.text
    assert ("Compute Failed" in said) == (code == "job_failed")
    for word in ("secretive", "privately"):
        assert word not in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_that_is_killed_fails_it_in_words(engine, kind):
    name = engine.submit(endless(kind), "dora")
    begun(engine, name)
    os.kill(the_busy_one(list(engine.workers().values())), signal.SIGKILL)
    status = ended(engine, name)
    assert status.state is not State.FINISHED
    assert status.problem is not None
