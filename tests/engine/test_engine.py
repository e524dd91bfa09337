"""The engine with real worker processes. One engine for all tests; the last two end it."""

import os
import signal

import numpy as np
import psutil
import pytest

from rnn_core.engine import Engine, State, short_name
from tests.engine.engine_jobs import FOR_EVER, small_job
from tests.engine.engine_waiting import the_busy_one, wait_until

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engine():
    engine = Engine()
    wait_until(lambda: len(engine.workers()) == 2)
    yield engine
    engine.close()


@pytest.fixture(autouse=True)
def clean_hands(engine):
    """After each test nothing runs any more."""
    yield
    for owner in ("", "bob"):
        for status in engine.running(owner):
            engine.stop(status.key)
    wait_until(lambda: not engine.running() and not engine.running("bob"))


def ended(engine, key):
    """The status of `key` once it has ended."""
    return wait_until(lambda: (status := engine.status(key)).ended and status)


def begun(engine, key):
    """The status of `key` once it has some epochs behind it."""
    return wait_until(lambda: (status := engine.status(key)).history and status)


def started(engine, owner="", **fields):
    """The key of a training without end that has some epochs behind it."""
    key = engine.submit(small_job(epochs=FOR_EVER, **fields), owner)
    begun(engine, key)
    return key


def trained(engine, job):
    """The run of `job`, trained afresh."""
    return ended(engine, engine.submit(job, again=True)).run


def processes(engine):
    program = psutil.Process(engine.program_pid)
    return [program, *program.children(recursive=True)]


def is_gone(process):
    # One whose parent was killed may wait as a zombie for whoever inherited it.
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_a_training_finishes_and_its_events_arrive(engine):
    job = small_job(epochs=5)
    key = engine.submit(job)
    curve = begun(engine, key).curve
    status = ended(engine, key)
    assert (status.state, status.share, status.epoch, status.problem) == (State.FINISHED, 1.0, 5, None)
    assert status.run.key == key == job.key
    assert [epoch.epoch for epoch in status.history] == [1, 2, 3, 4, 5]
    assert len(curve) > 1
    assert engine.find(short_name(key)) is status
    assert engine.submit(job) == key
    assert engine.status(key).run is status.run


def test_two_run_at_once_and_a_third_waits_its_turn(engine):
    running = [started(engine, seed=seed) for seed in (11, 12)]
    third = engine.submit(small_job(seed=13))
    assert [engine.status(key).state for key in running] == [State.TRAINING, State.TRAINING]
    assert (engine.status(third).state, engine.status(third).position) == (State.QUEUED, 1)
    assert [status.key for status in engine.running()] == [*running, third]
    engine.stop(running[0])
    assert ended(engine, third).state is State.FINISHED


def test_stop_keeps_what_was_learnt(engine):
    key = started(engine, seed=21)
    engine.stop(key)
    assert engine.status(key).state in {State.STOPPING, State.STOPPED}
    status = ended(engine, key)
    assert (status.state, status.problem) == (State.STOPPED, None)
    assert status.run.stopped
    assert 1 <= len(status.run.history) < FOR_EVER
    assert np.isfinite(status.run.predicted).all()


def test_the_stop_of_one_visitor_leaves_the_same_training_of_another_alone(engine):
    mine, theirs = started(engine, seed=31), started(engine, "bob", seed=31)
    assert theirs != mine
    engine.stop(theirs)
    assert ended(engine, theirs).state is State.STOPPED
    assert engine.status(mine).state is State.TRAINING


def test_a_refusal_comes_back_as_its_sentence(engine):
    status = ended(engine, engine.submit(small_job(window=500)))
    assert status.state is State.FAILED
    assert status.problem.code not in {"job_failed", "worker_killed"}
    assert "500" in str(status.problem)


def test_the_same_seed_gives_the_same_numbers_alone_or_in_company(engine):
    job = small_job(seed=41)
    alone = trained(engine, job)
    started(engine, seed=42)
    beside = trained(engine, job)
    assert alone is not beside
    assert np.array_equal(alone.predicted, beside.predicted)
    assert [epoch.loss for epoch in alone.history] == [epoch.loss for epoch in beside.history]


def test_a_killed_worker_takes_one_training_with_it_and_is_replaced(engine):
    first = started(engine, seed=51)
    victim = the_busy_one(engine.workers().values())
    second = started(engine, seed=52)
    os.kill(victim, signal.SIGKILL)
    status = ended(engine, first)
    assert (status.state, status.problem.code) == (State.FAILED, "worker_killed")
    engine.stop(second)
    assert ended(engine, second).run.stopped
    # Two at once need the replacement.
    for seed in (53, 54):
        engine.submit(small_job(epochs=FOR_EVER, seed=seed))
    for status in engine.running():
        begun(engine, status.key)
    assert victim not in engine.workers().values()


def test_a_killed_engine_program_is_reported_and_started_again(engine):
    running = started(engine, seed=61)
    old = processes(engine)
    old[0].kill()
    status = ended(engine, running)
    assert (status.state, status.problem.code) == (State.INTERRUPTED, "engine_gone")
    assert engine.is_alive()
    waiting = engine.submit(small_job(seed=62))
    wait_until(lambda: all(is_gone(process) for process in old))
    assert ended(engine, waiting).state is State.FINISHED


def test_close_leaves_no_process(engine):
    running = started(engine, seed=71)
    all_of_it = processes(engine)
    engine.close()
    assert engine.status(running).problem.code == "engine_closed"
    assert not engine.is_alive()
    wait_until(lambda: all(is_gone(process) for process in all_of_it), seconds=5)
