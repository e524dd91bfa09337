from functools import partial

import pytest

from rnn_core.engine import progress
from rnn_core.engine.keeper import Keeper
from rnn_core.engine.registry import Registry
from rnn_core.engine.status import State, Status
from rnn_core.errors import EngineError
from rnn_core.learning.events import StageBegan
from rnn_core.store import run_name, short_name
from rnn_core.words import Sentence
from tests.engine.engine_jobs import run_of, small_job

JOB = small_job()
PROBLEM = Sentence("some", "Something happened.")


@pytest.fixture
def registry():
    return Registry(keep=3)


class NotebookKeeper(Keeper):
    """Stands in for a keeper: what it was told; while it is `slow`, results are put down only by `late`."""

    def __init__(self):
        super().__init__(None)
        self.said, self.slow, self.late = [], False, None

    def begin(self, name, job, owner):  # noqa: ARG002
        self.said.append(("begin", name))

    def end(self, status):
        self.said.append(("end", status.key))

    def copy(self, status, owner):
        self.said.append(("copy", status.key, owner))

    def finish(self, name, job, owner, run, then):  # noqa: ARG002
        self.said.append(("finish", name))
        self.late = then
        if not self.slow:
            then()


@pytest.fixture
def keeper():
    return NotebookKeeper()


def submitted(registry, job=JOB, owner="ann", *, again=False):
    return registry.submit(job, owner, again=again)


def finished(registry, job=JOB, owner="ann", *, again=False):
    """A training of `job` that has run to its end; its name."""
    name = submitted(registry, job, owner, again=again)
    registry.finish(registry.take().ticket, run_of(job))
    return name


def failed(registry, job=JOB, owner="ann"):
    name = submitted(registry, job, owner)
    registry.update(registry.take().ticket, partial(progress.fail, problem=PROBLEM))
    return name


NAME = run_name(JOB.key, "ann")


def test_a_training_has_the_name_of_its_owners_run_for_ever(registry):
    assert submitted(registry) == NAME
    assert registry.get(NAME).state is State.QUEUED
    assert registry.get("unheard of") is None
    assert submitted(Registry()) == NAME


def test_nobodys_training_is_called_by_its_key(registry):
    assert submitted(registry, owner="") == JOB.key


def test_it_is_idle_until_a_worker_takes_something(registry):
    assert registry.is_idle()
    registry.submit(JOB, "me", again=False)
    assert registry.is_idle()
    taken = registry.take()
    assert not registry.is_idle()
    registry.finish(taken.ticket, run_of(JOB))
    assert registry.is_idle()


def test_positions_follow_the_queue(registry):
    first, second = submitted(registry), submitted(registry, small_job(seed=2), "bob")
    assert [registry.get(name).position for name in (first, second)] == [1, 2]
    registry.take()
    assert [registry.get(name).position for name in (first, second)] == [0, 1]
    assert registry.get(first).state is State.PREPARING


def test_the_same_training_of_the_same_owner_is_there_already(registry):
    assert submitted(registry) == submitted(registry) == submitted(registry, again=True)
    assert len(registry.live("ann")) == 1


def test_the_same_training_of_two_owners_is_two(registry):
    names = [submitted(registry, owner=owner) for owner in ("ann", "bob", "cem")]
    assert len(set(names)) == 3
    registry.ask_to_stop(names[1])
    assert [registry.get(name).state for name in names] == [State.QUEUED, State.STOPPED, State.QUEUED]


def test_a_finished_training_is_given_back_to_its_owner(registry):
    name = finished(registry)
    assert submitted(registry) == name
    assert registry.get(name).state is State.FINISHED


def test_a_finished_training_is_given_to_nobody_else_but_its_numbers_are(registry):
    name = finished(registry)
    bobs = submitted(registry, owner="bob")
    assert bobs != name
    assert [registry.get(one).state for one in (name, bobs)] == [State.FINISHED] * 2
    assert registry.get(bobs).key == bobs


def test_of_the_same_run_everybody_is_given_back_their_own(registry):
    names = [finished(registry), submitted(registry, owner="bob")]
    assert [submitted(registry, owner=owner) for owner in ("bob", "ann")] == names[::-1]


def test_a_finished_training_can_be_done_again(registry):
    name = finished(registry)
    assert submitted(registry, again=True) == name
    assert registry.get(name).state is State.QUEUED


def test_what_another_owner_looks_at_is_not_replaced(registry):
    name = finished(registry)
    assert submitted(registry, owner="bob", again=True) != name
    assert registry.get(name).state is State.FINISHED


def test_a_failed_training_is_replaced(registry):
    assert failed(registry) == submitted(registry) == NAME
    assert registry.get(NAME).problem is None


def test_stopping_what_waits_needs_nobody_else(registry):
    name = submitted(registry)
    assert registry.ask_to_stop(name) is None
    assert registry.get(name).state is State.STOPPED
    assert registry.take() is None


def test_stopping_what_runs_names_its_ticket(registry):
    name = submitted(registry)
    ticket = registry.take().ticket
    assert registry.ask_to_stop(name) == ticket
    assert registry.get(name).state is State.STOPPING


