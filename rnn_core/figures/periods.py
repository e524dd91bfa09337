"""Periods of the calendar: how long they must be to make a readable number of bars, and the RMSE in each. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.figures.thin import Floats

PeriodName = Literal["hour", "day", "week", "month", "quarter", "year", "decade"]

FEWEST_BARS, MOST_BARS = 4, 24
# Fewer rows than this in a period, and its RMSE would be little more than single errors.
_ROWS_IN_EACH = 3


@dataclass(frozen=True)
class Periods:
    """The period of each row: its place `(n,)` among the `names` of all that occur, in order of time."""

    unit: PeriodName
    names: tuple[str, ...]
    places: npt.NDArray[np.int64]


def periods_of(dates: npt.NDArray[np.datetime64]) -> Periods:
    """Cut `dates`, ascending and not empty, into periods of the calendar, the shortest that make at most `MOST_BARS`.

    >>> periods_of(np.arange("2021-01", "2021-08", dtype="datetime64[D]")).names[:2]
    ('2021-01', '2021-02')
    """
    index = pd.DatetimeIndex(dates.astype("datetime64[s]"))
    fitting = [cut for cut in (_cut(unit, index) for unit in _NAMES) if len(cut.names) <= MOST_BARS]
    if not fitting:
        return _cut("decade", index)
    full = [cut for cut in fitting if len(cut.names) >= FEWEST_BARS and len(dates) >= _ROWS_IN_EACH * len(cut.names)]
    bars = len((full or fitting)[0].names)
    # Yearly rows lie in hours of their own too, but are years.
    return next(cut for cut in reversed(fitting) if len(cut.names) == bars)


def rmse_by_period(periods: Periods, errors: Floats) -> Floats:
    """The RMSE in each period, `(periods,)`, of `errors` `(n,)` or `(n, steps)`; `nan` where no error is known."""
    known = np.isfinite(errors)
    squares = np.where(known, errors, 0.0) ** 2
    rows, counts = (np.asarray(of.reshape(len(errors), -1).sum(axis=1), "float64") for of in (squares, known))
    total = np.bincount(periods.places, rows, minlength=len(periods.names))
    number = np.bincount(periods.places, counts, minlength=len(periods.names))
    return np.asarray(np.sqrt(np.divide(total, number, out=np.full(len(total), np.nan), where=number > 0)))


def _named(form: str) -> Callable[[pd.DatetimeIndex], pd.Index]:
    return lambda index: index.strftime(form)


def _weeks(index: pd.DatetimeIndex) -> pd.Index:
    return (index.normalize() - pd.to_timedelta(index.weekday, "D")).strftime("%Y-%m-%d")


def _quarters(index: pd.DatetimeIndex) -> pd.Index:
    return index.year.astype(str) + "-Q" + index.quarter.astype(str)


def _decades(index: pd.DatetimeIndex) -> pd.Index:
    first = index.year // 10 * 10
    return first.astype(str) + "–" + (first + 9).astype(str)


# From the shortest to the longest; digits alone (and Q), so that they read the same in every language.
_NAMES: dict[PeriodName, Callable[[pd.DatetimeIndex], pd.Index]] = {
    "hour": _named("%Y-%m-%d %H h"),
    "day": _named("%Y-%m-%d"),
    "week": _weeks,
    "month": _named("%Y-%m"),
    "quarter": _quarters,
    "year": _named("%Y"),
    "decade": _decades,
}


def _cut(unit: PeriodName, index: pd.DatetimeIndex) -> Periods:
    places, names = pd.factorize(_NAMES[unit](index))
    return Periods(unit, tuple(str(name) for name in names), places.astype(np.int64))
