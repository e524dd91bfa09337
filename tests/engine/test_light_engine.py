"""The whole engine but for its workers, which are threads here: what is put down, when, and what is found again."""

import time

import pytest

from rnn_core.engine import State, shelf, short_name
from rnn_core.engine import keeper as keepers
from rnn_core.engine.problems import NOT_LOOKED_UP, STORE_SLOW, TRAINED_ELSEWHERE
from rnn_core.errors import RecordError
from rnn_core.store import RunStore, Stage, run_name
from rnn_core.store.servers import INTERRUPTED
from rnn_core.words import Sentence
from tests.engine.engine_jobs import FOR_EVER, run_of, small_job
from tests.engine.engine_waiting import wait_until
from tests.engine.notebook_store import GONE, NotebookStore, interrupted

JOB, ENDLESS = small_job(), small_job(epochs=FOR_EVER)


@pytest.fixture
def notebook(monkeypatch):
    # A slow machine must not take part in what is shown while a test holds the store.
    monkeypatch.setattr(keepers, "_SECONDS_FOR_A_RESULT", 60.0)
    notebook = NotebookStore()
    yield notebook
    notebook.released.set()


@pytest.fixture
def store():
    store = RunStore("sqlite://")
    yield store
    store.close()


def ended(engine, name):
    return wait_until(lambda: (status := engine.status(name)).ended and status)


def under_way(engine, name):
    return wait_until(lambda: (status := engine.status(name)).state is State.TRAINING and status)


def test_a_run_is_put_down_before_it_is_said_to_be_finished(light_engine, notebook):
    engine = light_engine(notebook)
    notebook.held.set()
    first, second = engine.submit(JOB, "ann"), engine.submit(small_job(seed=2), "ann")
    third = engine.submit(small_job(seed=3), "ann")
    # The workers' places are free again, though nothing could be put down so far.
    for name in (first, second, third):
        under_way(engine, name)
    assert [status.key for status in engine.running("ann")] == [first, second, third]
    assert notebook.said == []
    notebook.released.set()
    assert ended(engine, first).state is State.FINISHED
    assert notebook.said.index(("begin", first)) < notebook.said.index(("finish", first))


def test_a_result_that_waits_for_the_store_outlives_the_engine_program(light_engine, notebook):
    engine = light_engine(notebook)
    notebook.held.set()
    name, endless = engine.submit(JOB, "ann"), engine.submit(ENDLESS, "ann")
    under_way(engine, endless)
    wait_until(lambda: engine._registry._landing)
    light_engine.programs[-1].alive = False
    assert ended(engine, endless).state is State.INTERRUPTED
    notebook.released.set()
    assert ended(engine, name).state is State.FINISHED


def test_a_dead_database_keeps_no_visitor_from_a_result_and_is_said(light_engine, notebook):
    engine = light_engine(notebook)
    notebook.fail = GONE
    name = engine.submit(JOB, "ann")
    assert ended(engine, name).run is not None
    assert engine.trouble() == GONE.sentence
    assert engine.find(short_name(name)).state is State.FINISHED


def test_a_stop_and_a_failure_are_put_down_as_such(light_engine, notebook):
    engine = light_engine(notebook)
    running = [engine.submit(small_job(epochs=FOR_EVER, seed=seed), "ann") for seed in (1, 2)]
    waiting = engine.submit(small_job(seed=3), "ann")
    for name in running:
        under_way(engine, name)
    engine.stop(waiting)
    engine.stop(running[0])
    assert ended(engine, running[0]).run.stopped
    wait_until(lambda: ("stopped", waiting) in notebook.said)
    assert ("finish", running[0]) in notebook.said


def test_what_ran_when_the_program_died_is_interrupted_and_begins_anew(light_engine, notebook):
    engine = light_engine(notebook)
    name = engine.submit(ENDLESS, "ann")
    under_way(engine, name)
    light_engine.programs[-1].alive = False
    status = ended(engine, name)
    assert (status.state, status.problem.code) == (State.INTERRUPTED, "engine_gone")
    wait_until(lambda: interrupted(notebook) == [name])
    assert engine.submit(ENDLESS, "ann") == name
    under_way(engine, name)
    wait_until(lambda: notebook.said.count(("begin", name)) == 2)