def test_stopping_what_has_ended_or_never_was_is_no_error(registry):
    assert registry.ask_to_stop(finished(registry)) is None
    assert registry.ask_to_stop("unheard of") is None


def test_what_an_earlier_attempt_says_late_is_not_heard(registry):
    name = submitted(registry)
    old = registry.take().ticket
    registry.update(old, partial(progress.fail, problem=PROBLEM))
    submitted(registry)
    registry.update(old, partial(progress.finish, run=run_of(JOB)))
    assert registry.get(name).state is State.QUEUED


def test_what_could_not_begin_is_next_again_under_a_new_ticket(registry):
    submitted(registry)
    submitted(registry, small_job(seed=2), "bob")
    old = registry.take().ticket
    registry.put_back(old)
    entry = registry.take()
    assert entry.status.key == NAME
    assert entry.ticket != old


def test_only_the_newest_ended_are_remembered(registry):
    names = [finished(registry, small_job(seed=seed)) for seed in range(5)]
    assert [registry.get(name) is not None for name in names] == [False, False, True, True, True]


def test_only_as_much_is_remembered_as_there_is_room_for():
    size = Status(JOB.key, JOB, State.FINISHED, run=run_of(JOB)).nbytes
    roomy, narrow = Registry(keep_bytes=3 * size), Registry(keep_bytes=3 * size - 1)
    for registry, kept in ((roomy, 3), (narrow, 2)):
        names = [finished(registry, small_job(seed=seed)) for seed in range(5)]
        assert [registry.get(name) is not None for name in names] == [False] * (5 - kept) + [True] * kept


def test_the_newest_is_remembered_however_large_it_is():
    registry = Registry(keep_bytes=1)
    names = [finished(registry, small_job(seed=seed)) for seed in range(2)]
    assert [registry.get(name) is not None for name in names] == [False, True]


def test_a_training_is_as_large_as_its_data_and_what_its_run_brought():
    waiting, ended = Status(JOB.key, JOB, State.QUEUED), Status(JOB.key, JOB, State.FINISHED, run=run_of(JOB))
    assert waiting.nbytes == 2 * 8 * 300  # a date and a value a row
    assert ended.nbytes == waiting.nbytes + 5 * 8 * 2  # dates, actual, predicted, naive and spread of two rows


def test_what_runs_is_never_forgotten(registry):
    name = submitted(registry)
    registry.take()
    for seed in range(2, 8):
        finished(registry, small_job(seed=seed), "bob")
    assert registry.get(name).state is State.PREPARING


def test_a_short_name_finds_its_training(registry):
    names = [submitted(registry, owner=owner) for owner in ("ann", "bob")]
    assert [registry.find(short_name(name)).key for name in names] == names


def test_a_short_name_finds_nothing_once_its_training_is_forgotten(registry):
    anns, bobs = finished(registry), submitted(registry, owner="bob")
    for seed in (2, 3):
        finished(registry, small_job(seed=seed))
    # Of four ended trainings three are remembered, and Ann's was the first.
    assert registry.find(short_name(anns)) is None
    assert registry.find(short_name(bobs)).key == bobs


@pytest.mark.parametrize("short", ["", "0", NAME[:11], "." + NAME, "x" * 12])
def test_what_is_too_short_or_foreign_finds_nothing(registry, short):
    submitted(registry)
    assert registry.find(short) is None


def test_everybody_sees_their_own_live_trainings(registry):
    finished(registry, small_job(seed=9))
    mine = [submitted(registry, small_job(seed=seed)) for seed in (1, 2)]
    submitted(registry, small_job(seed=3), "bob")
    assert [status.key for status in registry.live("ann")] == mine
    assert registry.live("nobody") == ()


def test_when_the_engine_is_gone_what_waits_may_go_on_waiting(registry):
    running, waiting = submitted(registry), submitted(registry, small_job(seed=2))
    registry.take()
    registry.end_all(partial(progress.interrupt, problem=PROBLEM), waiting=False)
    assert (registry.get(running).state, registry.get(running).problem) == (State.INTERRUPTED, PROBLEM)
    assert registry.get(waiting).position == 1
    registry.end_all(partial(progress.fail, problem=PROBLEM), waiting=True)
    assert registry.get(waiting).state is State.FAILED


def test_an_interrupted_training_begins_anew_under_its_name(registry):
    name = submitted(registry)
    registry.take()
    registry.end_all(partial(progress.interrupt, problem=PROBLEM), waiting=False)
    assert submitted(registry) == name
    assert registry.get(name) == Status(name, JOB, State.QUEUED, position=1)


def earlier(job=JOB, owner="ann"):
    """A training that ended in an earlier life."""
    name = run_name(job.key, owner)
    return progress.finish(Status(name, job, State.QUEUED), run_of(job))


def test_what_ended_in_an_earlier_life_is_remembered_as_if_it_had_just_ended(registry):
    registry.adopt(earlier(), "ann")
    assert submitted(registry) == NAME
    assert registry.get(NAME).state is State.FINISHED


