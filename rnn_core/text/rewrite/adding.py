"""Adding two numbers of up to three digits, letter by letter. Pure."""

import re
import string

import numpy as np

from rnn_core.text.rewrite.task import Part, Task, Texts, part_of, plain
from rnn_core.words import N_, Sentence

MOST_DIGITS = 3
_NUMBER = rf"(0|[1-9]\d{{0,{MOST_DIGITS - 1}}})"
_QUESTION = re.compile(rf"{_NUMBER}\+{_NUMBER}", re.ASCII)


def meaning(first: int, second: int) -> str:
    """What is kept back or learnt as one: "47+385" and "385+47" are the same sum.

    >>> meaning(385, 47)
    '47+385'
    """
    return f"{min(first, second)}+{max(first, second)}"


def _draw(
    rng: np.random.Generator, count: int, *, part: Part = "learnt", shortest: int = 1, longest: int = MOST_DIGITS
) -> tuple[Texts, Texts]:
    """Each number has one digit, two or three, each as often; their length cannot be chosen."""
    del shortest, longest
    questions: list[str] = []
    answers: list[str] = []
    while len(questions) < count:
        above = 10 ** rng.integers(1, MOST_DIGITS + 1, (count, 2))
        lowest = np.where(above > 10, above // 10, 0)
        for first, second in rng.integers(lowest, above).tolist():
            if part_of(meaning(first, second)) == part:
                questions.append(f"{first}+{second}")
                answers.append(str(first + second))
    return tuple(questions[:count]), tuple(answers[:count])


def _clean(typed: str) -> str:
    return plain(typed).replace(" ", "")


def _answer(question: str) -> str | None:
    found = _QUESTION.fullmatch(question)
    return str(sum(map(int, found.groups()))) if found else None


def _refusal(typed: str) -> Sentence:
    return Sentence(
        "rewrite_no_sum",
        "A sum is two whole numbers from 0 to 999 with a plus between them. We got “{typed}”. "
        "Write something like 47+385.",
        {"typed": typed},
    )


ADDING = Task(
    name="add",
    title=N_("Add two numbers"),
    about=N_(
        "The network reads a sum such as 47+385 as letters and writes the answer digit by digit. "
        "Nobody tells it what a number is."
    ),
    examples=("47+385", "999+1", "8+5"),
    letters=string.digits + "+",
    answer_letters=string.digits,
    longest_question=2 * MOST_DIGITS + 1,
    longest_answer=MOST_DIGITS + 1,
    adjustable=False,
    epochs=80,
    draw=_draw,
    clean=_clean,
    answer=_answer,
    refusal=_refusal,
)
