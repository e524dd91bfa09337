"""Writer: a trained character model in NumPy, symbol by symbol or over a whole text. Pure: no Keras.

The equations are those of the cells (`rnn_core/cells`); tests hold the writer to the Keras network of the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.text.vocabulary import Numbers
from rnn_core.text.write.author import Probabilities

Memory = tuple[Arrays, ...]
"""The states of each layer, `(1, units)` each."""

# A long text is read in pieces: the probabilities of all its characters at once would not fit into memory.
_CHARACTERS_AT_A_TIME = 512


@dataclass(frozen=True)
class Writer:
    """A network of `cell`: `embedding` `(symbols, n)`, Keras' `(W, U, b)` of each layer, and the last layer."""

    cell: str
    embedding: Array
    layers: tuple[Arrays, ...]
    kernel: Array
    bias: Array

    @classmethod
    def of(cls, cell: str, weights: Sequence[Array]) -> "Writer":
        """The network whose `weights` stand in Keras' order."""
        embedding, *recurrent, kernel, bias = weights
        layers = tuple(tuple(recurrent[begin : begin + 3]) for begin in range(0, len(recurrent), 3))
        return cls(cell, embedding, layers, kernel, bias)

    @property
    def symbols(self) -> int:
        """How many symbols it tells apart, padding and the unknown among them."""
        return len(self.embedding)

    def nothing(self) -> Memory:
        """What it remembers before it has read anything."""
        return tuple(
            tuple(np.zeros((1, len(recurrent)), recurrent.dtype) for _ in range(LOOPS[self.cell].states))
            for _, recurrent, _ in self.layers
        )

    def logits(self, numbers: Numbers, memory: Memory) -> tuple[Array, Memory]:
        """Read `numbers` `(n,)`: the scores of what may come after each, `(n, symbols)`, and what it remembers then."""
        flow, after = self.embedding[numbers][None], []
        for weights, states in zip(self.layers, memory, strict=True):
            passed = LOOPS[self.cell].forward(flow, states, weights, None)
            flow = passed.hidden
            after.append(passed.states)
        return flow[0] @ self.kernel + self.bias, tuple(after)

    def read(self, numbers: Numbers) -> tuple[Probabilities, Memory]:
        """What comes after `numbers`, read from the beginning."""
        memory = self.nothing()
        for begin in range(0, len(numbers), _CHARACTERS_AT_A_TIME):
            logits, memory = self.logits(numbers[begin : begin + _CHARACTERS_AT_A_TIME], memory)
        return np.exp(log_softmax(logits[-1])), memory

    def step(self, number: int, memory: Memory) -> tuple[Probabilities, Memory]:
        """Read one more symbol."""
        logits, after = self.logits(np.array([number], np.int32), memory)
        return np.exp(log_softmax(logits[0])), after

    def surprise(self, numbers: Numbers) -> npt.NDArray[np.float64]:
        """Bits by which each symbol but the first surprises who has read those before it, `(n - 1,)`."""
        memory, found = self.nothing(), []
        for begin in range(0, len(numbers) - 1, _CHARACTERS_AT_A_TIME):
            piece = numbers[begin : begin + _CHARACTERS_AT_A_TIME + 1]
            logits, memory = self.logits(piece[:-1], memory)
            found.append(log_softmax(logits)[np.arange(len(piece) - 1), piece[1:]])
        return -np.concatenate(found) / np.log(2) if found else np.empty(0)


def log_softmax(logits: Array) -> npt.NDArray[np.float64]:
    """Logarithms (natural) of the probabilities along the last axis."""
    scores = logits.astype(np.float64)
    scores -= scores.max(axis=-1, keepdims=True)
    shares: npt.NDArray[np.float64] = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return shares
