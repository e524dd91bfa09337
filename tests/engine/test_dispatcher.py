"""The dispatcher against a link that is no more than a notebook: what is sent, and when."""

import time
from queue import SimpleQueue

import pytest
from distributed.scheduler import KilledWorker

from rnn_core.engine.dispatcher import Dispatcher
from rnn_core.engine.messages import Ended, StopAsked, Told
from rnn_core.engine.patience import Patience
from rnn_core.engine.registry import Registry
from rnn_core.engine.status import State
from rnn_core.errors import SpecError
from rnn_core.learning.events import StageBegan
from tests.engine.engine_jobs import run_of, small_job
from tests.engine.engine_waiting import wait_until

LONG_AGO = -1.0


class NotebookLink:
    """Stands in for `Link`: writes down what it is told to do."""

    alive = True

    def __init__(self):
        self.present = ["one", "two"]
        self.started = {}
        self.said = []

    def workers(self):
        return tuple(self.present)

    def start(self, ticket, job, worker):
        self.started[ticket] = (job, worker)

    def ask_to_stop(self, ticket):
        self.said.append(("stop", ticket))

    def forget(self, ticket, *, was_asked_to_stop):
        self.said.append(("forget", ticket, was_asked_to_stop))

    def cancel(self, ticket):
        self.said.append(("cancel", ticket))

    def restart(self, worker, seconds):  # noqa: ARG002
        self.said.append(("restart", worker))


class Stage:
    """A dispatcher with all that stands around it."""

    def __init__(self, patience=None):
        self.registry, self.link, self.inbox = Registry(), NotebookLink(), SimpleQueue()
        self.dispatcher = Dispatcher(self.registry, self.link, self.inbox, patience or Patience())

    def submit(self, count):
        return [self.registry.submit(small_job(seed=seed), "ann", again=False) for seed in range(count)]

    def play(self, *messages):
        """Let the dispatcher run until it has read `messages` and looked once more at its workers."""
        for message in messages:
            self.inbox.put(message)
        rounds = iter([True, True])
        self.dispatcher._looked = LONG_AGO
        self.dispatcher.run(lambda: next(rounds, False))

    def states(self, names):
        return [self.registry.get(name).state for name in names]

    def tickets(self):
        return list(self.link.started)


@pytest.fixture
def stage():
    return Stage()


def test_no_worker_gets_more_than_one_training(stage):
    names = stage.submit(3)
    stage.play()
    assert sorted(worker for _, worker in stage.link.started.values()) == ["one", "two"]
    assert stage.states(names) == [State.PREPARING, State.PREPARING, State.QUEUED]


def test_the_next_one_begins_when_one_has_ended(stage):
    names = stage.submit(3)
    stage.play()
    first = stage.tickets()[0]
    job, worker = stage.link.started[first]
    stage.play(Ended(first, run_of(job)))
    assert stage.states(names) == [State.FINISHED, State.PREPARING, State.PREPARING]
    assert stage.link.started[stage.tickets()[2]][1] == worker


def test_a_refusal_keeps_its_sentence_and_touches_nobody_else(stage):
    names = stage.submit(2)
    stage.play()
    refusal = SpecError("too_long", "The window ({window} steps) is too long.", window=60)
    stage.play(Ended(stage.tickets()[0], refusal))
    assert stage.registry.get(names[0]).problem == refusal.sentence
    assert stage.states(names) == [State.FAILED, State.PREPARING]


def test_a_killed_worker_is_reported_by_the_name_of_its_cell(stage):
    (name,) = stage.submit(1)
    stage.play()
    stage.play(Ended(stage.tickets()[0], KilledWorker("task", None, 0)))
    assert stage.registry.get(name).problem.code == "worker_killed"
    assert str(stage.registry.get(name).problem).startswith("The process that trained GRU was ended from outside")


def test_an_unknown_error_becomes_a_sentence_and_a_line_in_the_log(stage, caplog):
    (name,) = stage.submit(1)
    stage.play()
    stage.play(Ended(stage.tickets()[0], ZeroDivisionError("by zero")))
    problem = stage.registry.get(name).problem
    assert (problem.code, problem.values) == ("job_failed", {"kind": "ZeroDivisionError", "text": "by zero"})
    assert "ZeroDivisionError: by zero" in caplog.text


