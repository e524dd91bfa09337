"""Small series for the tests of forecasting, and where the reference files lie."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rnn_core.series import Receipt, Series

SHARED = Path(__file__).parents[3] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the reference files are not here")


def series_of(first: str = "2024-01-01", freq: str = "D", **columns: Sequence[float]) -> Series:
    """A series with these columns, one row a step of `freq`."""
    rows = len(next(iter(columns.values())))
    dates = pd.date_range(first, periods=rows, freq=freq, name="date")
    frame = pd.DataFrame({name: np.asarray(values, "float64") for name, values in columns.items()}, index=dates)
    return Series("made up", frame, Receipt("test", "simulated"))


def count_up(rows: int = 100, **more: Sequence[float]) -> Series:
    """The values 0, 1, 2, ... on the days from 2024-01-01: the value is the number of its row."""
    return series_of(value=np.arange(float(rows)), **more)


def wave(rows: int = 120) -> Series:
    """A sine with a period of 25 days around 50."""
    return series_of(value=50 + 20 * np.sin(np.arange(rows) * 2 * np.pi / 25))
