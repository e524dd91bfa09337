"""Runs that nobody trained: true rows, and predictions that miss by a known amount."""

from typing import Any

import numpy as np

from rnn_core.forecast import ForecastSpec, Run, split
from rnn_core.forecast.run import FRAME_ROWS, Ahead, Baseline, Forecasts, Frame, Layer, SeriesFacts
from rnn_core.forecast.split import Parts
from rnn_core.forecast.windows import thin
from rnn_core.judge import score
from rnn_core.learning.events import EpochDone
from rnn_core.series import Receipt, Series
from rnn_core.words import Sentence

NO_ROWS = Forecasts(np.empty(0, "datetime64[s]"), *[np.empty(0)] * 4)


def a_run(
    spec: ForecastSpec, dates: np.ndarray, actual: np.ndarray, predicted: np.ndarray, naive: np.ndarray, **fields: Any
) -> Run:
    """A run with these test rows; what `fields` do not say is plain and small."""
    said = {
        "key": spec.cell,
        "spec": spec,
        "series": SeriesFacts("Demo", "USD", "High", 3 * len(dates), "f" * 64, Receipt("demo", "simulated")),
        "layers": (),
        "history": tuple(EpochDone(n, 0.1 / n, None, float(n)) for n in range(1, spec.epochs + 1)),
        "dates": dates,
        "actual": actual,
        "predicted": predicted,
        "naive": naive,
        "spread": np.ones(len(dates)),
        "scores": score(actual, predicted, naive, train_step=1.0),
        "naive_scores": score(actual, naive, naive, train_step=1.0),
        "train_mean": 0.0,
        "train_step": 1.0,
        "kept_back": NO_ROWS,
        "baselines": (),
        "frames": (),
        "ahead": (),
        "train_windows": 100,
        "test_windows": len(dates),
        "best_epoch": spec.epochs,
        "seconds": 1.23456,
        "stopped": False,
        "weights": (),
        "versions": {},
    }
    return Run(**(said | fields))


def made_up_run(spec: ForecastSpec, series: Series, miss: float | None) -> Run:
    """A run that is `miss` too high everywhere, in the series' unit; None: its numbers grew beyond all bounds."""
    parts = split(spec, series)
    rows = parts.test_rows
    actual, naive = parts.target[rows], parts.target[rows - 1]
    loss = float("nan") if miss is None else 0.5
    curve = (actual + (miss or 0.0))[thin(len(rows), FRAME_ROWS)]
    return a_run(
        spec,
        parts.dates[rows].to_numpy("datetime64[s]"),
        actual,
        actual + (np.nan if miss is None else miss),
        naive,
        key=spec.key(series),
        series=SeriesFacts(
            series.name, series.unit, parts.columns[0], len(series.frame), series.fingerprint, series.receipt
        ),
        layers=(Layer("1 LSTM", "LSTM", "5", 100), Layer("2 Dense", "Dense", "1", 6)),
        history=tuple(EpochDone(epoch, loss, None, float(epoch)) for epoch in range(1, spec.epochs + 1)),
        train_windows=parts.train_windows,
        train_mean=parts.train_mean,
        baselines=(
            Baseline("ridge", "Linear model", naive, score(actual, naive, naive, train_step=1.0)),
            Baseline("smoothing", "Exponential smoothing", problem=Sentence("no", "There are too few rows.")),
        ),
        frames=() if miss is None else (Frame(1, curve + 2), Frame(spec.epochs, curve)),
        ahead=() if miss is None else (flat_ahead(parts, rows),),
    )


def flat_ahead(parts: Parts, rows: np.ndarray) -> Ahead:
    """A forecast of ten steps that repeats the last value, from before each test row."""
    origins, steps = rows - 1, np.arange(1, 11)
    known = np.append(parts.target, np.full(10, np.nan))
    return Ahead(
        way="recursive",
        dates=parts.dates[-1].to_numpy().astype("datetime64[D]") + steps,
        predicted=np.full(10, parts.target[-1]),
        last=float(parts.target[-1]),
        since=parts.dates[-1:].to_numpy("datetime64[s]")[0],
        origins=parts.dates[origins].to_numpy("datetime64[s]"),
        naive=parts.target[origins],
        forecast=np.repeat(parts.target[origins][:, None], 10, axis=1),
        actual=known[origins[:, None] + steps],
    )
