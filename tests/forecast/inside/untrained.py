"""Runs with weights that nobody learnt, whose predictions are what those weights say: a look inside without Keras."""

from dataclasses import replace

import numpy as np

from rnn_core.forecast import ForecastSpec, Run, split
from rnn_core.forecast.inside import Inside
from rnn_core.forecast.inside.network import _shapes, network_of
from rnn_core.forecast.scaling import scale
from rnn_core.series import Series
from tests.made_up_runs import made_up_run


def untrained_run(spec: ForecastSpec, series: Series) -> Run:
    """A run with random weights, and its own predictions."""
    parts, random = split(spec, series), np.random.default_rng(spec.seed)
    features = len(parts.features)
    weights = tuple(random.normal(0, 0.4, shape).astype("float32") for shape in _shapes(spec, features))
    run = replace(made_up_run(spec, series, 1.0), weights=weights)
    inside = Inside(run, network_of(spec, features, weights), parts, scale(parts, spec))
    return replace(run, predicted=inside.predict(np.arange(len(inside.rows))))
