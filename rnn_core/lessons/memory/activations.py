"""ACTIVATIONS: what bends a simple recurrent network's states, the slope of each, and the most that slope can be. Pure.

On the way back through time each step multiplies the gradient by the slope at that step. Where no slope is above 0.25,
no step can hand on more than a quarter, whatever the network has learnt.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.words import N_

Floats = npt.NDArray[np.float64]

# Where the bound of a slope is looked for: beyond these, all three are flat or straight.
_ENDS, _POINTS = 8.0, 1601


@dataclass(frozen=True)
class Activation:
    """One activation: `bend` makes a state of `a`, `slope` is its derivative at `a`; `summary` is for translation."""

    name: str
    bend: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    summary: str

    @property
    def bound(self) -> float:
        """The largest slope of all, found by looking at many `a`.

        >>> [ACTIVATIONS[name].bound for name in ("tanh", "sigmoid", "relu")]
        [1.0, 0.25, 1.0]
        """
        return float(self.slope(np.linspace(-_ENDS, _ENDS, _POINTS)).max())


def _sigmoid(a: Floats) -> Floats:
    return 0.5 * (1 + np.tanh(a / 2))


def _relu(a: Floats) -> Floats:
    return np.maximum(a, 0.0)


def _slope_of_tanh(a: Floats) -> Floats:
    return 1 - np.tanh(a) ** 2


def _slope_of_sigmoid(a: Floats) -> Floats:
    s = _sigmoid(a)
    return s * (1 - s)


def _slope_of_relu(a: Floats) -> Floats:
    return np.where(a > 0, 1.0, 0.0)


ACTIVATIONS: dict[str, Activation] = {
    one.name: one
    for one in (
        Activation(
            "tanh",
            np.tanh,
            _slope_of_tanh,
            N_("Its slope is at most 1, and only at 0: the larger a state, the less of a gradient passes it."),
        ),
        Activation(
            "sigmoid",
            _sigmoid,
            _slope_of_sigmoid,
            N_(
                "Its slope is at most 0.25: three quarters of a gradient are lost at every step, unless U stretches it."
            ),
        ),
        Activation(
            "relu",
            _relu,
            _slope_of_relu,
            N_("Its slope is 1 above 0, and 0 below: a gradient passes a unit whole or not at all."),
        ),
    )
}
