"""Writing a text symbol by symbol, each told with what else might have come. Pure; the same seed, the same text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from rnn_core.text.vocabulary import FIRST, Numbers, Vocabulary
from rnn_core.text.write.author import Author, Probabilities
from rnn_core.text.write.choosing import Manner, chances, draw

# What is read before the first symbol where nothing else is given: a line begins after it.
_BEFORE_ALL = "\n"
# How many of the likeliest symbols are told.
_ALTERNATIVES = 5


@dataclass(frozen=True)
class Alternative:
    """A symbol that might have come: `probability` is what the author says, `chance` that with which it was drawn."""

    symbol: str
    probability: float
    chance: float


@dataclass(frozen=True)
class Drawn:
    """The symbol that came, and the `likeliest` ones at its place, the likeliest first; it need not be among them."""

    came: Alternative
    likeliest: tuple[Alternative, ...]

    @property
    def symbol(self) -> str:
        """The symbol that came."""
        return self.came.symbol


def write(author: Author, vocabulary: Vocabulary, begin: str, manner: Manner, seed: int) -> Iterator[Drawn]:
    """Go on from `begin` without an end; nothing is written where the author's numbers are none.

    `begin` is read but not told again; where it is empty, a line begins.
    """
    rng = np.random.default_rng(seed)
    probabilities, memory = author.read(_first_read(vocabulary, begin))
    while np.isfinite(probabilities).all():
        drawn_from = chances(probabilities, manner)
        number = draw(drawn_from, rng)
        yield Drawn(
            _alternative(number, vocabulary, probabilities, drawn_from),
            tuple(_alternative(one, vocabulary, probabilities, drawn_from) for one in likeliest(probabilities)),
        )
        probabilities, memory = author.step(number, memory)


def likeliest(probabilities: Probabilities) -> list[int]:
    """The numbers of the likeliest symbols, the likeliest first, those left out that stand for no symbol."""
    order = np.argsort(-probabilities[FIRST:], kind="stable")[:_ALTERNATIVES] + FIRST
    found: list[int] = order.tolist()
    return found


def sample(author: Author, vocabulary: Vocabulary, length: int, *, manner: Manner, seed: int) -> str:
    """A text of `length` symbols that begins with a line."""
    return "".join(one.symbol for one in islice(write(author, vocabulary, "", manner, seed), length))


def _first_read(vocabulary: Vocabulary, begin: str) -> Numbers:
    if not begin and _BEFORE_ALL not in vocabulary.symbols:
        # A text of one line: its most frequent symbol, in most languages the space between words.
        return np.array([FIRST], np.int32)
    return vocabulary.encode(begin or _BEFORE_ALL)


def _alternative(
    number: int, vocabulary: Vocabulary, probabilities: Probabilities, chances: Probabilities
) -> Alternative:
    return Alternative(vocabulary.symbol(number), float(probabilities[number]), float(chances[number]))
