"""Marks: how much of what a network answered is right. Pure NumPy."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from rnn_core.text.rewrite.task import Texts

Right = npt.NDArray[np.bool_]
"""Which questions, in their order, were answered without a mistake, `(questions,)`."""

One = TypeVar("One", int, str)


@dataclass(frozen=True)
class Marks:
    """Of `count` questions: the share answered without a mistake (`exact`) and the share of right `letters`, 0 to 1.

    Both are `nan` where there were no questions.
    """

    count: int
    exact: float
    letters: float


@dataclass(frozen=True)
class RightOnes:
    """Which questions of the test each way of answering got right; none where nobody was asked in that way."""

    greedy: Right
    beam: Right
    usual: Right


@dataclass(frozen=True)
class LengthMarks:
    """The marks of questions of `length` letters; `learnt`: the network has learnt from questions as long."""

    length: int
    marks: Marks
    learnt: bool = True


def right_ones(right: Sequence[str], said: Sequence[str]) -> Right:
    """Which answers are those that are right; none where nothing was `said`.

    >>> right_ones(["abc", "de"], ["abc", "dx"]).tolist()
    [True, False]
    """
    return np.array([one == other for one, other in zip(right, said, strict=bool(said))], np.bool_)


def mark(right: Sequence[str], said: Sequence[str]) -> Marks:
    """Compare answers with the right ones.

    >>> mark(["abc", "de"], ["abc", "dx"])
    Marks(count=2, exact=0.5, letters=0.8)
    """
    pairs = list(zip(right, said, strict=True))
    exact = np.mean([one == other for one, other in pairs]) if pairs else np.nan
    hits, places = np.sum([_letters(*pair) for pair in pairs], axis=0) if pairs else (np.nan, 1)
    return Marks(len(pairs), float(exact), float(hits / max(places, 1)))


def _letters(right: str, said: str) -> tuple[int, int]:
    """Letters that are right where they stand, and how many there are; those too many or too few are wrong."""
    return sum(one == other for one, other in zip_longest(right, said)), max(len(right), len(said))


def by_length(questions: Sequence[str], right: Sequence[str], said: Sequence[str]) -> tuple[LengthMarks, ...]:
    """Marks of questions of each length, the shortest first."""
    groups: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for question, *pair in zip(questions, right, said, strict=True):
        groups[len(question)].append((pair[0], pair[1]))
    return tuple(LengthMarks(length, mark(*zip(*groups[length], strict=True))) for length in sorted(groups))


def usual_answer(answers: Texts) -> str:
    """What somebody would say who reads no question: at each place the letter that is most often there.

    As long as most answers are. Of letters as frequent as each other, the first in the alphabet.

    >>> usual_answer(("2021-05-03", "2021-12-24", "1999-12-03"))
    '2021-12-03'
    """
    length = _most_frequent([len(one) for one in answers])
    return "".join(_most_frequent([one[place] for one in answers if place < len(one)]) for place in range(length))


def _most_frequent(values: list[One]) -> One:
    counted = Counter(values)
    return min(counted, key=lambda one: (-counted[one], one))
