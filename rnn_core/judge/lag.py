"""Lag: does a forecast foretell the real values, or only repeat them some rows later? Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.judge.metrics import rmse

Floats = npt.NDArray[np.float64]

# Fewer rows than this make any shift fit by luck.
_FEWEST_ROWS = 10


@dataclass(frozen=True)
class Lag:
    """`rmse` `(shifts + 1,)` of the forecast against the real values 0, 1, 2, ... rows earlier, in the series' unit.

    `best` is the shift that fits best: 0 for a forecast that is in time, 1 for one that repeats the last value.
    """

    rmse: Floats
    best: int


def lag(actual: Floats, predicted: Floats, *, shifts: int = 10) -> Lag | None:
    """How well `predicted` fits `actual`, both `(rows,)`, when held against earlier rows, on the same rows each time.

    A short test is tried with fewer shifts. None where the numbers are no numbers or the rows too few for any.

    >>> values = np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0])
    >>> lag(values[1:], values[:-1]).best
    1
    """
    shifts = min(shifts, len(actual) - _FEWEST_ROWS)
    if shifts < 1 or not (np.isfinite(actual).all() and np.isfinite(predicted).all()):
        return None
    rows = np.arange(shifts, len(actual))
    misses = np.array([rmse(actual[rows - shift], predicted[rows]) for shift in range(shifts + 1)])
    return Lag(misses, int(misses.argmin()))
