"""Reversing a string of small letters. Pure."""

import string

import numpy as np

from rnn_core.text.rewrite.task import Part, Task, Texts, part_of, plain
from rnn_core.words import N_, Sentence

# What is learnt may have so many letters, and what is tried so many more.
LONGEST, BEYOND = 30, 6
_LETTERS = string.ascii_lowercase


def _draw(
    rng: np.random.Generator, count: int, *, part: Part = "learnt", shortest: int = 1, longest: int = 12
) -> tuple[Texts, Texts]:
    """A string is its own meaning: those that are tested are never learnt from."""
    questions: list[str] = []
    while len(questions) < count:
        lengths = rng.integers(shortest, longest + 1, count)
        drawn = rng.integers(0, len(_LETTERS), (count, longest))
        for row, length in zip(drawn.tolist(), lengths.tolist(), strict=True):
            one = "".join(_LETTERS[place] for place in row[:length])
            if part_of(one) == part:
                questions.append(one)
    return tuple(questions[:count]), tuple(one[::-1] for one in questions[:count])


def _clean(typed: str) -> str:
    return plain(typed).lower()


def _answer(question: str) -> str | None:
    known = 0 < len(question) <= LONGEST + BEYOND and set(question) <= set(_LETTERS)
    return question[::-1] if known else None


def _refusal(typed: str) -> Sentence:
    return Sentence(
        "rewrite_no_string",
        "What is to be reversed has 1 to {most} letters from a to z, without spaces. We got “{typed}”. "
        "Write such a word.",
        {"most": LONGEST + BEYOND, "typed": typed},
    )


REVERSING = Task(
    name="reverse",
    title=N_("Reverse a string"),
    about=N_(
        "The network reads letters and writes them in the opposite order. Nothing else to know, only to remember."
    ),
    examples=("network", "abcdefghijkl", "stressed"),
    letters=_LETTERS,
    answer_letters=_LETTERS,
    longest_question=LONGEST + BEYOND,
    longest_answer=LONGEST + BEYOND,
    adjustable=True,
    epochs=30,
    draw=_draw,
    clean=_clean,
    answer=_answer,
    refusal=_refusal,
)
