"""Numbered: texts as the numbers that a network reads, padded to one length. Pure.

Law: the vocabulary is made of the texts that are learnt from, and of no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.text.sentiment.parts import Parts
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.vocabulary import PADDING, UNKNOWN, Numbers, Vocabulary

Lengths = npt.NDArray[np.int64]

# What was read only once is taken for unknown, so that the network learns what to make of the unknown.
_LEAST_OFTEN = 2


@dataclass(frozen=True)
class Numbered:
    """All texts of `parts` in the numbers of `vocabulary`, `(n, longest)`, padding at the end."""

    parts: Parts
    vocabulary: Vocabulary
    numbers: Numbers

    @property
    def unknown(self) -> float:
        """The share of unknown words (or characters) in the texts that are tested."""
        return unknown_share(self.numbers[self.parts.test])


def numbered(spec: SentimentSpec, parts: Parts) -> Numbered:
    """The texts of `parts` in numbers."""
    vocabulary = vocabulary_of(spec, parts)
    return Numbered(parts, vocabulary, padded([vocabulary.encode(one) for one in parts.tokens], parts.longest))


def vocabulary_of(spec: SentimentSpec, parts: Parts) -> Vocabulary:
    """The most frequent words or characters of the texts that are learnt from."""
    learnt = (token for row in parts.learning for token in parts.tokens[row])
    return Vocabulary.of(learnt, most=spec.most_symbols, least_often=_LEAST_OFTEN)


def padded(rows: Sequence[Numbers], width: int) -> Numbers:
    """`rows` of any length as one array `(n, width)`, padding at the end.

    >>> padded([np.array([5, 3], np.int32), np.array([4], np.int32)], 3).tolist()
    [[5, 3, 0], [4, 0, 0]]
    """
    found = np.full((len(rows), width), PADDING, np.int32)
    for row, numbers in zip(found, rows, strict=True):
        row[: len(numbers)] = numbers
    return found


def lengths_of(numbers: Numbers) -> Lengths:
    """How many tokens each row of `numbers` `(n, width)` has, padding not counted."""
    found: Lengths = np.count_nonzero(numbers, axis=1)
    return found


def unknown_share(numbers: Numbers) -> float:
    """Which share of what is to be read in `numbers` is unknown; no number where there is nothing."""
    read = np.count_nonzero(numbers)
    return float(np.count_nonzero(numbers == UNKNOWN) / read) if read else float("nan")
