"""The weights with which a network of the memory task begins. Pure.

"usual" is what Keras begins with: Glorot's kernel, an orthogonal recurrent kernel, no bias but 1 at the LSTM's forget
gate. "long" gives each cell the start that its literature advises for a long memory: gates that keep for 1 to
`distance` steps (Tallec and Ollivier 2018), and for the SimpleRNN, which has no gates, a recurrent kernel that hands
the state on as it is (Le, Jaitly and Hinton 2015).
"""

from collections.abc import Callable

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.memory.recall_spec import RecallSpec
from rnn_core.lessons.memory.recall_task import FEATURES
from rnn_core.lessons.memory.starts import glorot, orthogonal


def start_weights(spec: RecallSpec, rng: np.random.Generator) -> Arrays:
    """`W`, `U`, `b` of the cell, then `(units, 1)` and `(1,)` of the output, in single precision."""
    width = CELLS[spec.cell].gates * spec.units
    kernel = glorot(rng, FEATURES, width)
    recurrent = orthogonal(rng, spec.units, width)
    bias = _usual_bias(spec)
    if spec.start == "long":
        recurrent, bias = _LONG[spec.cell](recurrent, bias, _gates_that_keep(rng, spec))
    weights = (kernel, recurrent, bias, glorot(rng, spec.units, 1), np.zeros(1))
    return tuple(np.ascontiguousarray(one, np.float32) for one in weights)


def _usual_bias(spec: RecallSpec) -> Array:
    cell = CELLS[spec.cell]
    shape = (cell.gates * spec.units,) if cell.biases == 1 else (cell.biases, cell.gates * spec.units)
    bias = np.zeros(shape)
    if spec.cell == "LSTM":
        bias[spec.units : 2 * spec.units] = 1
    return bias


def _gates_that_keep(rng: np.random.Generator, spec: RecallSpec) -> Array:
    """Biases `(units,)` under which a gate keeps half of what it holds for about 1 to `distance` steps."""
    return np.log(rng.uniform(1, spec.distance + 1, spec.units))


def _long_lstm(recurrent: Array, bias: Array, keep: Array) -> Arrays:
    units = len(keep)
    return recurrent, np.concatenate([-keep, keep, bias[2 * units :]])


def _long_gru(recurrent: Array, bias: Array, keep: Array) -> Arrays:
    bias[0, : len(keep)] = keep
    return recurrent, bias


def _long_simple_rnn(recurrent: Array, bias: Array, keep: Array) -> Arrays:  # noqa: ARG001
    return np.eye(len(recurrent)), bias


_LONG: dict[str, Callable[[Array, Array, Array], Arrays]] = {
    "LSTM": _long_lstm,
    "GRU": _long_gru,
    "SimpleRNN": _long_simple_rnn,
}
