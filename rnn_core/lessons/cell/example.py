"""The worked example of many books: one step of a SimpleRNN with two units, small enough for paper. Pure.

Books stack the weights to one matrix of 3 x 2 that multiplies [state, input]: its first two rows are U, the last is W.
"""

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.cell.blocks import BLOCKS
from rnn_core.lessons.cell.walk import Output

STATE = (0.537, 0.462)
INPUT = 2.0
STACKED = ((0.1, 0.2), (0.3, 0.4), (0.5, 0.6))
BIAS = (0.1, -0.1)
OUTPUT = Output(np.array([1.0, 2.0]), 0.1)

NEW_STATE = ("0.85972772", "0.88365397")
RESULT = "2.72703566"
"""What comes out, as it is printed."""

SEQUENCE = (INPUT, 1.0, -1.0, 0.5, 0.0, -2.0, 0.0, 1.5)
"""The example's step first, and then some more to walk through."""

# As Keras begins with: a gate that forgets little before anything is learnt.
_FORGET_BIAS = 1.0


def example_weights(cell: str) -> Arrays:
    """The example's weights `(W, U, b)`, in every block of `cell` the same; only the forget gate has a bias of 1.

    >>> [one.shape for one in example_weights("GRU")]
    [(1, 6), (2, 6), (2, 6)]
    """
    blocks = BLOCKS[cell]
    biases = [np.full(2, _FORGET_BIAS) if block.letter == "f" else np.array(BIAS) for block in blocks]
    recurrent, kernel = np.array(STACKED[:2]), np.array(STACKED[2:])
    return np.tile(kernel, len(blocks)), np.tile(recurrent, len(blocks)), bias_of(cell, np.concatenate(biases))


def bias_of(cell: str, bias: Array) -> Array:
    """`bias` `(blocks * units,)` in the shape of `cell`: a GRU has a second row, b', which stays at 0 here."""
    return bias if CELLS[cell].biases == 1 else np.stack([bias, np.zeros_like(bias)])
