"""Layers of a trained network in NumPy, each forward and back, as Keras' own work when they predict. Pure: no Keras.

Numbers have the precision of what comes in: single as trained, double where a test wants to look closely.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays, Passed


@dataclass(frozen=True)
class Stepped:
    """What a layer made of a batch, and what its way back needs."""

    output: Array
    saved: Any


class Layer(Protocol):
    """One layer: `forward` takes a batch on, `backward` says what each of its inputs does to what came of it."""

    def forward(self, inputs: Array) -> Stepped:
        """Take a batch through."""

    def backward(self, d_output: Array, saved: Any) -> Array:
        """The derivatives with respect to the inputs, of those with respect to the output."""


@dataclass(frozen=True)
class Recurrent:
    """A recurrent layer `(k, window, n)` to `(k, window, units)` if `sequences`, else to its last states `(k, units)`.

    `weights` are Keras' `(W, U, b)` of the direction forward in time, `weights_back` those of the one that reads the
    window from its end. With two directions the output holds `2 * units`, those forward in time first.
    """

    cell: str
    weights: Arrays
    weights_back: Arrays | None = None
    sequences: bool = False

    @property
    def bidirectional(self) -> bool:
        """Whether it also reads each window from its end."""
        return self.weights_back is not None

    @property
    def directions(self) -> tuple[Arrays, ...]:
        """The weights of each direction, forward in time first."""
        return (self.weights,) if self.weights_back is None else (self.weights, self.weights_back)

    @property
    def units(self) -> int:
        """The hidden units of one direction."""
        return len(self.weights[1])

    def forward(self, inputs: Array) -> Stepped:
        """Each direction begins with states of zero; `saved` holds what each passed, in its own reading order."""
        nothing = tuple(np.zeros((len(inputs), self.units), inputs.dtype) for _ in range(LOOPS[self.cell].states))
        passed = tuple(
            LOOPS[self.cell].forward(_in_order(inputs, place), nothing, weights, None)
            for place, weights in enumerate(self.directions)
        )
        return Stepped(np.concatenate([self._shown(one, place) for place, one in enumerate(passed)], axis=-1), passed)

    def _shown(self, passed: Passed, place: int) -> Array:
        return _in_order(passed.hidden, place) if self.sequences else passed.states[0]

    def backward(self, d_output: Array, saved: tuple[Passed, ...]) -> Array:
        """What both directions send back to the inputs, added up."""
        parts = np.split(d_output, len(saved), axis=-1)
        sent = [self._sent_back(place, parts[place], passed) for place, passed in enumerate(saved)]
        total: Array = np.sum(sent, axis=0)
        return total

    def _sent_back(self, place: int, d_output: Array, passed: Passed) -> Array:
        nothing = tuple(np.zeros_like(state) for state in passed.states)
        d_hidden = _in_order(d_output, place) if self.sequences else None
        d_states = nothing if self.sequences else (d_output, *nothing[1:])
        loop, weights = LOOPS[self.cell], self.directions[place]
        return _in_order(loop.backward(d_hidden, d_states, passed.saved, weights, None).inputs, place)


@dataclass(frozen=True)
class Attention:
    """Mixes hidden states `(k, window, units)` to `(k, units)`, by weights softmax(v · tanh(W h + b)) of the steps."""

    kernel: Array
    bias: Array
    scores: Array

    def forward(self, inputs: Array) -> Stepped:
        """The weights of the steps `(k, window, 1)` come second in `saved`."""
        bent = np.tanh(inputs @ self.kernel + self.bias)
        scores = bent @ self.scores
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return Stepped((shares * inputs).sum(axis=1), (bent, shares, inputs))

    def backward(self, d_output: Array, saved: Arrays) -> Array:
        """A state is mixed in, and has a say in the weights."""
        bent, shares, inputs = saved
        d_shares = inputs @ d_output[:, :, None]
        d_scores = shares * (d_shares - (shares * d_shares).sum(axis=1, keepdims=True))
        d_bent = d_scores * self.scores[:, 0] * (1 - bent * bent)
        d_inputs: Array = shares * d_output[:, None, :] + d_bent @ self.kernel.T
        return d_inputs


@dataclass(frozen=True)
class Dense:
    """The last layer: `(k, n)` to `(k, horizon)`."""

    kernel: Array
    bias: Array

    def forward(self, inputs: Array) -> Stepped:
        """Nothing needs to be kept for the way back."""
        return Stepped(inputs @ self.kernel + self.bias, None)

    def backward(self, d_output: Array, _saved: None) -> Array:
        """Each output reaches the inputs by its own weights."""
        d_inputs: Array = d_output @ self.kernel.T
        return d_inputs


def _in_order(sequences: Array, direction: int) -> Array:
    """`(k, window, n)` as direction 0 (forward in time) or 1 (from the end) reads it; and back again."""
    return sequences[:, ::-1] if direction else sequences
