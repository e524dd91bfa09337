"""Model: the judge that was trained, in NumPy, for texts that somebody writes. Pure: no Keras.

A text is judged exactly as if it stood alone, whatever it is padded to: the direction from the end begins at the last
real word, the state after the last real word counts, and attention looks at real words alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.cells.layers import Attention, Dense, Recurrent
from rnn_core.cells.through_time import Array
from rnn_core.errors import RecordError, SpecError
from rnn_core.text.sentiment.numbered import Lengths, lengths_of
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import Way, tokens_of
from rnn_core.text.vocabulary import PADDING, UNKNOWN, Numbers, Vocabulary

# So many words (with their padding) go through at once: some 30 MB at the default size.
_MOST_WORDS = 20_000


@dataclass(frozen=True)
class Reading:
    """What became of one text: its `tokens` as they were read, whether each is `known`, and what was thought of it.

    `probabilities` `(classes,)` are those of the whole, `after` `(tokens, classes)` those after each token, had the
    text ended there. `attention` `(tokens,)` says how much each token counts in the end, where the network has it.
    """

    tokens: tuple[str, ...] = field(repr=False)
    known: tuple[bool, ...]
    probabilities: Array
    after: Array
    attention: Array | None


@dataclass(frozen=True)
class Judge:
    """The layers of a network that reads texts: make one with `Judge.of`."""

    way: Way
    longest: int
    vocabulary: Vocabulary
    embedding: Array
    directions: tuple[Recurrent, ...]
    attention: Attention | None
    answer: Dense

    @classmethod
    def of(cls, spec: SentimentSpec, way: Way, vocabulary: Vocabulary, weights: Sequence[Array]) -> "Judge":
        """The judge of `spec` with `weights` in Keras' order; `way` says what a token is.

        Raises:
            RecordError: the weights are not those of such a network.
        """
        _require_shapes(spec, len(vocabulary), weights)
        left = iter(weights)
        (embedding,) = islice(left, 1)
        count = 2 if spec.bidirectional else 1
        directions = tuple(Recurrent(spec.cell, tuple(islice(left, 3)), sequences=True) for _ in range(count))
        attention = Attention(*islice(left, 3)) if spec.attention else None
        return cls(way, spec.longest, vocabulary, embedding, directions, attention, Dense(*islice(left, 2)))

    def read(self, text: str) -> Reading:
        """What the judge thinks of `text`, word by word.

        Raises:
            SpecError: there is nothing to read.
        """
        tokens = tokens_of(text, self.way)[: self.longest]
        if not tokens:
            raise SpecError(
                "nothing_to_read", "A text must have a word to be judged. This one is empty. Write something."
            )
        numbers = self.vocabulary.encode(tokens)
        beginnings = np.where(np.tri(len(tokens), dtype=bool), numbers, PADDING)  # one row more for each word
        # Forward in time, every beginning is read as the whole is; only the other direction begins anew.
        after, shares = self._through(beginnings, self.directions[0].forward(self.embedding[numbers[None]]).output)
        known = tuple((numbers != UNKNOWN).tolist())
        return Reading(tuple(tokens), known, after[-1], after, shares[-1] if self.attention else None)

    def probabilities(self, numbers: Numbers) -> Array:
        """The probabilities of the classes, `(n, classes)`, of texts in numbers `(n, width)`, padding at the end."""
        return self._through(numbers)[0]

    def _through(self, numbers: Numbers, forward: Array | None = None) -> tuple[Array, Array]:
        """Probabilities `(n, classes)` and shares of attention `(n, width)`; some texts at a time.

        `forward` `(1, width, units)` are the states forward in time, where they are known and the same for all.
        """
        rows = max(1, _MOST_WORDS // max(1, numbers.shape[1]))
        found = [self._forward(numbers[first : first + rows], forward) for first in range(0, len(numbers), rows)]
        probabilities, shares = (np.concatenate(one) for one in zip(*found, strict=True))
        return probabilities, shares

    def _forward(self, numbers: Numbers, forward: Array | None) -> tuple[Array, Array]:
        lengths, shares = lengths_of(numbers), np.zeros(numbers.shape, self.embedding.dtype)
        width = int(lengths.max())  # beyond it there is only padding: half of what a sentence's beginnings are
        numbers, forward = numbers[:, :width], None if forward is None else forward[:, :width]
        hidden = self._hidden(self.embedding[numbers], lengths, forward)
        if self.attention is None:
            read = _ends(hidden, lengths)
        else:
            states = np.concatenate(hidden, axis=2)
            shares[:, :width] = _shares(self.attention, states, numbers != PADDING)
            read = np.einsum("nw,nwu->nu", shares[:, :width], states)
        return _softmax(self.answer.forward(read).output), shares

    def _hidden(self, embedded: Array, lengths: Lengths, forward: Array | None) -> list[Array]:
        """The states at each word, `(n, width, units)` a direction; each text has a word at least."""
        first, *back = self.directions
        states = first.forward(embedded).output if forward is None else forward
        turned = (_turned(one.forward(_turned(embedded, lengths)).output, lengths) for one in back)
        return [np.broadcast_to(states, (*embedded.shape[:2], first.units)), *turned]


def _ends(hidden: list[Array], lengths: Lengths) -> Array:
    """What each direction knows when it has read all: at the last word, or at the first one from the end."""
    forward, *back = hidden
    return np.concatenate([forward[np.arange(len(lengths)), lengths - 1], *(one[:, 0] for one in back)], axis=1)


def _shares(attention: Attention, states: Array, real: Array) -> Array:
    """How much each word counts, `(n, width)`: softmax(v · tanh(W h + b)) over the real ones (Yang et al. 2016)."""
    bent = np.tanh(states @ attention.kernel + attention.bias)
    return _softmax(np.where(real, (bent @ attention.scores)[:, :, 0], -np.inf))


def _turned(sequences: Array, lengths: Lengths) -> Array:
    """`(n, width, k)` with the real words of each row in reversed order, the padding where it was; and back again."""
    steps = np.arange(sequences.shape[1])
    order = np.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
    return np.take_along_axis(sequences, order[:, :, None], axis=1)


def _softmax(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Array = powers / powers.sum(axis=1, keepdims=True)
    return found


def _require_shapes(spec: SentimentSpec, symbols: int, weights: Sequence[Array]) -> None:
    classes = len(weights[-1]) if weights and weights[-1].ndim == 1 else 0
    if [array.shape for array in weights] != _shapes(spec, symbols, classes):
        raise RecordError(
            "other_sentiment_weights",
            "The weights that were kept are not those of a network with these settings, so it cannot judge texts. "
            "Train it again.",
        )
    if not all(np.isfinite(array).all() for array in weights):
        raise RecordError(
            "lost_sentiment_weights",
            "The weights of this network grew beyond all bounds while it learnt, so it cannot judge texts. "
            "A smaller learning rate would help.",
        )


def _shapes(spec: SentimentSpec, symbols: int, classes: int) -> list[tuple[int, ...]]:
    cell, units, directions = CELLS[spec.cell], spec.units, 2 if spec.bidirectional else 1
    wide, width = cell.gates * units, units * directions
    bias = (wide,) if cell.biases == 1 else (cell.biases, wide)
    pooling = [(width, width), (width,), (width, 1)] if spec.attention else []
    recurrent = [(spec.embedding, wide), (units, wide), bias] * directions
    return [(symbols, spec.embedding), *recurrent, *pooling, (width, classes), (classes,)]
