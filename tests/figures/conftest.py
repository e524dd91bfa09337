"""Small runs, series and learners to draw."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt, Series
from tests.made_up_runs import a_run

MakeRun = Callable[..., Run]


@pytest.fixture
def make_run() -> MakeRun:
    def make(cell: str = "LSTM", rows: int = 50, too_high: float = 1.0, **spec: object) -> Run:
        dates = np.datetime64("2021-01-04") + np.arange(rows)
        actual = 100.0 + 10 * np.sin(np.arange(rows) / 7)
        naive = np.concatenate([[100.0], actual[:-1]])
        return a_run(ForecastSpec(cell=cell, epochs=5, **spec), dates, actual, actual + too_high, naive)

    return make


@pytest.fixture
def prices() -> Series:
    """Daily prices with all four roles, 1,500 rows."""
    index = pd.date_range("2016-01-01", periods=1500, freq="B", name="date")
    middle = 100 + np.cumsum(np.random.default_rng(1).normal(size=1500))
    columns = {"Open": middle, "High": middle + 2, "Low": middle - 2, "Close": middle + 1}
    roles = {name.lower(): name for name in columns}
    return Series("Demo", pd.DataFrame(columns, index=index), Receipt("demo", "simulated", roles=roles), "USD")
