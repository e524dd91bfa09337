"""How long a training will take, before it starts: a plain cost model in milliseconds of one core. Pure."""

from collections.abc import Sequence

from rnn_core.cells import CELLS
from rnn_core.forecast.ahead import MOST_ORIGINS, STEPS_AHEAD
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts

# Measured with plain Keras layers on one thread, in milliseconds: building a network and each layer in one direction,
# what every epoch and every batch cost whatever their size, what a step in time costs, alone and per gate, and what a
# million multiplications cost there and back. Recurrent dropout makes Keras work gate by gate, attention weighs each
# step; weight decay, clipping and several steps ahead cost next to nothing.
_TO_BUILD = 700.0
_TO_BUILD_A_LAYER = 800.0
_PER_EPOCH = 100.0
_PER_BATCH = 3.0
_PER_TIME_STEP = 0.08
_PER_GATE = 0.04
_PER_DROPPED_GATE = 0.12
_PER_WEIGHED_STEP = 0.03
_PER_MILLION = 0.14
# The simple forecasts that a network is compared with.
_RIVALS = 1000.0
# What predicting takes of the time in which the same windows would be learnt from.
_FORWARD = 1 / 3


def estimate_seconds(spec: ForecastSpec, parts: Parts) -> float:
    """Seconds that training `spec` on `parts` takes on one core, right within a factor of about two.

    With early stopping it is the most that it takes.
    """
    layers = spec.layers * _directions(spec)
    batch = _batch(spec, parts, spec.batch_size)
    epoch = _PER_EPOCH + batch * (
        _batches(parts.fit_windows, spec) + _FORWARD * _batches(parts.validation_windows, spec)
    )
    ahead = STEPS_AHEAD * _FORWARD * _batch(spec, parts, MOST_ORIGINS) if _feeds_itself(parts) else 0.0
    return (_TO_BUILD + _TO_BUILD_A_LAYER * layers + spec.epochs * epoch + _RIVALS + ahead) / 1000


def together_seconds(each: Sequence[float], workers: int) -> float:
    """Seconds until trainings of `each` so many seconds are done, begun in their order on so many `workers`.

    >>> together_seconds([3, 3, 3], 2)
    6.0
    """
    busy = [0.0] * workers
    for seconds in each:
        first_free = busy.index(min(busy))
        busy[first_free] += seconds
    return max(busy)


def _batches(windows: int, spec: ForecastSpec) -> int:
    return -(-windows // spec.batch_size)


def _directions(spec: ForecastSpec) -> int:
    return 2 if spec.bidirectional else 1


def _feeds_itself(parts: Parts) -> bool:
    """Whether the network can read its own predictions, so that it is asked for one after the other."""
    return {name for feature in parts.features for name in feature.columns} == {parts.columns[0]}


def _batch(spec: ForecastSpec, parts: Parts, rows: int) -> float:
    """Milliseconds to learn from a batch of so many `rows`."""
    cell, directions = CELLS[spec.cell], _directions(spec)
    per_step = _PER_TIME_STEP + _PER_GATE * cell.gates
    if spec.recurrent_dropout > 0:
        per_step += _PER_DROPPED_GATE * (cell.gates - 1)
    cost, inputs = _PER_BATCH, parts.inputs.shape[1]
    for _ in range(spec.layers):
        millions = cell.parameters(inputs, spec.units) * rows / 1e6
        cost += directions * spec.window * (per_step + _PER_MILLION * millions)
        inputs = spec.units * directions
    if spec.attention:
        cost += spec.window * (_PER_WEIGHED_STEP + _PER_MILLION * inputs**2 * rows / 1e6)
    return cost