def test_closing_puts_down_all_that_ends_with_it(light_engine, notebook):
    engine = light_engine(notebook)
    names = [engine.submit(small_job(epochs=FOR_EVER, seed=seed), "ann") for seed in range(4)]
    for name in names[:2]:
        under_way(engine, name)
    engine.close()
    assert sorted(interrupted(notebook)) == sorted(names)
    assert {engine.status(name).problem.code for name in names} == {"engine_closed"}


def test_a_run_of_an_earlier_life_is_found_by_its_short_name(store, light_engine):
    first = light_engine(store)
    name = first.submit(JOB, "ann")
    ended(first, name)
    first.close()
    second = light_engine(store)
    assert second.status(name) is None
    found = second.find(short_name(name))
    assert (found.key, found.state, found.job.key, found.run.key) == (name, State.FINISHED, JOB.key, JOB.key)
    # From now on it is in memory.
    assert second.find(short_name(name)) is found


def test_what_finished_in_an_earlier_life_is_not_trained_again_unless_asked(store, light_engine):
    name = store.save(run_of(JOB), JOB.series, "ann")
    engine = light_engine(store)
    assert name == run_name(JOB.key, "ann") == engine.submit(JOB, "ann")
    assert engine.status(name).state is State.FINISHED
    assert engine.submit(JOB, "bob") != name


def test_what_has_finished_is_trained_again_if_that_is_asked_for(light_engine, notebook):
    engine = light_engine(notebook)
    name = engine.submit(JOB, "ann")
    ended(engine, name)
    notebook.line = lambda _: "some line"
    assert engine.submit(JOB, "ann") == name
    assert notebook.said == [("begin", name), ("finish", name)]
    assert engine.submit(JOB, "ann", again=True) == name
    ended(engine, name)
    assert notebook.said == [("begin", name), ("finish", name)] * 2


def test_what_another_server_finished_a_moment_after_it_was_looked_at_is_given_back(store, light_engine):
    name = run_name(ENDLESS.key, "ann")
    store.begin(name, ENDLESS.spec, ENDLESS.series, "ann")
    engine = light_engine(store)
    assert engine.find(short_name(name)).problem == TRAINED_ELSEWHERE
    store.finish(name, run_of(ENDLESS))
    assert engine.submit(ENDLESS, "ann") == name
    assert engine.status(name).state is State.FINISHED


def test_what_was_interrupted_here_and_finished_elsewhere_is_given_back(store, light_engine):
    engine = light_engine(store)
    name = engine.submit(ENDLESS, "ann")
    under_way(engine, name)
    light_engine.programs[-1].alive = False
    ended(engine, name)
    wait_until(lambda: store.line(name).stage is Stage.INTERRUPTED)
    store.finish(name, run_of(ENDLESS))
    assert engine.submit(ENDLESS, "ann") == name
    assert engine.status(name).state is State.FINISHED


def test_a_result_that_could_not_be_looked_up_outlives_a_new_training(store, light_engine, monkeypatch):
    name = store.save(run_of(ENDLESS), ENDLESS.series, "ann")
    engine = light_engine(store)

    def gone(_):
        raise GONE

    with monkeypatch.context() as silent:
        silent.setattr(store, "line", gone)
        assert engine.submit(ENDLESS, "ann") == name
    under_way(engine, name)
    engine.close()  # the beginning and the end are put down
    assert engine.status(name).state is State.INTERRUPTED
    assert light_engine(store).find(name).state is State.FINISHED


def test_what_was_deleted_elsewhere_is_trained_again(store, light_engine):
    engine = light_engine(store)
    name = engine.submit(JOB, "ann")
    ended(engine, name)
    assert engine.submit(JOB, "ann") == name
    assert engine.status(name).ended
    store.delete([name], "ann")
    assert engine.submit(JOB, "ann") == name
    wait_until(lambda: store.line(name) and store.line(name).stage is Stage.FINISHED)


def test_what_is_deleted_while_it_trains_is_stopped_and_stays_deleted(store, light_engine):
    engine = light_engine(store)
    name = engine.submit(ENDLESS, "ann")
    under_way(engine, name)
    wait_until(lambda: store.line(name))
    store.delete([name], "ann")
    engine.forget([name], "bob")
    assert engine.status(name).state is State.TRAINING
    engine.forget([name], "ann")
    assert engine.status(name) is engine.find(name) is None
    wait_until(lambda: not engine._registry._leaving)
    engine.close()
    assert store.line(name) is None
    # What it had learnt is there if the deletion is undone.
    store.restore([name], "ann")
    found = store.load(name)
    assert (found.line.stage, found.run.stopped) == (Stage.STOPPED, True)


