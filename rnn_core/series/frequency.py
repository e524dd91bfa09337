"""Frequency: how often a series has a value, told from its dates. Pure."""

from enum import StrEnum

import numpy as np
import pandas as pd


class Frequency(StrEnum):
    """The usual distance between two dates of a series."""

    INTRADAY = "intraday"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    IRREGULAR = "irregular"


# The largest median distance, in days, that still counts as each frequency.
_LIMITS = (
    (0.9, Frequency.INTRADAY),
    (4.0, Frequency.DAILY),
    (10.0, Frequency.WEEKLY),
    (45.0, Frequency.MONTHLY),
    (120.0, Frequency.QUARTERLY),
    (400.0, Frequency.YEARLY),
)


def frequency_of(dates: pd.DatetimeIndex) -> Frequency:
    """The frequency by the median distance of `dates` (ascending).

    >>> frequency_of(pd.date_range("2024-01-01", periods=10, freq="B")).value
    'daily'
    """
    if len(dates) < 2:
        return Frequency.IRREGULAR
    days = np.median(np.diff(dates.to_numpy("datetime64[s]").astype("int64"))) / 86_400
    return next((frequency for limit, frequency in _LIMITS if days <= limit), Frequency.IRREGULAR)
