"""Repeats: the same network trained from several seeds, and which of its runs stands for them all. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.judge.learned import failure
from rnn_core.judge.metrics import rmse

Floats = npt.NDArray[np.float64]

# With fewer runs on a side, ranges that do not overlap are too easily luck.
FEWEST_RUNS = 3


@dataclass(frozen=True)
class Repeats:
    """The runs of one network: `rmse` of each seed in the series' unit, `nan` where it failed to learn.

    `middle` is the index of the run that stands for all, which may be one that failed; `lowest` and `highest` are the
    ends of the range of those that learnt, `nan` if none did.
    """

    name: str
    rmse: tuple[float, ...]
    middle: int
    lowest: float
    highest: float

    @property
    def learnt(self) -> tuple[float, ...]:
        """The RMSE of each run that learnt something."""
        return tuple(miss for miss in self.rmse if math.isfinite(miss))


def repeats(
    name: str, actual: Floats, predictions: Sequence[Floats], *, naive: Floats, train_mean: float = math.nan
) -> Repeats:
    """The runs of `name`: at least one of `predictions`, each of shape `(rows,)` as `actual` and `naive`.

    Of an even number the worse of the two in the middle stands for all, so that nobody wins by picking. Runs that
    failed to learn (see `learned.failure`) count as the worst.
    """
    misses = tuple(
        math.nan if failure(actual, values, naive, train_mean=train_mean) else rmse(actual, values)
        for values in predictions
    )
    ranked = sorted(range(len(misses)), key=lambda run: math.inf if math.isnan(misses[run]) else misses[run])
    learnt = [miss for miss in misses if math.isfinite(miss)]
    lowest, highest = (min(learnt), max(learnt)) if learnt else (math.nan, math.nan)
    return Repeats(name, misses, ranked[len(ranked) // 2], lowest, highest)


def comparable(one: Repeats, other: Repeats) -> bool:
    """Whether there are enough runs that learnt on both sides for their ranges to say anything."""
    return min(len(one.learnt), len(other.learnt)) >= FEWEST_RUNS


def apart(one: Repeats, other: Repeats) -> bool:
    """Whether the ranges of RMSE do not overlap, with at least three runs that learnt on both sides.

    Then the exact test of Mann and Whitney gives the least p that so many runs can reach: below 0.05 from four on each
    side, 0.1 with three.
    """
    return comparable(one, other) and (one.highest < other.lowest or other.highest < one.lowest)
