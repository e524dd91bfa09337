"""Gradient descent on a bowl: one weight, a loss that is its square, and a rate. Pure.

With the loss w² the gradient is 2w, so that each step multiplies the weight by 1 - 2 · rate.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Way = Literal["crawls", "arrives", "swings", "flies_off"]

START, STEPS = 1.0, 15
RATES = (0.005, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2)
# Less than this part of the first loss is to have arrived.
_THERE = 0.01


@dataclass(frozen=True)
class Descent:
    """Where the weight was before the first step and after each, `weights` `(STEPS + 1,)`, and how it ended."""

    rate: float
    weights: Floats

    @property
    def losses(self) -> Floats:
        """The loss at each of `weights`."""
        return self.weights**2

    @property
    def factor(self) -> float:
        """What each step multiplies the weight by."""
        return 1 - 2 * self.rate

    @property
    def way(self) -> Way:
        """How it went: by what is left of the loss, and whether the weight changes sides."""
        if self.losses[-1] >= self.losses[0]:
            return "flies_off"
        if self.losses[-1] <= _THERE * self.losses[0]:
            return "arrives"
        return "swings" if self.factor < 0 else "crawls"


def descend(rate: float) -> Descent:
    """`STEPS` steps of gradient descent from `START` at this learning rate.

    >>> descend(0.25).weights[:3].tolist()
    [1.0, 0.5, 0.25]
    """
    weights = [START]
    for _ in range(STEPS):
        weights.append(weights[-1] - rate * 2 * weights[-1])
    return Descent(rate, np.array(weights))
