"""The Keras network that a spec describes. Runs in a worker only: imports Keras.

LSTM, GRU and SimpleRNN take one path: the cell is a value looked up in CELLS.
"""

import keras

from rnn_core.cells import CELLS
from rnn_core.forecast.run import Layer
from rnn_core.forecast.spec import ForecastSpec


def build_network(spec: ForecastSpec, features: int) -> keras.Model:
    """A compiled network that maps `(batch, window, features)` to `(batch, 1)`."""
    network = keras.Sequential([keras.Input((spec.window, features))])
    for depth in range(spec.layers):
        network.add(_recurrent(spec, last=depth == spec.layers - 1))
        if spec.dropout > 0:
            network.add(keras.layers.Dropout(spec.dropout))
    network.add(keras.layers.Dense(1))
    network.compile(optimizer=_optimizer(spec), loss=spec.loss)
    return network


def describe_network(network: keras.Model) -> tuple[Layer, ...]:
    """The layers with their output shapes (without the batch) and weights, Keras' own numbering left out."""
    return tuple(
        Layer(
            name=f"{position} {type(layer).__name__}",
            kind=type(layer).__name__,
            shape=" x ".join(str(size) for size in layer.output.shape[1:]),
            parameters=layer.count_params(),
        )
        for position, layer in enumerate(network.layers, start=1)
    )


def _recurrent(spec: ForecastSpec, *, last: bool) -> keras.Layer:
    layer = getattr(keras.layers, CELLS[spec.cell].layer)(spec.units, return_sequences=not last)
    return keras.layers.Bidirectional(layer) if spec.bidirectional else layer


def _optimizer(spec: ForecastSpec) -> keras.Optimizer:
    optimizer = keras.optimizers.get(spec.optimizer)
    optimizer.learning_rate = spec.learning_rate
    return optimizer
