"""Task: one way of rewriting that a network can learn, made by seeded code. Pure.

Law: questions are put into their part by what they mean, so that one that is tested is never learnt from in any
spelling, and neither is one that is asked while a network learns.
"""

import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from rnn_core.words import Sentence

Texts = tuple[str, ...]

Part = Literal["learnt", "followed", "tested"]
"""What questions are for: to be learnt from, to be asked after each epoch, or for the test alone."""

# One meaning of so many is kept back, and of those one of so many is for following.
ONE_OF, FOLLOWED_OF = 10, 4


class Draw(Protocol):
    """Draws questions and their answers.

    All are of one `part`. Where a task has strings of a chosen length, they have `shortest` to `longest` letters, each
    length as often as any other.
    """

    def __call__(
        self, rng: np.random.Generator, count: int, *, part: Part = "learnt", shortest: int = 1, longest: int = 12
    ) -> tuple[Texts, Texts]:
        """`count` questions, some perhaps more than once, and as many answers."""


@dataclass(frozen=True)
class Task:
    """A task called `name`; `title` and `about` say to a person what it is.

    `letters` are those of its questions, `answer_letters` those of its answers; no question has more than
    `longest_question` of them, no answer more than `longest_answer`. `adjustable`: a person chooses how long its
    strings are. `epochs`: after so many a network of the usual settings has learnt it. `clean` brings what a person
    typed into the form in which the network knows it; `answer` is what would be right for a clean question, None
    where it is no question of this task, and then `refusal` says why.
    """

    name: str
    title: str
    about: str
    examples: Texts
    letters: str
    answer_letters: str
    longest_question: int
    longest_answer: int
    adjustable: bool
    epochs: int
    draw: Draw
    clean: Callable[[str], str]
    answer: Callable[[str], str | None]
    refusal: Callable[[str], Sentence]


def part_of(meaning: str) -> Part:
    """What questions of this `meaning` are for, the same for ever.

    >>> part_of("2021-05-03"), part_of("2021-05-04")
    ('tested', 'learnt')
    """
    among, drawn = divmod(zlib.crc32(meaning.encode()), ONE_OF)
    if drawn:
        return "learnt"
    return "tested" if among % FOLLOWED_OF else "followed"


def plain(typed: str) -> str:
    """`typed` with letters of the usual width and single spaces.

    >>> plain("  ４７＋385 ")
    '47+385'
    """
    return " ".join(unicodedata.normalize("NFKC", typed).split())
