"""What came of encoders and decoders, in sentences. Pure.

Law: only networks that were asked the same questions are compared, and one is only called better than another where
McNemar's exact test finds p < 0.05, times the number of those of which the best was picked by the same questions
(Bonferroni; Dunn 1961); else it may be luck.
"""

from collections.abc import Sequence

import numpy as np

from rnn_core.text.mcnemar import LIKELY_REAL, exact_mcnemar
from rnn_core.text.rewrite.marks import Marks, Right
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.words import N_, Percent, Sentence

# Where fewer answers are right as a whole, their letters say more.
_FEW = 0.5


def has_learnt(run: Rewritten) -> bool:
    """Whether there is something to judge: it was neither stopped at once nor lost."""
    return bool(run.history) and run.greedy.count > 0


def findings(runs: Sequence[Rewritten]) -> tuple[Sentence, ...]:
    """The best network first, then whether reading was worth it, attention, and beam search.

    Runs that were asked other questions than the first of them are left out.
    """
    whole = [run for run in runs if has_learnt(run) and run.spec.exam == runs[0].spec.exam]
    if not whole:
        return (Sentence("rewrote_nothing", "No network has learnt anything that could be judged."),)
    best, tried = _best_of(whole), len(whole)
    return (_best(best), _against_usual(best, tried), *_by_letters(best), *_attention(whole), *_beam(best, tried))


def clearly_above(one: Right, other: Right, tried: int = 1) -> bool:
    """Whether `one` has more right answers to the same questions than can be luck, if `tried` such pairs were.

    >>> most, all_, none = (np.arange(10) < right for right in (9, 10, 0))
    >>> clearly_above(all_, most), clearly_above(all_, none), clearly_above(all_, none, tried=50)
    (False, True, False)
    """
    only_one, only_other = int(np.sum(one & ~other)), int(np.sum(other & ~one))
    return only_one > only_other and tried * exact_mcnemar(only_one, only_other) < LIKELY_REAL


def _best_of(runs: Sequence[Rewritten]) -> Rewritten:
    return max(runs, key=lambda run: run.greedy.exact)


def _right(marks: Marks) -> int:
    return round(marks.exact * marks.count)


def _best(run: Rewritten) -> Sentence:
    values = {"cell": run.spec.cell, "right": _right(run.greedy), "count": run.greedy.count}
    if run.spec.attention:
        return Sentence(
            "rewrites_best_with",
            "{cell} with attention answers {right} of {count} questions that it has never seen without a mistake.",
            values,
        )
    return Sentence(
        "rewrites_best_without",
        "{cell} without attention answers {right} of {count} questions that it has never seen without a mistake.",
        values,
    )


def _against_usual(run: Rewritten, tried: int) -> Sentence:
    values = {"text": run.usual_text, "right": _right(run.usual)}
    if clearly_above(run.right.greedy, run.right.usual, tried):
        return Sentence(
            "ahead_of_usual",
            "Whoever always said “{text}”, without reading anything, would be right {right} times.",
            values,
        )
    return Sentence(
        "behind_usual",
        "Whoever always said “{text}”, without reading anything, would be right {right} times: "
        "the network has not learnt the task yet.",
        values,
    )


def _by_letters(run: Rewritten) -> tuple[Sentence, ...]:
    """Letters get better long before whole answers do."""
    if run.greedy.exact >= _FEW:
        return ()
    values = {"letters": Percent(run.greedy.letters), "usual": Percent(run.usual.letters)}
    said = N_("Letter by letter, {letters} of what it writes is right, against {usual} of that usual answer.")
    return (Sentence("rewrites_letters", said, values),)


def _attention(runs: Sequence[Rewritten]) -> tuple[Sentence, ...]:
    """The best network with attention against the best one without, once one of them has learnt the task."""
    kinds = [[run for run in runs if run.spec.attention is attention] for attention in (True, False)]
    if not all(kinds):
        return ()
    looking, alone = map(_best_of, kinds)
    if not any(clearly_above(run.right.greedy, run.right.usual, len(runs)) for run in (looking, alone)):
        return ()
    values = {"looking": _right(looking.greedy), "alone": _right(alone.greedy)}
    pairs = len(kinds[0]) * len(kinds[1])
    if clearly_above(looking.right.greedy, alone.right.greedy, pairs):
        said = N_("With attention {looking} answers are right, without it {alone}: looking back is worth it here.")
        return (Sentence("attention_ahead", said, values),)
    if clearly_above(alone.right.greedy, looking.right.greedy, pairs):
        said = N_("With attention {looking} answers are right, without it {alone}: here looking back has not paid off.")
        return (Sentence("attention_behind", said, values),)
    if values["looking"] != values["alone"]:
        said = N_("With attention {looking} answers are right, without it {alone}: the difference may be luck.")
        return (Sentence("attention_may_be_luck", said, values),)
    said = N_(
        "With attention {looking} answers are right, without it {alone}: here one memory is as good as looking back."
    )
    return (Sentence("attention_as_good", said, values),)


def _beam(run: Rewritten, tried: int) -> tuple[Sentence, ...]:
    """Nothing where beam search was left out, or gets as many right."""
    if run.beam is None or _right(run.beam) == _right(run.greedy):
        return ()
    values = {"beam": _right(run.beam), "greedy": _right(run.greedy)}
    beam, greedy = run.right.beam, run.right.greedy
    if clearly_above(beam, greedy, tried) or clearly_above(greedy, beam, tried):
        said = N_("Looking for the likeliest whole answer (beam search) gets {beam} right instead of {greedy}.")
        return (Sentence("beam_differs", said, values),)
    said = N_(
        "Looking for the likeliest whole answer (beam search) gets {beam} right instead of {greedy}, which may be luck."
    )
    return (Sentence("beam_may_be_luck", said, values),)
