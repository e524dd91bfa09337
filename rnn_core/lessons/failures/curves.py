"""Curve: the losses of one training, epoch by epoch, and what can be read off them. Pure.

Losses are parts of what always saying the mean of the training part would cost: at 1 nothing has been learnt.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# From one epoch to the next: by how much a loss must rise to be called a jump.
_JUMP = 0.5


@dataclass(frozen=True)
class Curve:
    """Losses `(epochs,)` of the `training` and of the `validation` part; at least one epoch."""

    training: Floats
    validation: Floats

    @property
    def epochs(self) -> int:
        """How many there were."""
        return len(self.training)

    @property
    def lost_after(self) -> int | None:
        """After how many epochs the loss was no number any more; None if it always was one."""
        lost = np.flatnonzero(~np.isfinite(self.training))
        return int(lost[0]) if lost.size else None

    @property
    def last(self) -> float:
        """The training loss in the end."""
        return float(self.training[-1])

    @property
    def moved(self) -> float:
        """The share of the first training loss that is gone in the end; below 0 it has grown."""
        return 1 - self.last / float(self.training[0])

    @property
    def jumps(self) -> int:
        """In how many epochs the validation loss rose by more than half."""
        return int((self.validation[1:] > (1 + _JUMP) * self.validation[:-1]).sum())

    @property
    def best_epoch(self) -> int:
        """The epoch, counted from 1, whose validation loss is the lowest; 0 where none is a number."""
        return int(np.nanargmin(self.validation)) + 1 if np.isfinite(self.validation).any() else 0

    @property
    def lowest(self) -> float:
        """The lowest validation loss; `nan` where none is a number."""
        return float(self.validation[self.best_epoch - 1]) if self.best_epoch else float("nan")

    @property
    def risen(self) -> float:
        """By what share of its lowest value the validation loss has risen in the end."""
        return float(self.validation[-1]) / self.lowest - 1
