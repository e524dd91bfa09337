"""Rewriter: a trained encoder and decoder in NumPy, step by step, equal to the Keras network. Pure: no Keras.

`network.py` says what the layers are, and how attention differs from the paper that it is from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.text.rewrite.signs import BORDER, Numbers, lengths
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.weights import by_layer

# What padding scores: nothing is left of it, whatever the letters score.
_NEVER = -1e9


@dataclass(frozen=True)
class Encoded:
    """Questions as the decoder knows them.

    `begin` are its first states `(n, units)`; for attention there are the encoder's `states` `(n, longest, 2 * units)`,
    `keys` `(n, longest, units)` made of them, and `padding` `(n, longest)`, which is 0 at letters.
    """

    begin: Arrays
    states: Array
    keys: Array
    padding: Array


@dataclass(frozen=True)
class Step:
    """After one step: `log_probabilities` `(n, signs)` of what is written next, and the decoder's `states`.

    `shares` `(n, longest)` say how much of each input letter was in it; they are 0 for padding, and all 0 without
    attention.
    """

    log_probabilities: Array
    states: Arrays
    shares: Array


class Rewriter:
    """The network of `spec` with `weights` in the order of `weights.py`, in their precision.

    Raises:
        RecordError: the weights are not those of such a network, or no numbers.
    """

    def __init__(self, spec: RewriteSpec, weights: Sequence[Array]) -> None:
        self.spec = spec
        self._layers = by_layer(spec, weights)
        self._loop = LOOPS[spec.cell]

    def encode(self, questions: Sequence[str]) -> Encoded:
        """Read `questions`, each of one letter at least.

        Raises:
            SpecError: a letter is none that the network knows.
        """
        numbers, long = self.spec.reads.encode(questions), lengths(questions)
        letters = self._layers["question"][0][numbers]
        weights = self._layers["encoder"]
        rows, turned = np.arange(len(long)), _turned(long, numbers.shape[1])
        ahead = self._pass(letters, self._nothing(len(long)), weights[:3])
        back = self._pass(letters[rows[:, None], turned], self._nothing(len(long)), weights[3:])
        states = np.concatenate([ahead, back[rows[:, None], turned]], axis=2)
        last = np.concatenate([ahead[rows, long - 1], back[rows, long - 1]], axis=1)
        names = ("begin", "begin_memory")[: self._loop.states]
        return Encoded(
            begin=tuple(np.tanh(self._dense(name, last)) for name in names),
            states=states,
            keys=self._dense("keys", states) if self.spec.attention else states[:, :, :0],
            padding=np.where(numbers == BORDER, np.array(_NEVER, states.dtype), 0),
        )

    def step(self, encoded: Encoded, states: Arrays, letters: Numbers) -> Step:
        """One step from `states` after `letters` `(n,)` were written; one question may have many rows."""
        before = self._layers["said"][0][letters][:, None]
        passed = self._loop.forward(before, states, self._layers["decoder"], None)
        hidden = passed.states[0]
        shares, context = self._attend(encoded, hidden)
        joined = np.tanh(self._dense("joined", np.concatenate([hidden, context], axis=1)))
        return Step(_log_softmax(self._dense("letters", joined)), passed.states, shares)

    def _attend(self, encoded: Encoded, hidden: Array) -> Arrays:
        """The shares of input letters `(n, longest)`, and what they mix `(n, 2 * units)`, or nothing."""
        if not self.spec.attention:
            shape = (len(hidden), encoded.padding.shape[1])
            return np.zeros(shape, hidden.dtype), hidden[:, :0]
        asked = self._dense("query", hidden)
        scores = np.tanh(asked[:, None] + encoded.keys) @ self._layers["attention"][0] + encoded.padding
        shares = np.exp(_log_softmax(scores))
        return shares, (shares[:, None] @ encoded.states)[:, 0]

    def _pass(self, letters: Array, begin: Arrays, weights: Arrays) -> Array:
        return self._loop.forward(letters, begin, weights, None).hidden

    def _nothing(self, rows: int) -> Arrays:
        kind = self._layers["question"][0].dtype
        return tuple(np.zeros((rows, self.spec.units), kind) for _ in range(self._loop.states))

    def _dense(self, name: str, inputs: Array) -> Any:
        kernel, bias = self._layers[name]
        return inputs @ kernel + bias


def _turned(long: Numbers, longest: int) -> Numbers:
    """For each row the places of its letters from the last to the first, then those of padding, `(n, longest)`."""
    places = np.arange(longest, dtype=np.int32)[None]
    return np.where(places < long[:, None], long[:, None] - 1 - places, places)


def _log_softmax(scores: Array) -> Array:
    high = scores - scores.max(axis=-1, keepdims=True)
    found: Array = high - np.log(np.exp(high).sum(axis=-1, keepdims=True))
    return found
