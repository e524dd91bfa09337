"""Examining: what a trained network makes of questions that were kept back. Pure NumPy.

Law: the test questions of a task are the same for every network and seed, so that any two can be compared.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rnn_core.learning.events import never
from rnn_core.text.rewrite.decoding import greedy, search
from rnn_core.text.rewrite.marks import LengthMarks, Marks, by_length, mark, usual_answer
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.result import Mistake
from rnn_core.text.rewrite.reversing import BEYOND
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.task import Texts

TESTS, TESTS_A_LENGTH, BEAM_WIDTH = 500, 100, 4
# Answers that the usual one is made of, none of them of the test.
_COUNTED = 5_000
_MOST_MISTAKES = 12
# Draws for the test, for each length of string, and for the usual answer.
_TEST, _LENGTHS, _USUAL = range(3)


@dataclass(frozen=True)
class Examined:
    """The marks of a network, as `Rewritten` has them."""

    greedy: Marks
    beam: Marks | None
    usual: Marks
    usual_text: str
    by_length: tuple[LengthMarks, ...]
    mistakes: tuple[Mistake, ...]


def questions_kept_back(spec: RewriteSpec, count: int = TESTS) -> tuple[Texts, Texts]:
    """The first `count` test questions and their answers; none of them is ever learnt from."""
    questions, answers = spec.what.draw(np.random.default_rng(_TEST), TESTS, kept_back=True, longest=spec.longest)
    return questions[:count], answers[:count]


def examine(spec: RewriteSpec, rewriter: Rewriter | None, should_stop: Callable[[], bool] = never) -> Examined:
    """All marks of `rewriter`; None stands for a network that was lost. The slow part is left out on a stop."""
    questions, right = questions_kept_back(spec)
    said = greedy(rewriter, questions) if rewriter else []
    learnt = by_length(questions, right, said) if rewriter else ()
    usual = usual_text(spec)
    wrong = [Mistake(*one) for one in zip(questions, right, said, strict=False) if one[1] != one[2]]
    return Examined(
        greedy=mark(right[: len(said)], said),
        beam=_beam_marks(rewriter, questions, right, should_stop) if rewriter else None,
        usual=mark(right, [usual] * len(right)),
        usual_text=usual,
        by_length=_longer_and_longer(spec, rewriter) if rewriter and spec.what.adjustable else learnt,
        mistakes=tuple(wrong[:_MOST_MISTAKES]),
    )


def usual_text(spec: RewriteSpec) -> str:
    """The one answer that fits best without reading any question, made of what is learnt from."""
    _, answers = spec.what.draw(np.random.default_rng(_USUAL), _COUNTED, longest=spec.longest)
    return usual_answer(answers)


def _beam_marks(rewriter: Rewriter, questions: Texts, right: Texts, should_stop: Callable[[], bool]) -> Marks | None:
    said = []
    for question in questions:
        if should_stop():
            return None
        best = search(rewriter, question, width=BEAM_WIDTH)[0]
        said.append(rewriter.spec.writes.decode(best.letters))
    return mark(right, said)


def _longer_and_longer(spec: RewriteSpec, rewriter: Rewriter) -> tuple[LengthMarks, ...]:
    """Strings of each length that is learnt, and of longer ones."""
    return tuple(_of_length(spec, rewriter, length) for length in range(1, spec.longest + BEYOND + 1))


def _of_length(spec: RewriteSpec, rewriter: Rewriter, length: int) -> LengthMarks:
    """Strings of one `length`; of very short ones there are few, so that the same ones come again."""
    rng = np.random.default_rng([_LENGTHS, length])
    questions, right = spec.what.draw(rng, TESTS_A_LENGTH, kept_back=True, shortest=length, longest=length)
    return LengthMarks(length, mark(right, greedy(rewriter, questions)), learnt=length <= spec.longest)
