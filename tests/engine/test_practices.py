"""Trainings of the memory task go the way of all trainings, but nobody keeps them and no list names them."""

import time

import pytest

from rnn_core.cells import CELLS
from rnn_core.engine import Engine, Patience, Practice, State, short_name
from rnn_core.engine.jobs import JOBS
from rnn_core.engine.link import _outcome
from rnn_core.engine.messages import Told, pack, unpack
from rnn_core.engine.progress import begin, finish, fold
from rnn_core.engine.status import Status
from rnn_core.engine.work import TRAINERS
from rnn_core.lessons.memory.recall_result import Practised, Recalled
from rnn_core.lessons.memory.recall_spec import RecallSpec
from rnn_core.lessons.memory.recall_task import CHANCE
from rnn_core.records import KINDS
from tests.engine.engine_jobs import FOR_EVER, small_job
from tests.engine.engine_waiting import wait_until
from tests.engine.notebook_store import NotebookStore

PRACTICE = Practice(RecallSpec(distance=2, epochs=4))
ROUNDS = tuple(Practised(number, 0.5, 0.7, float(number)) for number in (1, 2))


def ended(engine, name):
    return wait_until(lambda: (status := engine.practice(name)).ended and status)


def test_its_events_cross_from_a_worker_as_plain_values():
    told = Told("ticket", 3, ROUNDS[0])
    assert unpack(pack(told)) == told


def test_each_round_moves_it_on_and_the_first_says_that_training_has_begun():
    status = fold(begin(Status("name", PRACTICE, State.QUEUED)), ROUNDS[0])
    assert (status.state, status.epoch, status.share, status.seconds) == (State.TRAINING, 2, 0.25, 1.0)
    status = fold(status, ROUNDS[1])
    assert status.history == ROUNDS
    assert status.seconds_left == 2.0
    found = finish(status, Recalled(PRACTICE.spec, ROUNDS, 0.75, 2.5, solved=True))
    assert (found.state, found.share, found.history, found.run.accuracy) == (State.FINISHED, 1.0, ROUNDS, 0.75)
    assert found.nbytes < 2_000


def test_it_is_trained_but_neither_kept_nor_listed_nor_found_by_an_address(light_engine):
    notebook = NotebookStore()
    engine = light_engine(notebook)
    (name,) = engine.practise([PRACTICE], "ann")
    assert ended(engine, name).state is State.FINISHED
    job = engine.submit(small_job(), "ann")
    wait_until(lambda: engine.status(job).ended)
    assert {said[1] for said in notebook.said} == {job}
    assert engine.status(name) is None
    assert engine.find(short_name(name)) is None
    assert engine.practice(job) is None
    assert engine.trouble() is None


def test_what_waits_is_in_no_list_of_forecasts_and_stops_for_its_owner_alone(light_engine):
    engine = light_engine()
    # Both workers are busy, so that it has to wait.
    busy = engine.submit_all([small_job(epochs=FOR_EVER, seed=seed) for seed in (1, 2)], "ann")
    wait_until(lambda: all(engine.status(one).state is State.TRAINING for one in busy))
    (name,) = engine.practise([PRACTICE], "ben")
    assert (engine.practice(name).state, engine.practice(name).position) == (State.QUEUED, 1)
    assert engine.running("ben") == ()
    engine.stop(name, "ann")
    assert not engine.practice(name).ended
    engine.stop(name, "ben")
    assert engine.practice(name).state is State.STOPPED
    (again,) = engine.practise([PRACTICE], "ben")
    assert again == name
    assert engine.practice(name).state is State.QUEUED


def test_what_one_visitor_has_found_answers_the_next_at_once(light_engine):
    engine = light_engine(NotebookStore())
    (name,) = engine.practise([PRACTICE], "ann")
    found = ended(engine, name).run
    (other,) = engine.practise([PRACTICE], "ben")
    assert other != name
    assert engine.practice(other).run == found


def test_every_kind_has_a_trainer():
    assert {RecallSpec().kind, *JOBS} == set(TRAINERS)


def test_every_kind_that_is_kept_can_be_packed():
    assert set(JOBS) == set(KINDS)


def test_an_error_of_a_practice_comes_out_as_one():
    class Future:
        def result(self):
            raise ZeroDivisionError

    assert isinstance(_outcome(Future()), ZeroDivisionError)


@pytest.mark.engine
def test_a_real_worker_learns_it_and_heeds_stop_and_keras_goes_on_working_beside_it():
    engine = Engine(Patience())
    try:
        (name,) = engine.practise([Practice(RecallSpec(distance=3))], "ann")
        job = engine.submit(small_job(), "ann")
        found = wait_until(lambda: (status := engine.practice(name)).ended and status, 90)
        assert (found.state, found.run.solved) == (State.FINISHED, True)
        assert found.run.accuracy > 0.95
        assert found.history == found.run.history
        assert wait_until(lambda: (status := engine.status(job)).ended and status, 60).state is State.FINISHED
        (endless,) = engine.practise([Practice(RecallSpec(cell="SimpleRNN", distance=60, epochs=200))], "ann")
        wait_until(lambda: engine.practice(endless).history, 30)
        engine.stop(endless, "ann")
        stopped = wait_until(lambda: (status := engine.practice(endless)).ended and status, 30)
        assert stopped.state is State.STOPPED
        assert 0 < len(stopped.run.history) < 200
    finally:
        engine.close()


@pytest.mark.engine
def test_at_forty_steps_over_five_seeds_the_simple_rnn_guesses_and_the_gated_cells_remember_within_a_minute():
    engine = Engine(Patience())
    try:
        wait_until(engine.ready, 90)
        began = time.monotonic()
        specs = [RecallSpec(cell=cell, seed=seed) for cell in CELLS for seed in range(1, 6)]
        names = engine.practise([Practice(spec) for spec in specs], "ann")
        for name in names:
            run = wait_until(lambda name=name: engine.practice(name).run, 90)
            if run.spec.cell == "SimpleRNN":
                assert abs(run.accuracy - CHANCE) < 0.1
            else:
                assert run.accuracy > 0.95
        assert time.monotonic() - began < 60
    finally:
        engine.close()
