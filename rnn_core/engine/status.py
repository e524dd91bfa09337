"""Status: what is known of one submitted training at this moment, as a value. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from rnn_core.engine.job import Job
from rnn_core.forecast.events import EpochDone
from rnn_core.forecast.run import Run
from rnn_core.words import Sentence


class State(StrEnum):
    """Where a training stands. An interrupted one is not to blame: the engine or the server ended under it."""

    QUEUED = "queued"
    PREPARING = "preparing"
    TRAINING = "training"
    STOPPING = "stopping"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


ENDED = frozenset({State.FINISHED, State.STOPPED, State.FAILED, State.INTERRUPTED})


@dataclass(frozen=True)
class Status:
    """A snapshot of one training.

    `position` counts from 1 while it is queued, else 0; `epoch` is the epoch under way, counted from 1, 0 before
    the first; `share` (0 to 1) is the part of the whole training that is through; `seconds` since training began;
    `curve` is the newest prediction of the thinned test rows; `problem` says why it failed or was interrupted. `key` is
    the name of the owner's run (see `run_name`).
    """

    key: str
    job: Job
    state: State
    position: int = 0
    epoch: int = 0
    share: float = 0.0
    seconds: float = 0.0
    history: tuple[EpochDone, ...] = ()
    curve: tuple[float, ...] = ()
    run: Run | None = None
    problem: Sentence | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ENDED

    @property
    def nbytes(self) -> int:
        """About how much memory it holds: the data, and what the run brought."""
        rows, columns = self.job.series.frame.shape
        # Eight bytes a value and a date; pandas would count them a hundred times slower.
        return 8 * rows * (columns + 1) + (self.run.nbytes if self.run else 0)

    @property
    def seconds_left(self) -> float | None:
        """Time left to learn if the rest goes as the epochs after the first, which is slow; None where nobody knows.

        That is before the second epoch ends, after the last one, and once it is to stop.
        """
        if self.ended or self.state is State.STOPPING or self.share >= 1.0 or len(self.history) < 2:
            return None
        first, last = self.history[0], self.history[-1]
        an_epoch = (last.seconds - first.seconds) / (last.epoch - first.epoch)
        return an_epoch * self.job.spec.epochs * (1.0 - self.share)
