"""What of an encoder and decoder follows from its settings: made anew, and held against what it says. Pure.

The questions of the test, their right answers and the marks of always saying the same are made anew; believed is how
many the network answered rightly, and its mistakes, as far as they can be mistakes.
"""

import math
from collections import Counter

import numpy as np

from rnn_core.export.text.claims import close, require_claims
from rnn_core.text.made_data import MadeData
from rnn_core.text.rewrite.decoding import most_letters
from rnn_core.text.rewrite.examining import TESTS, TESTS_A_LENGTH, questions_kept_back, usual_text
from rnn_core.text.rewrite.marks import LengthMarks, Marks, mark
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.reversing import BEYOND
from rnn_core.text.rewrite.task import Texts

# More are not kept.
_MOST_MISTAKES = 12


def require_honest(run: Rewritten, made: MadeData, folder: str) -> None:
    """Refuse a run, in the bundle's `folder`, that cannot be one of its settings.

    Raises:
        BundleError: it says what cannot be.
    """
    require_claims(run, made, folder, _follows)


def _follows(run: Rewritten, _made: MadeData) -> bool:
    # Those of weights that are no numbers any more are none either.
    Rewriter(run.spec, [np.zeros(one.shape, np.float32) for one in run.weights])
    questions, right = questions_kept_back(run.spec)
    usual = usual_text(run.spec)
    return (
        run.usual_text == usual
        and _same(run.usual, mark(right, [usual] * len(right)))
        and _are_marks(run.greedy, {0, TESTS})
        and (run.beam is None or _are_marks(run.beam, {0, TESTS}))
        and _are_lengths(run, questions)
        and _are_mistakes(run, questions, right)
    )


def _same(one: Marks, other: Marks) -> bool:
    return one.count == other.count and close([one.exact, one.letters], [other.exact, other.letters])


def _are_marks(marks: Marks, counts: set[int]) -> bool:
    """Whether so many questions can have been marked so: shares of them, or none of none."""
    if marks.count == 0:
        return 0 in counts and math.isnan(marks.exact) and math.isnan(marks.letters)
    right = marks.exact * marks.count
    return marks.count in counts and 0 <= marks.exact <= 1 and 0 <= marks.letters <= 1 and close(right, round(right))


def _are_lengths(run: Rewritten, questions: Texts) -> bool:
    """Whether the lengths are those that are examined, and come, where they are of the test itself, to its marks."""
    adjustable = run.spec.what.adjustable
    examined = _examined(run, questions) if run.greedy.count else []
    return (
        [(one.length, one.marks.count, one.learnt) for one in run.by_length] == examined
        and all(_are_marks(one.marks, {one.marks.count}) for one in run.by_length)
        and (adjustable or not examined or close(_exact(run.by_length), run.greedy.exact))
    )


def _examined(run: Rewritten, questions: Texts) -> list[tuple[int, int, bool]]:
    """Each length, how many questions of it are asked, and whether as long ones were learnt."""
    longest = run.spec.longest
    if run.spec.what.adjustable:
        return [(length, TESTS_A_LENGTH, length <= longest) for length in range(1, longest + BEYOND + 1)]
    return [(length, count, True) for length, count in sorted(Counter(map(len, questions)).items())]


def _exact(lengths: tuple[LengthMarks, ...]) -> float:
    """The share of right answers to questions of all lengths together."""
    return sum(one.marks.exact * one.marks.count for one in lengths) / sum(one.marks.count for one in lengths)


def _are_mistakes(run: Rewritten, questions: Texts, right: Texts) -> bool:
    """Whether they are wrong answers to questions of the test, in its order, and no fewer than must be."""
    wrong = round((1 - run.greedy.exact) * TESTS) if run.greedy.count else 0
    letters, longest = set(run.spec.what.answer_letters), most_letters(run.spec)
    left = iter(zip(questions, right, strict=True))
    return len(run.mistakes) == min(wrong, _MOST_MISTAKES) and all(
        (one.question, one.right) in left
        and one.said != one.right
        and len(one.said) <= longest
        and set(one.said) <= letters
        for one in run.mistakes
    )
