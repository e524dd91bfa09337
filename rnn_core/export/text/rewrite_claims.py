"""What of an encoder and decoder follows from its settings: made anew, and held against what it says. Pure.

The questions of the test, their right answers and what always saying the same is worth are made anew; believed is which
of them the network answered rightly, how many letters were right, and what it said wrongly, as far as that is possible.
"""

import math

import numpy as np

from rnn_core.export.text.claims import close, require_claims
from rnn_core.text.made_data import MadeData
from rnn_core.text.rewrite.decoding import most_letters
from rnn_core.text.rewrite.examining import MOST_MISTAKES, usual_text
from rnn_core.text.rewrite.marks import Marks, Right, mark, right_ones
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.questions import Asked, for_test, of_length
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.reversing import BEYOND
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.task import Texts


def require_honest(run: Rewritten, made: MadeData, folder: str) -> None:
    """Refuse a run, in the bundle's `folder`, that cannot be one of its settings.

    Raises:
        BundleError: it says what cannot be.
    """
    require_claims(run, made, folder, _follows)


def _follows(run: Rewritten, _made: MadeData) -> bool:
    # Those of weights that are no numbers any more are none either.
    Rewriter(run.spec, [np.zeros(one.shape, np.float32) for one in run.weights])
    asked = for_test(run.spec)
    count = len(asked[0])
    return (
        _is_usual(run, asked[1])
        and _are_marks(run.greedy, run.right.greedy)
        and run.greedy.count in {0, count}
        and (_are_marks(run.beam, run.right.beam) and run.beam.count == count if run.beam else not len(run.right.beam))
        and _are_lengths(run, asked[0])
        and _are_mistakes(run, asked)
    )


def _is_usual(run: Rewritten, right: Texts) -> bool:
    """Whether the usual answer is the one that it must be, with its marks."""
    said = [run.usual_text] * len(right)
    made = mark(right, said)
    return (
        run.usual_text == usual_text(run.spec)
        and run.usual.count == made.count
        and close([run.usual.exact, run.usual.letters], [made.exact, made.letters])
        and np.array_equal(run.right.usual, right_ones(right, said))
    )


def _are_marks(marks: Marks, right: Right) -> bool:
    """Whether questions of which these were answered rightly can have been marked so; none of none."""
    if not marks.count:
        return not len(right) and math.isnan(marks.exact) and math.isnan(marks.letters)
    known = right.shape == (marks.count,) and close(marks.exact, right.mean())
    return known and _is_share(marks.letters)


def _is_share(value: float) -> bool:
    return 0 <= value <= 1


def _are_lengths(run: Rewritten, questions: Texts) -> bool:
    """Whether the lengths are those that are examined, and those of the test itself have its marks."""
    if not run.greedy.count:
        return not run.by_length
    if run.spec.what.adjustable:
        found = [(one.length, one.marks.count, one.learnt) for one in run.by_length]
        return found == _examined(run.spec) and all(map(_can_be, (one.marks for one in run.by_length)))
    lengths = np.array(list(map(len, questions)))
    return [one.length for one in run.by_length] == np.unique(lengths).tolist() and all(
        one.learnt and _are_marks(one.marks, run.right.greedy[lengths == one.length]) for one in run.by_length
    )


def _examined(spec: RewriteSpec) -> list[tuple[int, int, bool]]:
    """Each length of string, how many of it are asked, and whether as long ones were learnt."""
    return [
        (length, len(of_length(spec, length)[0]), length <= spec.longest)
        for length in range(1, spec.longest + BEYOND + 1)
    ]


def _can_be(marks: Marks) -> bool:
    """Whether so many questions can have been marked so: a whole number of them is right."""
    right = marks.exact * marks.count
    return _is_share(marks.exact) and _is_share(marks.letters) and close(right, round(right))


def _are_mistakes(run: Rewritten, asked: Asked) -> bool:
    """Whether they are wrong answers to the first questions of the test that were answered wrongly."""
    letters, longest = set(run.spec.what.answer_letters), most_letters(run.spec)
    pairs = [pair for pair, right in zip(zip(*asked, strict=True), run.right.greedy, strict=False) if not right]
    return [(one.question, one.right) for one in run.mistakes] == pairs[:MOST_MISTAKES] and all(
        one.said != one.right and len(one.said) <= longest and set(one.said) <= letters for one in run.mistakes
    )
