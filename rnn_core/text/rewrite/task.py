"""Task: one way of rewriting that a network can learn, made by seeded code. Pure.

Law: questions that are tested are kept back by what they mean, so that a network never learns from them in any
spelling.
"""

import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from rnn_core.words import Sentence

Texts = tuple[str, ...]

# One meaning of so many is kept back for the test.
ONE_OF = 10


class Draw(Protocol):
    """Draws questions and their answers.

    `kept_back` ones are for the test alone; the others are learnt from. Where a task has strings of a chosen length,
    they have `shortest` to `longest` letters, each length as often as any other.
    """

    def __call__(
        self, rng: np.random.Generator, count: int, *, kept_back: bool = False, shortest: int = 1, longest: int = 12
    ) -> tuple[Texts, Texts]:
        """`count` questions, and as many answers."""


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


def is_kept_back(meaning: str) -> bool:
    """Whether questions of this `meaning` are for the test alone: one of `ONE_OF`, the same ones for ever.

    >>> is_kept_back("2021-05-03"), is_kept_back("2021-05-04")
    (True, False)
    """
    return zlib.crc32(meaning.encode()) % ONE_OF == 0


def plain(typed: str) -> str:
    """`typed` with letters of the usual width and single spaces.

    >>> plain("  ４７＋385 ")
    '47+385'
    """
    return " ".join(unicodedata.normalize("NFKC", typed).split())