def test_events_are_counted_so_that_none_counts_twice(stage):
    (name,) = stage.submit(1)
    stage.play()
    ticket = stage.tickets()[0]
    stage.play(Told(ticket, 2, StageBegan("training")), Told(ticket, 1, StageBegan("preparing")))
    assert stage.states([name]) == [State.TRAINING]


def test_a_stop_is_passed_on_once_and_its_flag_cleared(stage):
    (name,) = stage.submit(1)
    stage.play()
    ticket = stage.registry.ask_to_stop(name)
    stage.play(StopAsked(ticket), StopAsked(ticket))
    stage.play(Ended(ticket, run_of(small_job(), stopped=True)))
    assert stage.link.said == [("stop", ticket), ("forget", ticket, True)]
    assert stage.states([name]) == [State.STOPPED]


def test_a_stop_without_answer_restarts_the_worker():
    stage = Stage(Patience(stop=0.0))
    (name,) = stage.submit(1)
    stage.play()
    ticket, (_, worker) = next(iter(stage.link.started.items()))
    stage.registry.ask_to_stop(name)
    stage.play(StopAsked(ticket))
    wait_until(lambda: ("restart", worker) in stage.link.said)
    assert ("cancel", ticket) in stage.link.said
    assert stage.registry.get(name).problem.code == "stop_unanswered"
    assert stage.states([name]) == [State.STOPPED]


def test_without_any_worker_for_long_the_program_is_given_up():
    stage = Stage(Patience(workers=0.0))
    stage.link.present = []
    wait_until(lambda: time.monotonic() > stage.dispatcher._manned)
    # It would go on for ever, if it waited for a worker.
    stage.dispatcher.run(lambda: True)
    assert stage.link.started == {}


def test_a_worker_that_vanished_before_the_beginning_costs_nothing(stage):
    (name,) = stage.submit(1)
    stage.play()
    old = stage.tickets()[0]
    stage.link.present = ["three"]
    for _ in range(3):
        stage.play()
    assert stage.states([name]) == [State.PREPARING]
    assert stage.link.started[stage.tickets()[-1]][1] == "three"
    assert ("cancel", old) in stage.link.said


def test_a_worker_that_vanished_in_the_middle_is_reported(stage):
    (name,) = stage.submit(1)
    stage.play()
    stage.play(Told(stage.tickets()[0], 1, StageBegan("training")))
    stage.link.present = ["three"]
    for _ in range(3):
        stage.play()
    assert stage.registry.get(name).problem.code == "worker_killed"


def test_messages_of_unknown_trainings_are_ignored(stage):
    stage.play(
        Told("stranger", 1, StageBegan("training")), StopAsked("stranger"), Ended("stranger", run_of(small_job()))
    )
    assert stage.link.said == []


@pytest.mark.parametrize("heeded_first", [True, False])
def test_what_scores_its_network_has_heeded_the_stop_and_is_let_finish(heeded_first):
    stage = Stage(Patience(stop=0.0))
    (name,) = stage.submit(1)
    stage.play()
    ticket = stage.registry.ask_to_stop(name)
    said = [StopAsked(ticket), Told(ticket, 2, StageBegan("predicting"))]
    stage.play(*(said if heeded_first else reversed(said)))
    assert stage.states([name]) == [State.STOPPING]
    stage.play(Ended(ticket, run_of(small_job(), stopped=True)))
    assert stage.states([name]) == [State.STOPPED]
    assert stage.registry.get(name).run.stopped
    assert stage.registry.get(name).problem is None
    assert stage.link.said == [("stop", ticket), ("forget", ticket, True)]


def test_what_scores_its_network_for_ever_is_restarted_all_the_same():
    stage = Stage(Patience(stop=1e9, ending=0.0))
    (name,) = stage.submit(1)
    stage.play()
    ticket, (_, worker) = next(iter(stage.link.started.items()))
    stage.registry.ask_to_stop(name)
    stage.play(Told(ticket, 2, StageBegan("training")), StopAsked(ticket))
    assert stage.states([name]) == [State.STOPPING]
    stage.play(Told(ticket, 3, StageBegan("predicting")))
    wait_until(lambda: ("restart", worker) in stage.link.said)
    assert stage.registry.get(name).problem.values == {"seconds": 0}
    assert stage.states([name]) == [State.STOPPED]
