"""Forecasting one step ahead with recurrent networks: spec, split, scaling, windows, training."""

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split

__all__ = ["ForecastSpec", "Run", "split"]
