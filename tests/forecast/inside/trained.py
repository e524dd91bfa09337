"""Small networks that were really trained, once a process: specs that differ in what a look inside must get right."""

from functools import cache
from typing import Any

import numpy as np

from rnn_core.forecast import ForecastSpec, Run, train
from rnn_core.series import Series
from tests.forecast.forecast_series import series_of

_ROWS = 140
_NOISE = np.random.default_rng(5).normal(0, 1, (_ROWS, 2))
SERIES: Series = series_of(
    value=100 + 12 * np.sin(np.arange(_ROWS) / 5) + _NOISE[:, 0],
    other=30 + 4 * np.cos(np.arange(_ROWS) / 7) + 0.3 * _NOISE[:, 1],
)

SPECS: dict[str, dict[str, Any]] = {
    "an LSTM": {"cell": "LSTM"},
    "a GRU": {"cell": "GRU"},
    "a SimpleRNN": {"cell": "SimpleRNN"},
    "two layers, dropout": {"cell": "LSTM", "layers": 2, "dropout": 0.2, "recurrent_dropout": 0.1},
    "two directions, two columns": {"cell": "GRU", "bidirectional": True, "inputs": ("value", "other")},
    "two directions, three layers": {"cell": "SimpleRNN", "bidirectional": True, "layers": 3},
    "attention": {"cell": "LSTM", "attention": True, "inputs": ("other", "change(value)")},
    "attention, two directions, two layers": {"cell": "GRU", "attention": True, "bidirectional": True, "layers": 2},
    "each window by itself": {"cell": "GRU", "scaling": "window"},
    "each window by itself, a change": {"cell": "LSTM", "scaling": "window", "predict": "log_change"},
    "a change": {"cell": "LSTM", "predict": "log_change", "scaling": "standard"},
    "relative to the last": {"cell": "SimpleRNN", "predict": "relative", "scaling": "robust"},
    "a difference, three steps": {"cell": "GRU", "predict": "difference", "horizon": 3},
    "three steps, each window by itself": {"cell": "LSTM", "scaling": "window", "horizon": 3},
    "values as they are": {"cell": "SimpleRNN", "scaling": "none", "predict": "difference"},
}


def spec_of(name: str) -> ForecastSpec:
    """The spec of SPECS, made small."""
    shared = {"units": 5, "window": 8, "epochs": 2, "batch_size": 16, "seed": 3, "target": "value"}
    return ForecastSpec(**(shared | SPECS[name]))


@cache
def trained(name: str) -> Run:
    """The run of one of SPECS on SERIES."""
    return train(spec_of(name), SERIES)
