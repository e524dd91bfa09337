import pytest

from rnn_core.engine import progress
from rnn_core.engine.status import State, Status
from rnn_core.learning.events import BatchDone, EpochDone, StageBegan
from rnn_core.words import Sentence
from tests.engine.engine_jobs import run_of, small_job

PROBLEM = Sentence("some", "Something happened.")


JOB = small_job(epochs=4)


def waiting():
    return Status("key", JOB, State.QUEUED)


def after(*events, status=None):
    status = status or progress.begin(waiting())
    for event in events:
        status = progress.fold(status, event)
    return status


@pytest.mark.parametrize(
    ("stage", "state"),
    [("preparing", State.PREPARING), ("training", State.TRAINING), ("predicting", State.TRAINING)],
)
def test_a_stage_is_a_state(stage, state):
    assert after(StageBegan(stage)).state is state


def test_share_counts_whole_epochs_and_the_part_of_the_one_under_way():
    status = after(EpochDone(1, 0.5, None, 2.0), BatchDone(2, 0.5, 0.4, 3.0))
    assert (status.epoch, status.share, status.seconds) == (2, 0.375, 3.0)


def test_time_left_goes_by_the_epochs_after_the_slow_first_one():
    assert after(EpochDone(1, 0.5, None, 4.0)).seconds_left is None
    # Two of four epochs are through, and the second took one second.
    assert after(EpochDone(1, 0.5, None, 4.0), EpochDone(2, 0.5, None, 5.0)).seconds_left == pytest.approx(2.0)


def test_nobody_is_told_to_wait_for_epochs_that_will_not_be():
    two = after(EpochDone(1, 0.5, None, 4.0), EpochDone(2, 0.5, None, 5.0))
    assert progress.ask_to_stop(two).seconds_left is None
    all_four = after(*(EpochDone(epoch, 0.5, None, epoch * 1.0) for epoch in (1, 2, 3, 4)))
    assert all_four.seconds_left is None


def test_after_the_last_epoch_the_last_stays_under_way():
    status = after(*(EpochDone(epoch, 0.5, 0.6, epoch * 1.0) for epoch in (1, 2, 3, 4)))
    assert (status.epoch, status.share) == (4, 1.0)


def test_only_the_newest_curve_is_kept():
    curves = ((1.0,), (2.0,), ())
    epochs = (EpochDone(epoch, 1.0 / epoch, None, 1.0, curve) for epoch, curve in enumerate(curves, start=1))
    status = after(*epochs)
    assert status.curve == (2.0,)
    assert [epoch.loss for epoch in status.history] == [1.0, 1 / 2, 1 / 3]
    assert all(epoch.curve == () for epoch in status.history)


def test_events_do_not_undo_a_stop_that_was_asked_for():
    status = progress.ask_to_stop(after(StageBegan("training")))
    assert after(StageBegan("predicting"), BatchDone(1, 0.5, 0.1, 1.0), status=status).state is State.STOPPING


def test_late_events_leave_an_ended_training_alone():
    ended = progress.fail(after(StageBegan("training")), PROBLEM)
    assert after(EpochDone(1, 0.5, None, 1.0), status=ended) is ended


def test_what_waits_stops_at_once_and_what_runs_is_asked():
    assert progress.ask_to_stop(waiting()).state is State.STOPPED
    assert progress.ask_to_stop(progress.begin(waiting())).state is State.STOPPING


def test_stopping_what_has_ended_changes_nothing():
    ended = progress.finish(progress.begin(waiting()), run_of(small_job()))
    assert progress.ask_to_stop(ended) is ended


def test_a_whole_run_finishes():
    run = run_of(small_job(), epochs=4)
    status = progress.finish(after(BatchDone(4, 0.9, 0.1, 3.0)), run)
    assert (status.state, status.share, status.epoch, status.run) == (State.FINISHED, 1.0, 4, run)
    assert status.ended
    assert all(epoch.curve == () for epoch in status.history)


def test_a_run_cut_short_is_stopped_and_keeps_its_share():
    status = progress.finish(after(BatchDone(2, 0.0, 0.1, 3.0)), run_of(small_job(), epochs=1, stopped=True))
    assert (status.state, status.share, len(status.history)) == (State.STOPPED, 0.25, 1)


def test_a_stop_without_answer_is_a_stop_with_a_problem():
    status = progress.give_up(progress.ask_to_stop(after(StageBegan("training"))), PROBLEM)
    assert (status.state, status.problem, status.run) == (State.STOPPED, PROBLEM, None)


def test_what_could_not_begin_waits_again_unless_it_was_to_stop():
    begun = progress.begin(waiting())
    assert progress.wait_again(begun) == waiting()
    assert progress.wait_again(progress.ask_to_stop(begun)).state is State.STOPPED
