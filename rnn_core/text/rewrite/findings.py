"""What came of encoders and decoders, in sentences. Pure.

Law: two shares are only called different where the difference is above twice its standard error; else it may be luck.
"""

import math
from collections.abc import Sequence

from rnn_core.text.rewrite.marks import Marks
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.words import Percent, Sentence

_ERRORS = 2
# Where fewer answers are right as a whole, their letters say more.
_FEW = 0.5


def has_learnt(run: Rewritten) -> bool:
    """Whether there is something to judge: it was neither stopped at once nor lost."""
    return bool(run.history) and run.greedy.count > 0


def findings(runs: Sequence[Rewritten]) -> tuple[Sentence, ...]:
    """The best network first, then whether reading was worth it, attention, and beam search."""
    whole = [run for run in runs if has_learnt(run)]
    if not whole:
        return (Sentence("rewrote_nothing", "No network has learnt anything that could be judged."),)
    best = max(whole, key=lambda run: run.greedy.exact)
    return (_best(best), _against_usual(best), *_by_letters(best), *_attention(whole), *_beam(best))


def clearly_above(one: Marks, other: Marks) -> bool:
    """Whether `one` has more right answers than can be luck.

    The standard error of a difference of two independent shares p and q of n and m questions is
    sqrt(p (1 - p) / n + q (1 - q) / m). Here the questions are the same ones, which makes it smaller still.

    >>> clearly_above(Marks(500, 0.99, 1.0), Marks(500, 0.95, 1.0))
    True
    >>> clearly_above(Marks(500, 0.96, 1.0), Marks(500, 0.95, 1.0))
    False
    """
    variances = [marks.exact * (1 - marks.exact) / marks.count for marks in (one, other)]
    return one.exact - other.exact > _ERRORS * math.sqrt(sum(variances))


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


def _against_usual(run: Rewritten) -> Sentence:
    values = {"text": run.usual_text, "right": _right(run.usual)}
    if clearly_above(run.greedy, run.usual):
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
    said = "Letter by letter, {letters} of what it writes is right, against {usual} of that usual answer."
    return (Sentence("rewrites_letters", said, values),)


def _attention(runs: Sequence[Rewritten]) -> tuple[Sentence, ...]:
    """The best network with attention against the best one without, once one of them has learnt the task."""
    kinds = [[run for run in runs if run.spec.attention is attention] for attention in (True, False)]
    if not all(kinds):
        return ()
    looking, alone = (max(kind, key=lambda run: run.greedy.exact) for kind in kinds)
    if not any(clearly_above(run.greedy, run.usual) for run in (looking, alone)):
        return ()
    values = {"looking": _right(looking.greedy), "alone": _right(alone.greedy)}
    if clearly_above(looking.greedy, alone.greedy):
        said = "With attention {looking} answers are right, without it {alone}: looking back is worth it here."
        return (Sentence("attention_ahead", said, values),)
    if clearly_above(alone.greedy, looking.greedy):
        said = "With attention {looking} answers are right, without it {alone}: here looking back has not paid off."
        return (Sentence("attention_behind", said, values),)
    said = "With attention {looking} answers are right, without it {alone}: here one memory is as good as looking back."
    return (Sentence("attention_as_good", said, values),)


def _beam(run: Rewritten) -> tuple[Sentence, ...]:
    """Nothing where beam search was left out, or gets as many right."""
    if run.beam is None or _right(run.beam) == _right(run.greedy):
        return ()
    values = {"beam": _right(run.beam), "greedy": _right(run.greedy)}
    if clearly_above(run.beam, run.greedy) or clearly_above(run.greedy, run.beam):
        said = "Looking for the likeliest whole answer (beam search) gets {beam} right instead of {greedy}."
        return (Sentence("beam_differs", said, values),)
    said = (
        "Looking for the likeliest whole answer (beam search) gets {beam} right instead of {greedy}, which may be luck."
    )
    return (Sentence("beam_may_be_luck", said, values),)
