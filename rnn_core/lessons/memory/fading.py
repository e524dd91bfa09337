"""Fading: how much of a gradient is left after going back so many steps through a network. Pure.

The size of `d h_T / d h_t` is the root mean square, over all directions at the end, of the length of the gradient that
arrives at step t: the Frobenius norm of that matrix of derivatives divided by the square root of the units. It is 1 at
the end itself, and what a step multiplies it by is its factor, so that the product of all factors is what arrives.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.network import Floats, Passed, Setup, pass_forward
from rnn_core.lessons.memory.steps_back import STEPS_BACK, Gradient, Within

VANISHED = 0.01
"""A gradient of which less than this is left has vanished."""
EXPLODED = 100.0
"""A gradient that has become so many times larger has exploded."""
KEEPS = {"LSTM": "f", "GRU": "z"}
"""The gate that keeps, by the cell: on the direct road back a step multiplies by it alone."""

# What a computer can hardly tell from 0 gives no factor worth the name.
_NOTHING = 1e-290


@dataclass(frozen=True)
class Fading:
    """What is left of a gradient, `(steps,)` by the distance from the last step, beginning with 1 at distance 0.

    `sizes` are those of `d h_T / d h_t`; `kept`, of an LSTM alone, those of `d c_T / d c_t`. Both are what arrives by
    all ways together. `road`, of an LSTM and a GRU, is what arrives by the direct road alone, on which a step
    multiplies each unit by its f or z: the root mean square over the units of these products, never above 1. `gate`
    `(steps,)` is how far the gate that keeps (f or z) was open at each step, on average, in the order of time; of a
    SimpleRNN it is the mean slope of the activation. `states` `(steps,)` is the first number of h after each step.
    `norm` is that of U: by how much it can stretch at most.
    """

    setup: Setup
    sizes: Floats
    gate: Floats
    states: Floats
    norm: float
    kept: Floats | None = None
    road: Floats | None = None

    @property
    def factors(self) -> Floats:
        """What each step back multiplies the size by, `(steps - 1,)`; `nan` where nothing is left to multiply."""
        return factors_of(self.sizes)

    @property
    def distance(self) -> int:
        """How many steps lie between the first state and the last."""
        return len(self.sizes) - 1

    @property
    def factor(self) -> float:
        """The mean factor of a step: as many of it, multiplied, give what is left at the far end."""
        return mean_factor(self.sizes)


def fade(setup: Setup) -> Fading:
    """Send gradients back through the network of `setup`."""
    passed = pass_forward(setup)
    ways = list(_ways_back(setup, passed))
    sizes = np.array([_size(d_h[: setup.units]) for d_h, _ in ways])
    kept = np.array([_size(d_c[setup.units :]) for _, d_c in ways]) if setup.cell == "LSTM" else None
    norm = float(np.linalg.norm(passed.weights[1], 2))
    return Fading(setup, sizes, _gate(setup, passed), passed.within["h"][:, 0], norm, kept, _road(setup, passed))


def bound_of(setup: Setup) -> Floats:
    """The most that can be left in a SimpleRNN, `(steps,)`: (largest slope times the norm of U) to the distance.

    >>> bound_of(Setup("SimpleRNN", steps=5, activation="sigmoid"))[:3].tolist()
    [1.0, 0.25, 0.0625]
    """
    most = ACTIVATIONS[setup.activation].bound * setup.scale
    return np.asarray(most ** np.arange(setup.steps), "float64")


def factors_of(sizes: Floats) -> Floats:
    """What each step multiplies `sizes` `(n,)` by, `(n - 1,)`; `nan` where nothing is left to multiply."""
    factors = np.full(len(sizes) - 1, np.nan)
    np.divide(sizes[1:], sizes[:-1], out=factors, where=sizes[:-1] > _NOTHING)
    return factors


def mean_factor(sizes: Floats) -> float:
    """The geometric mean of the factors, as far as something is left.

    >>> mean_factor(np.array([1.0, 0.5, 0.25]))
    0.5
    """
    there = int(np.count_nonzero(sizes > _NOTHING)) - 1
    return float(sizes[there] ** (1 / there)) if there > 0 else 0.0


def _ways_back(setup: Setup, passed: Passed) -> Iterator[Gradient]:
    """The gradients at each state, from the last to the first; the rows of `d_h` and `d_c` are those of h_T, then c_T.

    Cells without a cell state are asked about h_T alone.
    """
    units = setup.units
    both = np.eye(2 * units if setup.cell == "LSTM" else units)
    gradient: Gradient = both[:, :units], both[:, units:]
    yield gradient
    for t in range(setup.steps - 1, 0, -1):
        gradient = STEPS_BACK[setup.cell](gradient, _within(passed, t), passed.weights[1], setup.activation)
        yield gradient


def _within(passed: Passed, t: int) -> Within:
    at = {name: values[t] for name, values in passed.within.items()}
    before = {f"{name}0": passed.within[name][t - 1] for name in ("h", "c") if name in at}
    return at | before


def _size(gradients: Floats) -> float:
    """The root mean square length of `gradients` `(units, units)`, one a row."""
    return float(np.sqrt((gradients**2).sum() / len(gradients)))


def _road(setup: Setup, passed: Passed) -> Floats | None:
    """What is left of a gradient on the direct road, `c' = f c` or `h' = z h`; a SimpleRNN has none."""
    if setup.cell not in KEEPS:
        return None
    backwards = passed.within[KEEPS[setup.cell]][:0:-1]
    left = np.vstack([np.ones(setup.units), np.cumprod(backwards, axis=0)])
    return np.asarray(np.sqrt((left**2).mean(axis=1)), "float64")


def _gate(setup: Setup, passed: Passed) -> Floats:
    if setup.cell == "SimpleRNN":
        return np.asarray(ACTIVATIONS[setup.activation].slope(passed.within["a"]).mean(axis=1), "float64")
    return np.asarray(passed.within[KEEPS[setup.cell]].mean(axis=1), "float64")
