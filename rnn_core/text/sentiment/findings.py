"""What came of judges of texts, in sentences. Pure.

Law: only what was tested on the same texts is compared.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.comparison import Comparison, compare
from rnn_core.text.sentiment.result import Judged
from rnn_core.words import Amount, Sentence

MAJORITY, COUNTED = "majority", "logistic"
"""The names of the baselines that the sentences speak of."""


def findings(runs: Sequence[Judged]) -> tuple[Sentence, ...]:
    """The best network first, then whether it knows more than simpler judges, then who is as good, and what failed.

    Of `runs` those count that were tested on the same texts as the first one.
    """
    runs = beside_first(runs)
    whole = [run for run in runs if run.history and not run.lost]
    trouble = tuple(_trouble(run) for run in runs if run.lost or run.stopped)
    if not whole:
        return (Sentence("judged_nothing", "No network has learnt anything that could be judged."), *trouble)
    best = best_of(whole)
    against = tuple(_against(best, one, len(whole)) for one in best.baselines if one.name in _AGAINST)
    return (_best(best), *against, *_next(best, whole), *trouble)


def best_of(runs: Sequence[Judged]) -> Judged:
    """The one of `runs` that was right most often, of equals the first; those without a score come last."""
    return max(runs, key=lambda run: -1.0 if math.isnan(run.scores.accuracy) else run.scores.accuracy)


def among(comparison: Comparison, tried: int) -> Comparison:
    """`comparison` where `tried` of the kind were made on the same texts: p is multiplied (Bonferroni; Dunn 1961).

    >>> among(Comparison(9, 2, 0.07, 0.02), 3).answer
    'cannot_tell'
    """
    return replace(comparison, chance=min(1.0, comparison.chance * tried))


def chance_words(comparison: Comparison) -> str:
    """The p value as it is written.

    >>> [chance_words(Comparison(9, 2, 0.07, chance)).split() for chance in (0.0654, 2e-9)]
    [['p', '=', '0.065'], ['p', '<', '0.001']]
    """
    words = "p < 0.001" if comparison.chance < 0.001 else f"p = {comparison.chance:.2g}"
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def beside_first(runs: Sequence[Judged]) -> tuple[Judged, ...]:
    """Those of `runs` that learnt from the same texts as the first one and were tested on the same ones."""
    return tuple(run for run in runs if _texts_of(run) == _texts_of(runs[0]))


def right_of(run: Judged | Baseline) -> int:
    """How many test texts were judged rightly; 0 where there are no scores."""
    return sum(row[place] for place, row in enumerate(run.scores.confusion))


def _texts_of(run: Judged) -> tuple[object, ...]:
    spec = run.spec
    shares = spec.test_share, spec.validation_share, spec.split_seed
    # How texts are cut decides which of them are the same.
    return run.data.fingerprint, run.data.way, spec.longest, shares, run.labels.tobytes()


def _best(run: Judged) -> Sentence:
    return Sentence(
        "judges_best",
        "{cell} judges {right} of {count} texts rightly that it has never read ({share}).",
        {
            "cell": run.spec.cell,
            "right": right_of(run),
            "count": len(run.labels),
            "share": Amount(100 * run.scores.accuracy, "%"),
        },
    )


def _against(run: Judged, baseline: Baseline, tried: int) -> Sentence:
    comparison = among(baseline.comparison, tried)
    return _AGAINST[baseline.name](
        comparison, {"cell": run.spec.cell, "right": right_of(baseline), "chance": chance_words(comparison)}
    )


def _against_majority(comparison: Comparison, values: dict[str, object]) -> Sentence:
    if comparison.answer == "better":
        return Sentence(
            "ahead_of_majority",
            "Always saying the most frequent label is right for {right}: {cell} has learnt more than that.",
            values,
        )
    return Sentence(
        "not_ahead_of_majority",
        "Always saying the most frequent label is right for {right}, and nothing shows that {cell} knows more "
        "({chance}).",
        values,
    )


def _against_counted(comparison: Comparison, values: dict[str, object]) -> Sentence:
    if comparison.answer == "better":
        return Sentence(
            "ahead_of_counted",
            "A simple model that counts words is right for {right}. That {cell} is ahead is unlikely to be luck "
            "({chance}).",
            values,
        )
    if comparison.answer == "not":
        return Sentence(
            "behind_counted",
            "A simple model that counts words is right for {right}, and that is hardly luck ({chance}): for these "
            "texts nobody needs {cell}.",
            values,
        )
    if comparison.gap > 0:
        return Sentence(
            "perhaps_ahead_of_counted",
            "A simple model that counts words is right for {right}. That {cell} is ahead may be luck ({chance}).",
            values,
        )
    return Sentence(
        "not_ahead_of_counted",
        "A simple model that counts words is right for {right}, which is at least as good: for these texts nobody "
        "needs {cell}.",
        values,
    )


_AGAINST = {MAJORITY: _against_majority, COUNTED: _against_counted}


def _next(best: Judged, whole: Sequence[Judged]) -> tuple[Sentence, ...]:
    """Of several networks the next best, and whether the gap may be luck."""
    others = [run for run in whole if run is not best]
    if not others:
        return ()
    other = best_of(others)
    pairs = len(whole) * (len(whole) - 1) // 2
    comparison = among(compare(best.labels, best.probabilities, other.probabilities), pairs)
    values = {"cell": other.spec.cell, "right": right_of(other), "chance": chance_words(comparison)}
    if comparison.answer == "better":
        found = Sentence(
            "next_is_behind", "{cell} comes next with {right}, and the gap is unlikely to be luck ({chance}).", values
        )
    else:
        found = Sentence("next_as_good", "{cell} comes next with {right}: the gap may be luck ({chance}).", values)
    return (found,)


def _trouble(run: Judged) -> Sentence:
    values = {"cell": run.spec.cell, "done": len(run.history), "planned": run.spec.epochs}
    if run.lost:
        return Sentence(
            "judge_lost", "{cell} did not learn: its numbers grew beyond all bounds, so it says nothing.", values
        )
    if not run.history:
        return Sentence(
            "judge_not_begun",
            "{cell} was stopped before it had gone through the texts once, so what it says is hardly more than chance.",
            values,
        )
    return Sentence(
        "judge_stopped", "{cell} was stopped after {done} of {planned} epochs: this is how far it got.", values
    )
