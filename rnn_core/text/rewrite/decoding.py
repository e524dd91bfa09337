"""Decoding: what a network answers, and how sure it was. Pure NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rnn_core.cells.through_time import Array, Arrays
from rnn_core.text.rewrite.beam import Hypothesis, beam_search
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.signs import BORDER, Numbers
from rnn_core.text.rewrite.spec import RewriteSpec

# An answer may get so many letters longer than any right one before it is cut off.
_SPARE = 4


@dataclass(frozen=True)
class Answer:
    """What a network wrote for a question.

    `log_probability` (natural logarithm) is that of all letters and of the end; an answer that has not `ended` was cut
    off, and only its letters count. `chances` `(letters,)` say how sure each letter was; `attention` `(letters, letters
    of the question)` how much of each input letter was in it, rows that sum to 1, or None without attention.
    """

    text: str
    log_probability: float
    ended: bool
    chances: Array
    attention: Array | None


def most_letters(spec: RewriteSpec) -> int:
    """After so many letters an answer is cut off."""
    return spec.what.longest_answer + _SPARE


def greedy(rewriter: Rewriter, questions: Sequence[str]) -> list[str]:
    """The answers to `questions`, the likeliest letter each time, all at once."""
    encoded = rewriter.encode(questions)
    states, last = encoded.begin, np.zeros(len(questions), np.int32)
    written: list[Numbers] = []
    open_ = np.ones(len(questions), bool)
    while open_.any() and len(written) < most_letters(rewriter.spec):
        done = rewriter.step(encoded, states, last)
        states, last = done.states, done.log_probabilities.argmax(axis=1).astype(np.int32)
        open_ &= last != BORDER
        written.append(last)
    return [rewriter.spec.writes.decode(row) for row in np.stack(written, axis=1).tolist()]


def answer(rewriter: Rewriter, question: str, *, width: int = 1) -> Answer:
    """The likeliest answer to `question` that a beam of `width` hypotheses finds; 1 is greedy."""
    return answers(rewriter, question, width=width)[0]


def answers(rewriter: Rewriter, question: str, *, width: int) -> list[Answer]:
    """All answers that the beam found, the likeliest first."""
    return [_explained(rewriter, question, one) for one in search(rewriter, question, width=width)]


def search(rewriter: Rewriter, question: str, *, width: int) -> list[Hypothesis]:
    """The same without a look at how they came about, which is quicker."""
    encoded = rewriter.encode([question])

    def step(states: Arrays, last: Numbers) -> tuple[Array, Arrays]:
        done = rewriter.step(encoded, states, last)
        return done.log_probabilities, done.states

    return beam_search(step, encoded.begin, width=width, most=most_letters(rewriter.spec))


def _explained(rewriter: Rewriter, question: str, one: Hypothesis) -> Answer:
    """Once more through `one`, letter by letter, to see where the network looked."""
    encoded = rewriter.encode([question])
    states, before = encoded.begin, BORDER
    chances, shares = np.zeros(len(one.letters)), np.zeros((len(one.letters), len(question)))
    for place, letter in enumerate(one.letters):
        done = rewriter.step(encoded, states, np.array([before], np.int32))
        chances[place], shares[place] = np.exp(done.log_probabilities[0, letter]), done.shares[0]
        states, before = done.states, letter
    return Answer(
        text=rewriter.spec.writes.decode(one.letters),
        log_probability=one.log_probability,
        ended=one.ended,
        chances=chances,
        attention=shares if rewriter.spec.attention else None,
    )
