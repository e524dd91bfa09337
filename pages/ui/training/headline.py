"""How a training of any kind stands, in a few words, and how long it takes."""

from pages.ui.engine import engine
from pages.ui.language import _
from pages.ui.words import duration
from rnn_core.engine import State
from rnn_core.engine.status import AnyStatus
from rnn_core.words import N_

_HEADLINES = {
    State.QUEUED: N_("Waiting until other trainings end: place {position} in the queue"),
    State.PREPARING: N_("Building the network"),
    State.TRAINING: N_("Epoch {epoch} of {epochs}"),
    State.STOPPING: N_("Stopping"),
    State.FINISHED: N_("Done"),
    State.STOPPED: N_("Stopped"),
    State.FAILED: N_("Could not finish"),
    State.INTERRUPTED: N_("Interrupted"),
}


def headline(status: AnyStatus) -> str:
    """Where it stands."""
    if status.state is State.QUEUED and not engine().ready():
        return _("The engine is starting")
    if status.state is State.QUEUED and engine().is_idle():
        return _("Building the network")
    if status.state is State.TRAINING and status.share >= 1.0:
        return _("Testing and looking ahead") if status.job.spec.kind == "forecast" else _("Testing")
    return _(
        _HEADLINES[status.state],
        position=status.position,
        epoch=max(1, status.epoch),  # the first one begins before anything is told of it
        epochs=status.job.spec.epochs,
    )


def time_told(status: AnyStatus) -> str:
    """How much time is left, or has passed where nobody knows what is left."""
    if status.seconds_left is None:
        return _("{time} so far", time=duration(status.seconds))
    return _("{time} left", time=duration(status.seconds_left))
