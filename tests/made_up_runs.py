"""Runs that nobody trained: true rows, and predictions that miss by a known amount."""

import numpy as np

from rnn_core.forecast import ForecastSpec, Run, split
from rnn_core.forecast.events import EpochDone
from rnn_core.forecast.run import Layer, Scores, SeriesFacts
from rnn_core.judge import mae, mse, rmse
from rnn_core.series import Series


def made_up_run(spec: ForecastSpec, series: Series, miss: float | None) -> Run:
    """A run that is `miss` too high everywhere, in the series' unit; None: its numbers grew beyond all bounds."""
    parts = split(spec, series)
    rows = parts.test_rows
    actual, naive = parts.target[rows], parts.target[rows - 1]
    predicted = actual + (np.nan if miss is None else miss)
    loss = float("nan") if miss is None else 0.5
    return Run(
        key=spec.key(series),
        spec=spec,
        series=SeriesFacts(
            series.name, series.unit, parts.columns[0], len(series.frame), series.fingerprint, series.receipt
        ),
        layers=(Layer("1 LSTM", "LSTM", "5", 100), Layer("2 Dense", "Dense", "1", 6)),
        history=tuple(EpochDone(epoch, loss, None, float(epoch)) for epoch in range(1, spec.epochs + 1)),
        dates=parts.dates[rows].to_numpy("datetime64[s]"),
        actual=actual,
        predicted=predicted,
        naive=naive,
        scores=Scores(rmse(actual, predicted), mse(actual, predicted), mae(actual, predicted)),
        naive_scores=Scores(rmse(actual, naive), mse(actual, naive), mae(actual, naive)),
        train_windows=parts.train_windows,
        test_windows=parts.test_windows,
        seconds=1.23456,
        stopped=False,
        weights=(),
        versions={},
    )
