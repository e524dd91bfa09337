"""Network: a small random recurrent network as Keras would start it, and what is in it at each step. Pure, seeded.

Notation as in `rnn_core/cells/through_time.py`: x is read, h is the state, W the kernel, U the recurrent kernel, b the
bias.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.starts import glorot, orthogonal

Floats = npt.NDArray[np.float64]
Weights = tuple[Floats, Floats, Floats]
"""W, U and b, in Keras' shapes."""

SCALES, LENGTHS, BIASES = (0.1, 2.0), (5, 200), (0.0, 5.0)
"""What a person may choose: from the lowest to the highest."""


@dataclass(frozen=True)
class Setup:
    """What makes a network.

    `scale` is what U, orthogonal as Keras starts it, is multiplied by. `bias` is added to the gate that keeps: the
    LSTM's forget gate (Keras starts it at 1), the GRU's update gate (at 0); a SimpleRNN has none. Only a SimpleRNN's
    `activation` is ever another one than tanh. The network reads `steps` random numbers (mean 0, deviation 1).
    """

    cell: str
    steps: int = 60
    scale: float = 1.0
    bias: float = 0.0
    activation: str = "tanh"
    units: int = 16
    seed: int = 1


@dataclass(frozen=True)
class Passed:
    """One way forward: the `weights`, and `within`, `(steps, units)` of each letter of the cell's equations."""

    weights: Weights
    within: dict[str, Floats]


def pass_forward(setup: Setup) -> Passed:
    """Let the network of `setup` read its numbers, from states of 0."""
    weights, inputs = draw_weights(setup), draw_inputs(setup)
    if setup.cell == "SimpleRNN":
        return Passed(weights, _pass_simple(inputs, weights, setup.activation))
    loop = LOOPS[setup.cell]
    states = tuple(np.zeros((1, setup.units)) for _ in range(loop.states))
    passed = loop.forward(inputs[None], states, weights, None)
    return Passed(weights, {name: values[:, 0] for name, values in loop.quantities(passed).items()})


def draw_inputs(setup: Setup) -> Floats:
    """What is read, `(steps, 1)`; a longer sequence begins like a shorter one."""
    return np.random.default_rng([setup.seed, 0]).normal(size=(setup.steps, 1))


def draw_weights(setup: Setup) -> Weights:
    """W, U and b as Keras starts them (Glorot's uniform, orthogonal, zeros), but for `scale` and `bias`."""
    chance, units, cell = np.random.default_rng([setup.seed, 1]), setup.units, CELLS[setup.cell]
    width = cell.gates * units
    kernel = glorot(chance, 1, width)
    recurrent = setup.scale * orthogonal(chance, units, width)
    return kernel, recurrent, _bias(setup, width)


def _bias(setup: Setup, width: int) -> Floats:
    units = setup.units
    bias = np.zeros((CELLS[setup.cell].biases, width))
    if setup.cell == "LSTM":
        bias[0, units : 2 * units] = setup.bias  # i, f, g, o: the second is the forget gate
    if setup.cell == "GRU":
        bias[0, :units] = setup.bias  # z, r, n: the first is the update gate
    return bias if len(bias) > 1 else bias[0]


def _pass_simple(inputs: Floats, weights: Weights, activation: str) -> dict[str, Floats]:
    """`a = W x + U h + b` and `h' = bend(a)`, of each step."""
    kernel, recurrent, bias = weights
    bend = ACTIVATIONS[activation].bend
    read = inputs @ kernel + bias
    a, h = np.empty_like(read), np.empty_like(read)
    before = np.zeros(len(recurrent))
    for t, from_outside in enumerate(read):
        a[t] = from_outside + before @ recurrent
        h[t] = before = bend(a[t])
    return {"a": a, "h": h}
