"""How long a training will take, before it starts: a plain cost model in milliseconds of one core. Pure."""

from rnn_core.cells import CELLS
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts

# Measured with plain Keras layers on one thread, in milliseconds: building a network, what every epoch and every batch
# cost whatever their size, what a step in time costs per gate, and what a million multiplications cost there and back.
_TO_BUILD = 1500.0
_PER_EPOCH = 100.0
_PER_BATCH = 3.0
_PER_TIME_STEP = 0.08
_PER_GATE = 0.04
_PER_MILLION = 0.14


def estimate_seconds(spec: ForecastSpec, parts: Parts) -> float:
    """Seconds that training `spec` on `parts` takes on one core, right within a factor of about two."""
    batches = -(-parts.fit_windows // spec.batch_size)
    epoch = _PER_EPOCH + batches * (_PER_BATCH + _recurrent(spec, parts.inputs.shape[1]))
    return (_TO_BUILD + spec.epochs * epoch) / 1000


def _recurrent(spec: ForecastSpec, features: int) -> float:
    """Milliseconds that the recurrent layers take for one batch."""
    cell, directions = CELLS[spec.cell], 2 if spec.bidirectional else 1
    cost, inputs = 0.0, features
    for _ in range(spec.layers):
        millions = cell.parameters(inputs, spec.units) * spec.batch_size / 1e6
        cost += directions * spec.window * (_PER_TIME_STEP + _PER_GATE * cell.gates + _PER_MILLION * millions)
        inputs = spec.units * directions
    return cost
