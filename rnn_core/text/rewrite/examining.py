"""Examining: what a trained network makes of the questions of the test. Pure NumPy."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rnn_core.learning.events import never
from rnn_core.text.rewrite.decoding import greedy, search
from rnn_core.text.rewrite.marks import LengthMarks, Marks, RightOnes, by_length, mark, right_ones, usual_answer
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.questions import for_test, of_length
from rnn_core.text.rewrite.result import Mistake
from rnn_core.text.rewrite.reversing import BEYOND
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.task import Texts

BEAM_WIDTH = 4
# More wrong answers are not kept.
MOST_MISTAKES = 12
# Answers that the usual one is made of, none of them of the test.
_COUNTED, _USUAL = 5_000, 2


@dataclass(frozen=True)
class Examined:
    """The marks of a network, as `Rewritten` has them."""

    greedy: Marks
    beam: Marks | None
    usual: Marks
    usual_text: str
    right: RightOnes
    by_length: tuple[LengthMarks, ...]
    mistakes: tuple[Mistake, ...]


def examine(spec: RewriteSpec, rewriter: Rewriter | None, should_stop: Callable[[], bool] = never) -> Examined:
    """All marks of `rewriter`; None stands for a network that was lost. The slow part is left out on a stop."""
    questions, right = for_test(spec)
    said = greedy(rewriter, questions) if rewriter else []
    searched = _searched(rewriter, questions, should_stop) if rewriter else None
    learnt = by_length(questions, right, said) if rewriter else ()
    usual = usual_text(spec)
    always = [usual] * len(right)
    wrong = [Mistake(*one) for one in zip(questions, right, said, strict=False) if one[1] != one[2]]
    return Examined(
        greedy=mark(right[: len(said)], said),
        beam=None if searched is None else mark(right, searched),
        usual=mark(right, always),
        usual_text=usual,
        right=RightOnes(*(right_ones(right, one) for one in (said, searched or [], always))),
        by_length=_longer_and_longer(spec, rewriter) if rewriter and spec.what.adjustable else learnt,
        mistakes=tuple(wrong[:MOST_MISTAKES]),
    )


def usual_text(spec: RewriteSpec) -> str:
    """The one answer that fits best without reading any question, made of what is learnt from."""
    _, answers = spec.what.draw(np.random.default_rng(_USUAL), _COUNTED, longest=spec.longest)
    return usual_answer(answers)


def _searched(rewriter: Rewriter, questions: Texts, should_stop: Callable[[], bool]) -> list[str] | None:
    """What a beam answers; None where somebody does not want to wait for it."""
    said = []
    for question in questions:
        if should_stop():
            return None
        best = search(rewriter, question, width=BEAM_WIDTH)[0]
        said.append(rewriter.spec.writes.decode(best.letters))
    return said


def _longer_and_longer(spec: RewriteSpec, rewriter: Rewriter) -> tuple[LengthMarks, ...]:
    """Strings of each length that is learnt, and of longer ones."""
    return tuple(_of_length(spec, rewriter, length) for length in range(1, spec.longest + BEYOND + 1))


def _of_length(spec: RewriteSpec, rewriter: Rewriter, length: int) -> LengthMarks:
    questions, right = of_length(spec, length)
    return LengthMarks(length, mark(right, greedy(rewriter, questions)), learnt=length <= spec.longest)
