"""Made prices that every vendor file holds: a seeded walk, in bars of a minute, a day, a month and a quarter."""

from functools import cache

import numpy as np
import pandas as pd


@cache
def daily() -> pd.DataFrame:
    """60 business days from 2 January 2025, around 1,000, so that thousands marks come and go."""
    return walk(pd.bdate_range("2025-01-02", periods=60))


@cache
def minutes() -> pd.DataFrame:
    """60 minutes of one morning."""
    return walk(pd.date_range("2025-03-14 09:31", periods=60, freq="min"))


@cache
def monthly() -> pd.DataFrame:
    """60 months, dated on the first."""
    return walk(pd.date_range("2019-04-01", periods=60, freq="MS"))


@cache
def quarterly() -> pd.DataFrame:
    """60 quarters, dated on their first day."""
    return walk(pd.date_range("2009-01-01", periods=60, freq="QS"))


def walk(dates: pd.DatetimeIndex) -> pd.DataFrame:
    """Open, high, low and close in hundredths, volume in steps of 10,000, which "1.23M" tells exactly."""
    random = np.random.default_rng(20250102)
    close = np.round(1000 * np.exp(np.cumsum(random.normal(0, 0.012, len(dates)))), 2)
    open_ = np.round(np.concatenate([[1000.0], close[:-1]]) * (1 + random.normal(0, 0.003, len(dates))), 2)
    spread = np.round(np.abs(random.normal(6, 2, (2, len(dates)))), 2)
    frame = pd.DataFrame({"open": open_, "close": close}, index=dates)
    frame["high"] = np.round(frame[["open", "close"]].max(axis=1) + spread[0], 2)
    frame["low"] = np.round(frame[["open", "close"]].min(axis=1) - spread[1], 2)
    frame["volume"] = random.integers(50, 999, len(dates)) * 10_000
    return frame[["open", "high", "low", "close", "volume"]]
