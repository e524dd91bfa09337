"""Status: what is known of one submitted training at this moment, as a value. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from typing_extensions import TypeVar

from rnn_core.engine.job import Job
from rnn_core.engine.task import Milestone, Outcome, Task
from rnn_core.forecast.run import Run
from rnn_core.learning.events import EpochDone
from rnn_core.text.events import Sampled
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


# A status of nothing else said is that of a forecast.
T = TypeVar("T", bound=Task, default=Job)
R = TypeVar("R", bound=Outcome, default=Run)
M = TypeVar("M", bound=Milestone, default=EpochDone)

ENDED = frozenset({State.FINISHED, State.STOPPED, State.FAILED, State.INTERRUPTED})


@dataclass(frozen=True)
class Status(Generic[T, R, M]):
    """A snapshot of one training.

    `position` counts from 1 while it is queued, else 0; `epoch` is the epoch under way, counted from 1, 0 before
    the first; `share` (0 to 1) is the part of the whole training that is through; `seconds` since training began;
    `curve` is a forecast's newest prediction of the thinned test rows, `sample` the newest text of a network that makes
    texts; `run` is what the training came to; `problem`
    says why it failed or was interrupted. `key` is the name of the owner's run (see `run_name`).
    """

    key: str
    job: T
    state: State
    position: int = 0
    epoch: int = 0
    share: float = 0.0
    seconds: float = 0.0
    history: tuple[M, ...] = ()
    curve: tuple[float, ...] = ()
    sample: Sampled | None = None
    run: R | None = None
    problem: Sentence | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ENDED

    @property
    def nbytes(self) -> int:
        """About how much memory it holds: the data, and what the run brought."""
        return self.job.nbytes + (self.run.nbytes if self.run else 0)

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


AnyStatus = Status[Any, Any, Any]
"""The status of a training of any kind."""
