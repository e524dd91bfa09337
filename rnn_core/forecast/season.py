"""Season: after how many rows a series comes back, and the forecast that repeats it. Pure.

Law: a season is told from training rows alone, and rather not at all than wrongly.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from rnn_core.series.frequency import Frequency

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

LONGEST_SEASON = 400
# Older rows are not looked at: 50 of the longest seasons are plenty.
_MOST_ROWS = 50 * LONGEST_SEASON
_FEWEST_ROWS = 12
# Rows a season that the calendar suggests; of the others any length may be found.
_CALENDAR: Mapping[Frequency, tuple[int, ...]] = {
    Frequency.DAILY: (5, 7),
    Frequency.WEEKLY: (52,),
    Frequency.MONTHLY: (12,),
    Frequency.QUARTERLY: (4,),
}
# Changes that resemble those of a season ago less than this are of no use to a forecast.
_ALIKE = 0.25
# Standard errors from zero: where the calendar suggests the lag, and where the best of hundreds of lags is taken.
_SURE_BY_CALENDAR = 2.5
_SURE = 3.4
# Multiples of a season fit as well as the season: the shortest lag is taken that leaves so little more unexplained.
_AS_GOOD, _SLACK = 1.25, 0.02


def find_season(values: Floats, frequency: Frequency) -> int | None:
    """The rows of one season of `values`, shape `(n,)`, from 2 to a third of them; None where there is none.

    There is a season `m` where values lie closer to those `m` rows ago than to the last one, as in a random walk they
    never do; or where changes resemble those `m` rows ago clearly more than by chance. Less than one random walk in a
    hundred seems to have one.

    >>> find_season(np.tile([1.0, 2.0, 6.0], 30), Frequency.DAILY), find_season(np.arange(90.0), Frequency.DAILY)
    (3, None)
    """
    recent = np.asarray(values[-_MOST_ROWS:], "float64")
    size = float(np.ptp(recent)) if len(recent) >= _FEWEST_ROWS else 0.0
    if not 0 < size < np.inf:  # too short, constant, or with values that are no numbers
        return None
    scaled = (recent - recent[0]) / size
    if np.diff(scaled).var() < 1e-20:  # a straight line
        return None
    return _by_distance(scaled) or _by_changes(np.diff(scaled), len(scaled) // 3, _CALENDAR.get(frequency, ()))


def seasonal_forecast(values: Floats, rows: Rows, season: int, train: range) -> Floats:
    """One-step forecasts of `rows` of `values`, shape `(rows,)`, by what was one `season` before.

    The seasonal naive method (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", section 5.2) repeats
    the value of then. Where a series wanders besides, the change of then on top of the last value does better. The way
    that came closer on the training rows is taken.

    >>> seasonal_forecast(np.tile([1.0, 2.0, 6.0], 4), np.array([9, 10, 11]), 3, range(9)).tolist()
    [1.0, 2.0, 6.0]
    """
    learnt = np.arange(train.start + season + 1, train.stop)
    misses = [float(np.mean((way(values, learnt, season) - values[learnt]) ** 2)) for way in _WAYS]
    return _WAYS[int(np.argmin(misses))](values, rows, season)


def _repeat_value(values: Floats, rows: Rows, season: int) -> Floats:
    return values[rows - season]


def _repeat_change(values: Floats, rows: Rows, season: int) -> Floats:
    return values[rows - 1] + values[rows - season] - values[rows - season - 1]


_WAYS = (_repeat_value, _repeat_change)


def _by_distance(values: Floats) -> int | None:
    """The lag `m` at which x[t] - x[t - m] varies clearly less than x[t] - x[t - 1], over the same rows."""
    steps = np.diff(values)
    lags = range(2, min(len(values) // 3, LONGEST_SEASON) + 1)
    gains = np.array([0.0, 0.0, *(1 - _ratio(values[m:] - values[:-m], steps[m - 1 :]) for m in lags)])
    # Chance makes the best of many lags look good, the more so the fewer rows there are (found by simulation).
    needed = float(np.clip(6 / np.sqrt(len(values)), 0.2, 0.9))
    return _shortest(gains, gains > needed)


def _ratio(far: Floats, near: Floats) -> float:
    usual = near.var()
    return float(far.var() / usual) if usual > 0 else np.inf


def _by_changes(steps: Floats, most: int, calendar: tuple[int, ...]) -> int | None:
    """The lag at which `steps` resemble themselves, looked for at the `calendar` lags first.

    The standard error of an autocorrelation is Bartlett's (1946), which grows with those at the shorter lags.
    """
    alike = _autocorrelations(_without_outliers(steps), min(most, LONGEST_SEASON))  # (lags + 1,)
    shorter = np.cumsum(alike[1:] ** 2) - alike[1:] ** 2
    sure = np.r_[0, alike[1:] / np.sqrt((1 + 2 * shorter) / len(steps))]
    # Neighbours resemble each other in any smooth series; a season comes after that has faded.
    comes_back = np.cumsum(alike <= 0) > 0
    fits = (alike > _ALIKE) & comes_back & (np.arange(len(alike)) >= 2)
    for lag in calendar:
        if lag < len(alike) and fits[lag] and sure[lag] > _SURE_BY_CALENDAR:
            return lag
    return _shortest(alike, fits & (sure > _SURE))


def _autocorrelations(steps: Floats, lags: int) -> Floats:
    """At the lags 0, 1, ..., `lags`."""
    # statsmodels takes a good second to load and is only needed here.
    from statsmodels.tsa.stattools import acf  # noqa: PLC0415

    return np.asarray(acf(steps, nlags=lags, fft=True), "float64")


def _without_outliers(steps: Floats) -> Floats:
    """`steps` cut at five standard deviations, told from their median: two crashes make no season."""
    middle = float(np.median(steps))
    spread = 1.4826 * float(np.median(np.abs(steps - middle)))
    return np.clip(steps, middle - 5 * spread, middle + 5 * spread) if spread > 0 else steps


def _shortest(scores: Floats, fits: npt.NDArray[np.bool_]) -> int | None:
    """The shortest lag that `fits` about as well as the best (1 is a perfect score), at the top of its hill."""
    lags = np.flatnonzero(fits)
    if not lags.size:
        return None
    left = 1 - scores[lags]
    first = int(lags[left <= _AS_GOOD * left.min() + _SLACK][0])
    return first + int(scores[first : first + first // 2 + 1].argmax())