def test_a_result_that_the_store_does_not_take_is_not_trained_again(light_engine, notebook):
    engine = light_engine(notebook)
    notebook.refuse = {run_name(JOB.key, "ann")}
    name = engine.submit(JOB, "ann")
    result = ended(engine, name)
    assert engine.submit(JOB, "ann") == name
    assert engine.status(name) is result


def test_a_store_that_hangs_keeps_no_visitor_from_a_result(light_engine, notebook, monkeypatch):
    monkeypatch.setattr(keepers, "_SECONDS_FOR_A_RESULT", 0.02)
    engine = light_engine(notebook)
    notebook.held.set()
    assert ended(engine, engine.submit(JOB, "ann")).run is not None
    assert engine.trouble() == STORE_SLOW


def test_nobody_stops_another_visitors_training(light_engine, notebook):
    engine = light_engine(notebook)
    name = engine.submit(ENDLESS, "ann")
    under_way(engine, name)
    engine.stop(name, "bob")
    assert engine.status(name).state is State.TRAINING
    engine.stop(name, "ann")
    assert ended(engine, name).state is State.STOPPED


def test_a_deleted_run_is_found_no_more(store, light_engine):
    name = store.save(run_of(JOB), JOB.series, "ann")
    engine = light_engine(store)
    assert engine.find(name)
    store.delete([name], "ann")
    engine.forget([name])
    assert engine.find(name) is None
    assert engine.submit(JOB, "ann") == name
    assert ended(engine, name).state is State.FINISHED


@pytest.mark.parametrize(
    ("stage", "state"),
    [(Stage.FAILED, State.FAILED), (Stage.STOPPED, State.STOPPED), (Stage.INTERRUPTED, State.INTERRUPTED)],
)
def test_what_ended_without_a_result_says_why(store, light_engine, stage, state):
    why = Sentence("why", "Because of {thing}.", {"thing": "rain"})
    store.begin("a" * 64, JOB.spec, JOB.series, "ann")
    store.end("a" * 64, stage, why)
    found = light_engine(store).find("a" * 12)
    assert (found.state, found.problem, found.run) == (state, why, None)


def test_an_interrupted_run_without_a_reason_says_that_the_server_ended(store, light_engine):
    store.begin("a" * 64, JOB.spec, JOB.series, "ann")
    store.end("a" * 64, Stage.INTERRUPTED)
    assert light_engine(store).find("a" * 12).problem == INTERRUPTED


def test_what_another_server_is_at_is_said_and_not_remembered(store, light_engine):
    store.begin("a" * 64, JOB.spec, JOB.series, "ann")
    engine = light_engine(store)
    found = engine.find("a" * 12)
    assert (found.state, found.problem) == (State.INTERRUPTED, TRAINED_ELSEWHERE)
    assert engine.status("a" * 64) is None
    # The page asks several times a second: the series is not read anew each time.
    assert engine.find("a" * 12) is found


def test_a_damaged_record_is_as_good_as_none_and_in_the_log(light_engine, notebook, caplog):
    engine = light_engine(notebook)
    notebook.name_of = lambda _: "a" * 64

    def damaged(_):
        raise RecordError("damaged_record", "The record of this {kind} is damaged and cannot be read.", kind="run")

    notebook.load = damaged
    assert engine.find("a" * 12) is None
    assert "The record of this run is damaged" in caplog.text


def test_a_database_that_does_not_answer_is_not_asked_at_every_click(light_engine, notebook, monkeypatch):
    engine, asked = light_engine(notebook), []

    def gone(short):
        asked.append(short)
        raise GONE

    notebook.name_of = gone
    assert [engine.find("a" * 12) for _ in range(3)] == [None] * 3
    assert len(asked) == 1
    assert engine.trouble() == NOT_LOOKED_UP
    # Over by itself, though nobody has asked since.
    later = time.monotonic() + shelf._SECONDS_AFTER_FAILURE
    monkeypatch.setattr(shelf.time, "monotonic", lambda: later)
    assert engine.trouble() is None
