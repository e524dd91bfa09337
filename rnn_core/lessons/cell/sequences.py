"""SEQUENCES: the one list of sequences that a person can send through the cells, and how typed ones are read. Pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.errors import SpecError
from rnn_core.lessons.cell.example import SEQUENCE, STATE
from rnn_core.words import N_

MOST_STEPS, LARGEST = 24, 100.0
_AT_REST = (0.0, 0.0)


@dataclass(frozen=True)
class Sequence:
    """What is read, one value a step, and the state (and memory) `first` of both units before it."""

    name: str
    title: str
    values: tuple[float, ...]
    first: tuple[float, float] = _AT_REST


TYPED = Sequence("typed", N_("Typed by hand"), (1.0, 0.5, 0.0, -0.5, -1.0))

SEQUENCES: Mapping[str, Sequence] = MappingProxyType(
    {
        one.name: one
        for one in (
            Sequence("example", N_("The worked example"), SEQUENCE, STATE),
            Sequence("pulse", N_("One pulse, then silence"), (1.0, *[0.0] * 11)),
            Sequence("sine", N_("A wave"), tuple(round(math.sin(step * math.pi / 6), 2) for step in range(18))),
            Sequence("alternating", N_("Up and down"), (1.0, -1.0) * 5),
            TYPED,
        )
    }
)


def read_sequence(text: str) -> tuple[float, ...]:
    """The numbers of `text`, which stand apart by commas or spaces.

    Raises:
        SpecError: it has none, too many, or something that is no such number.

    >>> read_sequence("2, 1 -0.5")
    (2.0, 1.0, -0.5)
    """
    words = text.replace(",", " ").replace(";", " ").replace("，", " ").split()
    if not 1 <= len(words) <= MOST_STEPS:
        raise SpecError(
            "sequence_length",
            "A sequence has 1 to {most} numbers; this one has {count}. Write numbers with commas between them.",
            most=MOST_STEPS,
            count=len(words),
        )
    return tuple(_number(word) for word in words)


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = math.nan
    if not abs(value) <= LARGEST:
        raise SpecError(
            "sequence_number",
            "A step reads a number between {low} and {high}; “{word}” is none. Write it with digits, as in 0.5.",
            low=-int(LARGEST),
            high=int(LARGEST),
            word=word,
        )
    return value
