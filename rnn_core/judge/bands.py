"""Bands: where the next value will lie, nine times of ten, say. Conformal, scaled by the spread. Pure.

Every error is measured in units of the spread known before its row, so that calm and rough times can share one scale.
"""

import math
import warnings
from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
BandWay = Literal["split", "adaptive"]

LEVELS = (0.5, 0.8, 0.9, 0.95, 0.99)
# Fewer errors than this say too little about what is usual, whatever the level.
_FEWEST_ERRORS = 30
# The adaptive way: how far one miss moves the level, and how many errors are remembered.
_STEP, _MEMORY = 0.02, 250


@dataclass(frozen=True)
class Band:
    """`low` and `high` `(n,)` in the series' unit, `nan` where there is no band.

    `coverage` is the share of the `rows` with a band whose real value lies inside, `width` the mean width; both `nan`
    where there is none. At best `coverage` is close to `level`.
    """

    low: Floats
    high: Floats
    level: float
    coverage: float
    rows: int
    width: float


@dataclass(frozen=True)
class Calibration:
    """Rows kept back before the test part, arrays of shape `(k,)`, which may be empty."""

    actual: Floats
    predicted: Floats
    spread: Floats


def band(
    predicted: Floats, actual: Floats, spread: Floats, *, level: float, way: BandWay, before: Calibration | None = None
) -> Band:
    """The band at `level` (a share, such as 0.9) round one-step forecasts; all arrays `(n,)`.

    "split": one calibration for all rows, on the rows `before` or else on the first third of these, which then have no
    band. "adaptive": each row learns from all rows before it. No row's band depends on its own or a later value.
    """
    before = before or Calibration(*[np.empty(0)] * 3)
    errors = _scaled_errors(actual, predicted, spread)
    earlier = _scaled_errors(before.actual, before.predicted, before.spread)
    reach = (_split if way == "split" else _adaptive)(errors, earlier, level)
    half = np.where(np.isfinite(predicted) & (spread > 0), reach * spread, np.nan)
    return _band(predicted, actual, half, level)


def errors_needed(level: float) -> int:
    """How many errors a band at `level` must be made of, for any of them to be rarer than it allows.

    >>> errors_needed(0.9), errors_needed(0.99)
    (30, 100)
    """
    return max(_FEWEST_ERRORS, math.ceil(round(1 / (1 - level), 9)))


def _scaled_errors(actual: Floats, predicted: Floats, spread: Floats) -> Floats:
    """Errors in spreads, `(n,)`; `nan` where one of the three is no number."""
    errors = np.full(len(actual), np.nan)
    known = np.isfinite(actual) & np.isfinite(predicted) & np.isfinite(spread) & (spread > 0)
    errors[known] = np.abs(actual[known] - predicted[known]) / spread[known]
    return errors


def _split(errors: Floats, earlier: Floats, level: float) -> Floats:
    """How many spreads the band reaches at each row, `(n,)`: the same everywhere (Papadopoulos et al. 2002)."""
    needed, skipped = errors_needed(level), 0
    learnt = earlier[np.isfinite(earlier)]
    if len(learnt) < needed:
        skipped = max(needed, len(errors) // 3)
        learnt = errors[:skipped][np.isfinite(errors[:skipped])]
    reach = np.full(len(errors), np.nan)
    if len(learnt) >= needed:
        reach[skipped:] = _conformal_reach(learnt, level)
    return reach


def _conformal_reach(learnt: Floats, level: float) -> float:
    # crepes takes a while to load, and switches all warnings on while it does.
    with warnings.catch_warnings():
        from crepes import ConformalRegressor  # type: ignore[import-untyped]  # noqa: PLC0415

    one_forecast = np.zeros(1)
    # 1 - 0.8 is a little less than 0.2 to a computer, and crepes would cut it to the next lower rank.
    return float(ConformalRegressor().fit(learnt).predict_int(one_forecast, confidence=level - 1e-9)[0, 1])


def _adaptive(errors: Floats, earlier: Floats, level: float) -> Floats:
    """How many spreads the band reaches at each row, `(n,)` (Gibbs and Candes 2021, Adaptive Conformal Inference).

    After a row outside its band the next bands are asked to miss less often, after one inside a little more often.
    """
    memory = _Memory(earlier[np.isfinite(earlier)])
    needed, allowed = errors_needed(level), 1 - level
    misses = allowed
    reach = np.full(len(errors), np.nan)
    for row, error in enumerate(errors.tolist()):
        if len(memory) >= needed:
            reach[row] = memory.exceeded_by(misses)
            if math.isfinite(error):
                misses += _STEP * (allowed - (error > reach[row]))
                misses = min(max(misses, 0.0), 1.0)
        if math.isfinite(error):
            memory.add(error)
    return reach


class _Memory:
    """The latest errors, in the order they came and sorted."""

    def __init__(self, errors: Floats) -> None:
        self._latest: deque[float] = deque(errors[-_MEMORY:].tolist())
        self._sorted: list[float] = sorted(self._latest)

    def __len__(self) -> int:
        return len(self._sorted)

    def add(self, error: float) -> None:
        self._latest.append(error)
        insort(self._sorted, error)
        if len(self._latest) > _MEMORY:
            del self._sorted[bisect_left(self._sorted, self._latest.popleft())]

    def exceeded_by(self, share: float) -> float:
        """The error that `share` of all errors exceed, the next one counted in; at most the largest known."""
        rank = math.floor(share * (len(self) + 1) + 1e-9)
        return self._sorted[-min(max(rank, 1), len(self))]


def _band(predicted: Floats, actual: Floats, half: Floats, level: float) -> Band:
    there = np.isfinite(half)
    told = there & np.isfinite(actual)
    rows = int(told.sum())
    inside = np.abs(actual[told] - predicted[told]) <= half[told]
    return Band(
        low=predicted - half,
        high=predicted + half,
        level=level,
        coverage=float(inside.mean()) if rows else math.nan,
        rows=rows,
        width=float(2 * half[there].mean()) if there.any() else math.nan,
    )
