"""What runs that were tested on the same rows have in common, so that it can be said once for all of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rnn_core.forecast.run import Baseline, Run
from rnn_core.judge import Scores

# The same model, fitted on another machine.
_CLOSE = 1e-6


def common_baselines(runs: Sequence[Run]) -> tuple[Baseline, ...]:
    """The simple forecasts that are the same for all `runs` that have them.

    A linear model reads what its network reads, and all are fitted on the training part, so that runs with other
    settings may have others.
    """
    return tuple(alike[0] for alike in _by_name(runs).values() if all(_are_alike(alike[0], one) for one in alike))


def differing_baselines(runs: Sequence[Run]) -> tuple[str, ...]:
    """The titles of those that are not the same."""
    common = {one.name for one in common_baselines(runs)}
    return tuple(alike[0].title for name, alike in _by_name(runs).items() if name not in common)


def common_naive(runs: Sequence[Run]) -> Scores:
    """The scores of the naive line; its MASE is `nan` where the training parts have other steps."""
    first = runs[0].naive_scores
    alike = all(np.isclose(run.naive_scores.mase, first.mase, rtol=_CLOSE, equal_nan=True) for run in runs)
    return first if alike else replace(first, mase=float("nan"))


def _by_name(runs: Sequence[Run]) -> dict[str, list[Baseline]]:
    found: dict[str, list[Baseline]] = {}
    for run in runs:
        for one in run.baselines:
            found.setdefault(one.name, []).append(one)
    return found


def _are_alike(one: Baseline, other: Baseline) -> bool:
    if one.predicted is None or other.predicted is None:
        return one.predicted is other.predicted and one.problem == other.problem
    return np.allclose(one.predicted, other.predicted, rtol=_CLOSE, equal_nan=True) and (
        _same_mase(one.scores, other.scores)
    )


def _same_mase(one: Scores | None, other: Scores | None) -> bool:
    """MASE is measured in steps of the training part, of which there may be two."""
    if one is None or other is None:
        return one is other
    return bool(np.isclose(one.mase, other.mase, rtol=_CLOSE, equal_nan=True))
