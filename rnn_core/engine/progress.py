"""How a Status moves on: by an event, by a result, by a failure. Pure: a status in, a new status out."""

from dataclasses import replace
from typing import Any

from rnn_core.engine.messages import AnyEvent
from rnn_core.engine.status import AnyStatus, State, Status
from rnn_core.engine.task import Outcome
from rnn_core.learning.events import BatchDone, EpochDone, StageBegan
from rnn_core.lessons.memory.recall_result import Practised
from rnn_core.text.events import Sampled
from rnn_core.words import Sentence


def fold(status: AnyStatus, event: AnyEvent) -> AnyStatus:
    """`status` after `event`; one that has ended stays as it is."""
    if status.ended:
        return status
    match event:
        case StageBegan():
            return _fold_stage(status, event)
        case BatchDone():
            return _fold_batch(status, event)
        case EpochDone():
            return replace(_fold_epoch(status, event), curve=event.curve or status.curve)
        case Sampled():
            return replace(status, sample=event)
        case Practised():
            # The first round is the first word that training has begun.
            return _fold_epoch(_fold_stage(status, StageBegan("training")), event)


def begin(status: AnyStatus) -> AnyStatus:
    """A worker has taken the training on."""
    return replace(status, state=State.PREPARING, position=0)


def wait_again(status: AnyStatus) -> AnyStatus:
    """The worker was gone before the training began; one that was asked to stop need not wait."""
    if status.state is State.STOPPING:
        return replace(status, state=State.STOPPED)
    return Status(status.key, status.job, State.QUEUED)


def ask_to_stop(status: AnyStatus) -> AnyStatus:
    """One that waits stops at once, one that runs is asked to."""
    if status.ended:
        return status
    return replace(status, state=State.STOPPED if status.state is State.QUEUED else State.STOPPING, position=0)


def finish(status: AnyStatus, run: Outcome) -> AnyStatus:
    """The training gave back `run`, whole or cut short by a stop."""
    return replace(
        status,
        state=State.STOPPED if run.stopped else State.FINISHED,
        epoch=len(run.history),
        share=status.share if run.stopped else 1.0,
        seconds=run.seconds,
        history=tuple(map(_without_curve, run.history)),
        run=run,
    )


def give_up(status: AnyStatus, problem: Sentence | None) -> AnyStatus:
    """The training was asked to stop, did not answer, and was ended the hard way."""
    return replace(status, state=State.STOPPED, position=0, problem=problem)


def fail(status: AnyStatus, problem: Sentence) -> AnyStatus:
    """The training ended without a result, because of `problem`."""
    return replace(status, state=State.FAILED, position=0, problem=problem)


def interrupt(status: AnyStatus, problem: Sentence) -> AnyStatus:
    """The engine or the server ended while the training waited or ran."""
    return replace(status, state=State.INTERRUPTED, position=0, problem=problem)


def _fold_stage(status: AnyStatus, event: StageBegan) -> AnyStatus:
    if status.state is State.STOPPING:
        return status
    return replace(status, state=State.PREPARING if event.stage == "preparing" else State.TRAINING)


def _fold_batch(status: AnyStatus, event: BatchDone) -> AnyStatus:
    share = (event.epoch - 1 + event.share) / status.job.spec.epochs
    return replace(status, epoch=event.epoch, share=min(share, 1.0), seconds=event.seconds)


def _fold_epoch(status: AnyStatus, event: EpochDone | Practised) -> AnyStatus:
    epochs = status.job.spec.epochs
    return replace(
        status,
        epoch=min(event.epoch + 1, epochs),
        share=min(event.epoch / epochs, 1.0),
        seconds=event.seconds,
        history=(*status.history, _without_curve(event)),
    )


def _without_curve(event: Any) -> Any:
    # Only the newest curve is drawn; a thousand of them would make every status heavy.
    return replace(event, curve=()) if isinstance(event, EpochDone) else event
