"""What a hidden unit might keep track of: one number for each test window, of the series alone. Pure.

All but the next change are known when the window has been read.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.predicting import some_size
from rnn_core.forecast.run import Floats
from rnn_core.forecast.windows import windows
from rnn_core.series.frequency import Frequency, frequency_of
from rnn_core.words import N_

LEVEL, TREND, VOLATILITY, NEXT, WEEKDAY = "level", "trend", "volatility", "next", "weekday"

THINGS: dict[str, str] = {
    LEVEL: N_("the last value"),
    TREND: N_("the trend over the window"),
    VOLATILITY: N_("how much the window moves"),
    NEXT: N_("the next change"),
    WEEKDAY: N_("the day of the week"),
}
"""What each is called in the middle of a sentence."""

# A window of which there are fewer rows has no trend, and no spread of its changes.
_LEAST_WINDOW = 3


def numbers_of(inside: Inside, places: npt.NDArray[np.int64]) -> dict[str, Floats]:
    """What can be told by one number, `(k,)` each, but only what differs from window to window.

    Level: the last value, in the series' unit; trend: the slope of a straight line through the window, per row;
    volatility: the standard deviation of the changes in it; next: the change that came after it, in multiples of what
    was usual until then, as a few rough weeks would else decide alone.
    """
    run = inside.run
    change = (run.actual - run.naive) / some_size(run.spread)
    found = {LEVEL: run.naive[places], NEXT: change[places]}
    if inside.parts.window >= _LEAST_WINDOW:
        starts = inside.rows[places] - inside.parts.window
        past = windows(inside.parts.values[:, :1], inside.parts.window)[starts][:, :, 0]  # (k, window)
        found |= {TREND: _slopes(past), VOLATILITY: np.diff(past, axis=1).std(axis=1)}
    return {name: found[name] for name in THINGS if name in found and np.ptp(found[name]) > 0}


def weekdays_of(inside: Inside, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64] | None:
    """The day of the week of the last row of each window, `(k,)`, Monday 0; nothing unless the series is daily."""
    if frequency_of(inside.parts.dates) is not Frequency.DAILY:
        return None
    days = pd.DatetimeIndex(inside.parts.dates[inside.rows[places] - 1]).dayofweek.to_numpy().astype("int64")
    return days if len(np.unique(days)) > 1 else None


def _slopes(past: Floats) -> Floats:
    """The least-squares slope of each row of `past`, `(k, window)`."""
    steps = np.arange(past.shape[1]) - (past.shape[1] - 1) / 2
    slopes: Floats = past @ steps / (steps @ steps)
    return slopes
