"""Small jobs on a synthetic series, for the tests of the engine."""

import numpy as np
import pandas as pd

from rnn_core.engine.job import Job
from rnn_core.forecast.run import SeriesFacts
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.learning.events import EpochDone
from rnn_core.series import Series
from rnn_core.series.series import Receipt
from tests.made_up_runs import a_run

FOR_EVER = 1000  # epochs: longer than any test waits


def wave(rows=300):
    dates = pd.date_range("2020-01-01", periods=rows, name="date")
    frame = pd.DataFrame({"value": np.sin(np.arange(rows) / 7.0)}, index=dates)
    return Series("wave", frame, Receipt("test", "simulated"))


def small_job(**fields):
    return Job(ForecastSpec(**{"cell": "GRU", "units": 3, "window": 8, "epochs": 3, **fields}), wave())


def run_of(job, *, epochs=3, stopped=False):
    """What a worker might give back for `job`."""
    history = tuple(EpochDone(epoch, 0.5, None, float(epoch), (1.0,)) for epoch in range(1, epochs + 1))
    numbers = np.zeros(2)
    return a_run(
        job.spec,
        np.zeros(2, "datetime64[s]"),
        numbers,
        numbers,
        numbers,
        key=job.key,
        series=SeriesFacts("wave", "", "value", 300, job.series.fingerprint, job.series.receipt),
        history=history,
        seconds=float(epochs),
        stopped=stopped,
    )
