"""What a training of the memory task tells while it runs, and what it ends with. Plain values."""

from dataclasses import dataclass

from rnn_core.lessons.memory.recall_spec import STEPS_A_ROUND, RecallSpec


@dataclass(frozen=True)
class Practised:
    """Round `epoch` (counted from 1) ended, `seconds` after training began.

    `accuracy` (0 to 1) is that on the round's sequences, each of which it had to answer before it learnt from it, so
    that none was known to it; `loss` is their cross entropy.
    """

    epoch: int
    accuracy: float
    loss: float
    seconds: float

    @property
    def steps(self) -> int:
        """Training steps so far."""
        return self.epoch * STEPS_A_ROUND


@dataclass(frozen=True)
class Recalled:
    """How one network did: `accuracy` (0 to 1) at the end, on fresh sequences; `seconds` of training.

    `solved`: it was right so often that there was nothing left to learn; `stopped`: a person ended it early.
    """

    spec: RecallSpec
    history: tuple[Practised, ...]
    accuracy: float
    seconds: float
    solved: bool = False
    stopped: bool = False

    @property
    def steps(self) -> int:
        """Training steps that it took."""
        return len(self.history) * STEPS_A_ROUND

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
        return 500 + 200 * len(self.history)
