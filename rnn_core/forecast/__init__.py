"""Forecasting one step ahead with recurrent networks: spec, split, scaling, windows, training."""

from collections.abc import Callable

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.learning.events import OnEvent, ignore, never
from rnn_core.series import Series

__all__ = ["ForecastSpec", "Run", "split", "train"]


def train(
    spec: ForecastSpec,
    series: Series,
    on_event: OnEvent = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Run:
    """Train the network of `spec` on `series` in this process; see `rnn_core.forecast.training.train`."""
    # Loads TensorFlow, which a program that only reads specs and runs must not pay for.
    from rnn_core.forecast import training  # noqa: PLC0415

    return training.train(spec, series, on_event, should_stop=should_stop)
