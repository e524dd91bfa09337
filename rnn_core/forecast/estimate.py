"""How long a training will take, before it starts: a plain cost model in milliseconds of one core. Pure."""

from rnn_core.cells import CELLS
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts

# Measured with plain Keras layers on one thread (milliseconds): what one step in time costs whatever its size, and
# what a million multiplications cost, forward and back; building the network once.
_PER_TIME_STEP = 0.09
_PER_MILLION = 0.033
_TO_BUILD = 1500.0


def estimate_seconds(spec: ForecastSpec, parts: Parts) -> float:
    """Seconds that training `spec` on `parts` takes on one core, right within a factor of about two.

    Keep in mind that two trainings share the machine: the longer of them decides.
    """
    batches = -(-parts.fit_windows // spec.batch_size)
    return (spec.epochs * batches * _milliseconds_a_batch(spec, parts.inputs.shape[1]) + _TO_BUILD) / 1000


def _milliseconds_a_batch(spec: ForecastSpec, features: int) -> float:
    directions = 2 if spec.bidirectional else 1
    cost, inputs = 0.0, features
    for _ in range(spec.layers):
        weights = CELLS[spec.cell].parameters(inputs, spec.units)
        millions = weights * spec.batch_size / 1e6
        cost += directions * spec.window * (_PER_TIME_STEP + _PER_MILLION * millions)
        inputs = spec.units * directions
    return cost