def test_what_is_here_already_is_not_replaced_by_an_earlier_life(registry):
    submitted(registry)
    registry.adopt(earlier(), "ann")
    assert registry.get(NAME).state is State.QUEUED


def test_of_earlier_lives_too_only_the_newest_are_remembered(registry):
    ended = [earlier(small_job(seed=seed)) for seed in range(5)]
    for status in ended:
        registry.adopt(status, "ann")
    assert [registry.get(status.key) is not None for status in ended] == [False, False, True, True, True]


def test_what_is_forgotten_is_gone_however_far_it_got_and_its_late_result_is_put_down(keeper):
    registry = Registry(keeper)
    ended, running = finished(registry), submitted(registry, small_job(seed=2))
    ticket, waiting = registry.take().ticket, submitted(registry, small_job(seed=3))
    assert registry.forget([ended, running, waiting, "unheard of"]) == [ticket]
    assert [registry.get(name) for name in (ended, running, waiting)] == [None] * 3
    assert (registry.live("ann"), registry.take()) == ((), None)
    registry.update(ticket, partial(progress.fold, event=StageBegan("training")))
    registry.finish(ticket, run_of(small_job(seed=2), stopped=True))
    assert registry.get(running) is None
    assert keeper.said[-3:] == [("end", running), ("end", waiting), ("finish", running)]
    assert submitted(registry) == ended
    assert registry.get(ended).state is State.QUEUED


def test_what_is_deleted_and_begun_anew_hears_nothing_of_the_old_attempt(keeper):
    registry = Registry(keeper)
    name = submitted(registry)
    old = registry.take().ticket
    registry.forget([name])
    submitted(registry)
    registry.put_back(registry.take().ticket)
    registry.finish(old, run_of(JOB, stopped=True))
    assert registry.get(name).state is State.QUEUED
    assert ("finish", name) not in keeper.said


@pytest.mark.parametrize("end", ["put_back", "update", "end_all"])
def test_nothing_of_what_was_forgotten_is_left_when_it_ends_without_a_result(registry, end):
    name = submitted(registry)
    ticket = registry.take().ticket
    registry.forget([name])
    match end:
        case "put_back":
            registry.put_back(ticket)
        case "update":
            registry.update(ticket, partial(progress.fail, problem=PROBLEM))
        case "end_all":
            registry.end_all(partial(progress.fail, problem=PROBLEM), waiting=True)
            registry.put_back(ticket)
    assert (registry.get(name), registry.take(), registry._leaving) == (None, None, {})


def test_what_is_forgotten_while_its_result_is_put_down_lands_nowhere(keeper):
    registry = Registry(keeper)
    name = submitted(registry)
    keeper.slow = True
    registry.finish(registry.take().ticket, run_of(JOB))
    assert registry.forget([name]) == []
    keeper.late()
    assert registry.get(name) is None


def test_nobody_stops_or_forgets_what_is_another_owners(registry):
    name = submitted(registry)
    assert registry.ask_to_stop(name, "bob") is None
    assert registry.forget([name], "bob") == []
    assert registry.get(name).state is State.QUEUED
    registry.ask_to_stop(name, "ann")
    assert registry.get(name).state is State.STOPPED
    assert registry.ask_to_stop(submitted(registry, small_job(seed=2)), None) is None
    assert registry.live("ann") == ()


def test_what_another_server_has_finished_takes_the_place_of_what_failed_here(registry):
    name = failed(registry)
    registry.adopt(progress.fail(Status(name, JOB, State.QUEUED), PROBLEM), "ann")
    assert registry.get(name).state is State.FAILED
    registry.adopt(earlier(), "ann")
    assert registry.get(name).state is State.FINISHED


def test_of_several_that_have_no_room_together_none_is_entered(registry):
    interrupted = [submitted(registry, small_job(seed=seed)) for seed in (101, 102)]
    for _ in interrupted:
        registry.take()
    registry.end_all(partial(progress.interrupt, problem=PROBLEM), waiting=False)
    here = [submitted(registry, small_job(seed=seed)) for seed in range(29)]
    jobs = [small_job(seed=seed) for seed in (101, 0, 102, 102)]
    with pytest.raises(EngineError):
        registry.submit_all(jobs, "ann", again=False)
    assert [registry.get(name).state for name in interrupted] == [State.INTERRUPTED] * 2
    registry.ask_to_stop(here[-1])
    names = registry.submit_all(jobs, "ann", again=False)
    assert names == [interrupted[0], here[0], interrupted[1], interrupted[1]]
    assert [registry.get(name).state for name in names] == [State.QUEUED] * 4
    assert len(registry.live("ann")) == 30


def test_a_full_queue_refuses_and_forgets_nothing(registry):
    name = finished(registry, small_job(seed=99))
    for seed in range(30):
        submitted(registry, small_job(seed=seed))
    with pytest.raises(EngineError):
        submitted(registry, small_job(seed=99), again=True)
    assert registry.get(name).state is State.FINISHED
