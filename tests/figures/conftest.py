"""Small runs, series and learners to draw."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from rnn_core.forecast.events import EpochDone
from rnn_core.forecast.run import Run, Scores, SeriesFacts
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt, Series

MakeRun = Callable[..., Run]


def scores_of(actual: np.ndarray, predicted: np.ndarray) -> Scores:
    errors = predicted - actual
    mse = float(np.mean(errors**2))
    return Scores(rmse=mse**0.5, mse=mse, mae=float(np.mean(np.abs(errors))))


@pytest.fixture
def make_run() -> MakeRun:
    def make(cell: str = "LSTM", rows: int = 50, too_high: float = 1.0, **spec: object) -> Run:
        dates = np.datetime64("2021-01-04") + np.arange(rows)
        actual = 100.0 + 10 * np.sin(np.arange(rows) / 7)
        naive = np.concatenate([[100.0], actual[:-1]])
        facts = SeriesFacts("Demo", "USD", "High", rows * 3, "f" * 64, Receipt("demo", "simulated"))
        return Run(
            key=cell,
            spec=ForecastSpec(cell=cell, epochs=5, **spec),
            series=facts,
            layers=(),
            history=tuple(EpochDone(n, 0.1 / n, None, float(n)) for n in range(1, 6)),
            dates=dates,
            actual=actual,
            predicted=actual + too_high,
            naive=naive,
            scores=scores_of(actual, actual + too_high),
            naive_scores=scores_of(actual, naive),
            train_windows=100,
            test_windows=rows,
            seconds=1.0,
            stopped=False,
            weights=(),
            versions={},
        )

    return make


@pytest.fixture
def prices() -> Series:
    """Daily prices with all four roles, 1,500 rows."""
    index = pd.date_range("2016-01-01", periods=1500, freq="B", name="date")
    middle = 100 + np.cumsum(np.random.default_rng(1).normal(size=1500))
    columns = {"Open": middle, "High": middle + 2, "Low": middle - 2, "Close": middle + 1}
    roles = {name.lower(): name for name in columns}
    return Series("Demo", pd.DataFrame(columns, index=index), Receipt("demo", "simulated", roles=roles), "USD")
