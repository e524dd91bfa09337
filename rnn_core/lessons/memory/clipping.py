"""Clipping: cutting a gradient that is too long (Pascanu, Mikolov and Bengio 2013), and a cliff to try it on. Pure.

The smallest recurrent network there is: one unit, no bend, nothing read. `h' = w h` from `h = 1` makes `h_T = w^T`, and
the loss is `(h_T - y)^2 / 2`. Below w = 1 it is nearly flat, above it a wall: the gradient `(h_T - y) T w^(T - 1)`
vanishes on one side and explodes on the other.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

WANTED = 0.5
"""The y of the loss: what the last state should be."""
ROUNDS = 40

# A weight this large is far out of every picture, and its gradient would soon be no number any more.
_LOST = 10.0


@dataclass(frozen=True)
class Descent:
    """Gradient descent on the cliff: the `weights` it came through, `(rounds + 1,)` or fewer where it `flew_off`."""

    weights: Floats
    flew_off: bool


def clipped(gradient: Floats, limit: float) -> Floats:
    """`gradient` shortened to the length `limit` where it is longer; its direction stays.

    >>> clipped(np.array([30.0, 40.0]), 5.0).tolist(), clipped(np.array([3.0, 4.0]), 5.0).tolist()
    ([3.0, 4.0], [3.0, 4.0])
    """
    length = float(np.linalg.norm(gradient))
    return gradient * (limit / length) if length > limit else gradient


def loss_at(w: Floats, steps: int) -> Floats:
    """The loss of the weights `w` after `steps` steps."""
    return np.asarray((w**steps - WANTED) ** 2 / 2, "float64")


def slope_at(w: Floats, steps: int) -> Floats:
    """The derivative of the loss with respect to `w`: a product of `steps` factors."""
    return np.asarray((w**steps - WANTED) * steps * w ** (steps - 1), "float64")


def descend(start: float, steps: int, *, rate: float, limit: float | None) -> Descent:
    """Go down from the weight `start` at the learning rate `rate`, each gradient clipped to `limit` if there is one."""
    weights = [np.array([start])]
    for _ in range(ROUNDS):
        gradient = slope_at(weights[-1], steps)
        weights.append(weights[-1] - rate * (gradient if limit is None else clipped(gradient, limit)))
        if abs(weights[-1][0]) > _LOST:
            return Descent(np.concatenate(weights), flew_off=True)
    return Descent(np.concatenate(weights), flew_off=False)
