"""What to be careful of where a second series goes on for a first: gap, other values, other step, other level. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.series.frequency import frequency_of
from rnn_core.words import Sentence

Floats = npt.NDArray[np.float64]

_SECONDS_A_DAY = 86_400
# Usual steps that the second may begin after the end of the first.
_STEPS = 3.0
# A business week and its weekend before Easter: Thursday to Tuesday.
_LONGEST_WEEKEND = 5.0
# Fewer dates do not tell how often a series has a value.
_ENOUGH_ROWS = 5
# Two values that differ by less are one value, written with more or fewer digits.
_SAME = 1e-5
# A step by this factor, up or down, looks like another unit or another kind of price ...
_JUMP = 1.8
# ... if it is also this many times as large as the larger steps (on a scale of factors) within the files.
_UNUSUAL = 3.0


@dataclass(frozen=True)
class Seam:
    """Two frames with the same columns over ascending dates; `second` goes on for `first` and may overlap it."""

    first: pd.DataFrame
    second: pd.DataFrame

    @property
    def earlier(self) -> pd.DataFrame:
        """The rows of the first before the second begins."""
        before: npt.NDArray[np.bool_] = np.asarray(self.first.index < self.second.index[0])
        return self.first.loc[before]


def seam_warnings(seam: Seam) -> tuple[Sentence, ...]:
    """All that a person should know before the two are taken for one series."""
    found = (_differing_overlap(seam), _gap(seam), _other_frequency(seam), _level_jump(seam))
    return tuple(sentence for sentence in found if sentence is not None)


def _differing_overlap(seam: Seam) -> Sentence | None:
    dates = seam.first.index.intersection(seam.second.index)
    first, second = (frame.loc[dates].to_numpy("float64") for frame in (seam.first, seam.second))
    other = ~np.isclose(first, second, rtol=_SAME, atol=0) & np.isfinite(first) & np.isfinite(second)
    if not other.any():
        return None
    return Sentence(
        "overlap_differs",
        "Of {rows} dates that both files have, {count} hold other values in the second, in {columns}; "
        "those of the second were taken. Check that both files are about the same thing.",
        {
            "rows": len(dates),
            "count": int(other.any(axis=1).sum()),
            "columns": ", ".join(seam.first.columns[other.any(axis=0)]),
        },
    )


def _gap(seam: Seam) -> Sentence | None:
    """Only files that do not overlap can have one."""
    last, begin = pd.DatetimeIndex(seam.first.index)[-1], pd.DatetimeIndex(seam.second.index)[0]
    days = (begin - last).total_seconds() / _SECONDS_A_DAY
    if len(seam.first) < 2 or days <= _longest_usual_step(pd.DatetimeIndex(seam.first.index)):
        return None
    return Sentence(
        "gap_between_files",
        "Between the last row of the first file ({last}) and the second ({begin}) lie {days} days without a value. "
        "The networks read over the gap as if nothing were missing.",
        {"last": last.date(), "begin": begin.date(), "days": _rounded(days)},
    )


def _longest_usual_step(dates: pd.DatetimeIndex) -> float:
    """Days between two rows that need no explanation, weekends and the holidays that `dates` have themselves included.

    >>> [_longest_usual_step(pd.date_range("2024-01-01", periods=99, freq=every)) for every in ("B", "D", "W")]
    [5.0, 3.0, 21.0]
    """
    steps = _steps(dates)
    weekdays_only = bool((dates.dayofweek < 5).all()) and np.median(steps) <= 1
    # Rare pauses such as the Chinese New Year are usual too; the longest of all may be a hole.
    pauses = float(np.quantile(steps, 0.995, method="lower"))
    return max(_STEPS * float(np.median(steps)), 1.5 * pauses, _LONGEST_WEEKEND if weekdays_only else 0.0)


def _other_frequency(seam: Seam) -> Sentence | None:
    indices = [pd.DatetimeIndex(frame.index) for frame in (seam.first, seam.second)]
    if min(map(len, indices)) < _ENOUGH_ROWS or len({frequency_of(dates) for dates in indices}) == 1:
        return None
    first, second = (_rounded(float(np.median(_steps(dates)))) for dates in indices)
    return Sentence(
        "other_frequency",
        "From one row to the next it is usually {first} days in the first file and {second} in the second. "
        "Networks take all steps for equally long, so choose two files with the same step.",
        {"first": first, "second": second},
    )


def _level_jump(seam: Seam) -> Sentence | None:
    for name in seam.first.columns:
        before, after = (frame[name].dropna() for frame in (seam.earlier, seam.second))
        if _jumps(before.to_numpy("float64"), after.to_numpy("float64")):
            return Sentence(
                "level_jump",
                "{column} jumps from {before} to {after} where the second file begins, far more than within the files. "
                "Check that both have the same unit, and prices of the same kind (adjusted or not).",
                {"column": str(name), "before": float(before.iloc[-1]), "after": float(after.iloc[0])},
            )
    return None


def _jumps(before: Floats, after: Floats) -> bool:
    """Whether the step from the last of `before` to the first of `after` looks like another unit.

    Factors only make sense between positive values.
    """
    values = np.concatenate([before, after])
    if not len(before) or not len(after) or (values <= 0).any():
        return False
    steps = np.abs(np.diff(np.log(values)))
    seam = steps[len(before) - 1]
    within = np.delete(steps, len(before) - 1)
    usual = float(np.quantile(within, 0.99)) if within.size else 0.0
    return bool(seam > max(np.log(_JUMP), _UNUSUAL * usual))


def _steps(dates: pd.DatetimeIndex) -> Floats:
    """Days from each date to the next, `(n - 1,)`."""
    return np.diff(dates.to_numpy("datetime64[s]").astype("int64")) / _SECONDS_A_DAY


def _rounded(days: float) -> float:
    return round(days) if days >= 1 else days
