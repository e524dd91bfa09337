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
    for number, *said in _draw_on(author, _first_read(vocabulary, begin), manner, seed):
        came, *others = (_alternative(one, vocabulary, *said) for one in (number, *likeliest(said[0])))
        yield Drawn(came, tuple(others))


def likeliest(probabilities: Probabilities) -> list[int]:
    """The numbers of the likeliest symbols, the likeliest first, those left out that stand for no symbol."""
    order = np.argsort(-probabilities[FIRST:], kind="stable")[:_ALTERNATIVES] + FIRST
    found: list[int] = order.tolist()
    return found


def sample(author: Author, vocabulary: Vocabulary, length: int, *, manner: Manner, seed: int) -> str:
    """A text of `length` symbols that begins with a line."""
    drawn = _draw_on(author, _first_read(vocabulary, ""), manner, seed)
    return "".join(vocabulary.symbol(number) for number, *_ in islice(drawn, length))


def _draw_on(
    author: Author, numbers: Numbers, manner: Manner, seed: int
) -> Iterator[tuple[int, Probabilities, Probabilities]]:
    """Each number that comes after `numbers`, what the author said of all, and with which chances it was drawn."""
    rng = np.random.default_rng(seed)
    probabilities, memory = author.read(numbers)
    while np.isfinite(probabilities).all():
        drawn_from = chances(probabilities, manner)
        number = draw(drawn_from, rng)
        yield number, probabilities, drawn_from
        probabilities, memory = author.step(number, memory)


def _first_read(vocabulary: Vocabulary, begin: str) -> Numbers:
    if not begin and _BEFORE_ALL not in vocabulary.symbols:
        # A text of one line: its most frequent symbol, in most languages the space between words.
        return np.array([FIRST], np.int32)
    return vocabulary.encode(begin or _BEFORE_ALL)


def _alternative(
    number: int, vocabulary: Vocabulary, probabilities: Probabilities, chances: Probabilities
) -> Alternative:
    return Alternative(vocabulary.symbol(number), float(probabilities[number]), float(chances[number]))
