"""Nothing is trained twice: the same job of another visitor is answered with what a worker has found, and no more."""

from dataclasses import replace

import pytest

from rnn_core.engine import State, Status, progress
from rnn_core.engine.answer import answer_for
from rnn_core.engine.job import Job
from rnn_core.engine.queue import FairQueue
from rnn_core.engine.registry import Registry
from rnn_core.errors import EngineError
from rnn_core.series import Receipt
from rnn_core.store import RunStore, Stage, run_name
from tests.engine.engine_jobs import FOR_EVER, run_of, small_job
from tests.engine.engine_waiting import wait_until
from tests.engine.notebook_store import GONE, NotebookStore
from tests.engine.test_engine_registry import NotebookKeeper

JOB = small_job()
# The same numbers in a file of somebody else's.
HERS = Job(JOB.spec, replace(JOB.series, name="her sales", unit="EUR", receipt=Receipt("her sales.csv", "own")))


@pytest.fixture
def keeper():
    return NotebookKeeper()


@pytest.fixture
def registry(keeper):
    return Registry(keeper)


@pytest.fixture
def store():
    store = RunStore("sqlite://")
    yield store
    store.close()


def asked(registry, owner, job=JOB, **known):
    return registry.submit_all([job], owner, again=False, **known)[0]


def trained(registry, owner="ann", job=JOB, **fields):
    name = asked(registry, owner, job)
    registry.finish(registry.take().ticket, run_of(job, **fields))
    return name


def ended(engine, name):
    return wait_until(lambda: (status := engine.status(name)).ended and status)


def test_what_was_trained_for_one_visitor_has_finished_for_the_next_at_once(registry, keeper):
    trained(registry)
    name = asked(registry, "bob")
    status = registry.get(name)
    assert (status.state, status.key, status.run.key) == (State.FINISHED, run_name(JOB.key, "bob"), JOB.key)
    assert registry.take() is None
    assert registry.live("bob") == ()
    assert keeper.said[-1] == ("copy", name, "bob")


def test_an_answer_has_the_numbers_of_the_training_and_the_names_of_whoever_asks(registry):
    assert HERS.key == JOB.key
    trained(registry, "ann", HERS)
    run = registry.get(asked(registry, "bob")).run
    assert (run.series.name, run.series.unit, run.series.receipt) == ("wave", "", JOB.series.receipt)
    assert "her sales" not in repr(replace(run, model_file=b""))


def test_a_column_asked_for_in_other_words_stays_asked_for_in_those():
    job = Job(JOB.spec.change(target="VALUE"), JOB.series)
    assert job.key == JOB.key
    assert answer_for(job, run_of(JOB)).spec.target == "VALUE"


@pytest.mark.parametrize("stopped", [True, False])
def test_a_stopped_training_answers_nobody(registry, stopped):
    trained(registry, stopped=stopped)
    assert registry.get(asked(registry, "bob")).state is (State.QUEUED if stopped else State.FINISHED)


def test_a_result_that_somebody_brought_along_answers_nobody_else(registry):
    brought = progress.finish(Status(run_name(JOB.key, "ann"), JOB, State.QUEUED), run_of(JOB))
    registry.adopt(brought, "ann")
    assert registry.get(asked(registry, "ann")).state is State.FINISHED
    assert registry.get(asked(registry, "bob")).state is State.QUEUED


def test_a_deleted_run_answers_nobody(registry):
    registry.forget([trained(registry)])
    assert registry.get(asked(registry, "bob")).state is State.QUEUED


def test_who_asks_for_another_training_gets_one(registry):
    trained(registry)
    (name,) = registry.submit_all([JOB], "bob", again=True)
    assert registry.get(name).state is State.QUEUED


def test_of_a_comparison_only_what_nobody_has_trained_is_trained(registry):
    jobs = [small_job(seed=seed) for seed in (1, 2, 3, 4)]
    for job in jobs[:3]:
        trained(registry, "ann", job)
    names = registry.submit_all(jobs, "bob", again=False)
    assert [registry.get(name).state for name in names] == [State.FINISHED] * 3 + [State.QUEUED]
    assert registry.take().status.job == jobs[3]
    assert registry.take() is None


def test_a_refusal_leaves_no_answers_behind_either(registry, keeper):
    registry._queue = FairQueue(per_owner=0)
    done = small_job(seed=7)
    with pytest.raises(EngineError):
        registry.submit_all([done, JOB], "bob", again=False, known={done.key: run_of(done)})
    assert registry.get(run_name(done.key, "bob")) is None
    assert keeper.said == []


def test_all_who_wait_for_the_same_are_answered_when_the_first_has_it(registry):
    names = [asked(registry, owner) for owner in ("ann", "bob", "cem", "dan")]
    other = asked(registry, "bob", small_job(seed=9))
    first, second = registry.take(), registry.take()
    registry.finish(first.ticket, run_of(JOB))
    states = [registry.get(name).state for name in names]
    # The second was in a worker's hands already.
    assert states == [State.FINISHED, State.PREPARING, State.FINISHED, State.FINISHED]
    assert registry.get(other).position == 1
    registry.finish(second.ticket, run_of(JOB))
    assert registry.get(names[1]).state is State.FINISHED


def test_who_waits_is_not_answered_by_a_training_that_was_stopped(registry):
    asked(registry, "ann")
    waiting = asked(registry, "bob")
    registry.finish(registry.take().ticket, run_of(JOB, stopped=True))
    assert registry.get(waiting).state is State.QUEUED
    assert registry.take().status.key == waiting


def test_pressing_train_twice_at_once_is_one_training(light_engine):
    engine = light_engine()
    endless = small_job(epochs=FOR_EVER)
    names = {engine.submit(endless, "ann") for _ in range(5)}
    assert len(names) == 1
    assert len(engine.running("ann")) == 1
    engine.stop(names.pop())


def test_an_earlier_life_of_the_server_answers_too_and_the_copy_is_kept(store, light_engine):
    first = light_engine(store)
    ended(first, first.submit(HERS, "ann"))
    first.close()
    second = light_engine(store)
    name = second.submit(JOB, "bob")
    # There was no moment in which it waited.
    assert second.status(name).state is State.FINISHED
    assert second.status(name).run.series.name == "wave"
    line = wait_until(lambda: store.line(name))
    assert (line.stage, line.series, line.title) == (Stage.FINISHED, "wave", "")
    assert store.line(run_name(JOB.key, "ann")).series == "her sales"


def test_a_copy_does_not_bring_back_what_its_first_owner_deleted(store, light_engine):
    engine = light_engine(store)
    name = engine.submit(JOB, "ann")
    ended(engine, name)
    store.delete([name], "ann")
    engine.forget([name], "ann")
    other = engine.submit(JOB, "bob")
    assert ended(engine, other).state is State.FINISHED
    assert store.line(name) is None


def test_a_store_that_does_not_answer_costs_a_training_and_no_more(light_engine):
    notebook = NotebookStore()
    notebook.fail = GONE
    engine = light_engine(notebook)
    assert ended(engine, engine.submit(JOB, "ann")).state is State.FINISHED
