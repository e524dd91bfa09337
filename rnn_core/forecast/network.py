"""The Keras network that a spec describes. Runs in a worker only: imports Keras.

LSTM, GRU and SimpleRNN take one path: the cell is a value looked up in CELLS.
"""

import keras

from rnn_core.cells import CELLS
from rnn_core.cells.fused import FUSED
from rnn_core.forecast.attention import attention_over_time
from rnn_core.forecast.run import Layer
from rnn_core.forecast.scaling import SCALERS, STILL
from rnn_core.forecast.spec import ForecastSpec


def build_network(spec: ForecastSpec, features: int, *, batches: int = 1, fast: bool = False) -> keras.Model:
    """A compiled network from `(batch, window, features)` to `(batch, horizon)`; an epoch has so many `batches`.

    All its layers are Keras' own, unless `fast`: then the recurrent ones are those that learn faster, with the same
    weights.
    """
    network = keras.Sequential([keras.Input((spec.window, features))])
    if SCALERS[spec.scaling].by_window:
        network.add(keras.layers.LayerNormalization(axis=1, center=False, scale=False, epsilon=STILL))
    for depth in range(spec.layers):
        network.add(_recurrent(spec, last=depth == spec.layers - 1, fast=fast))
        if spec.dropout > 0:
            network.add(keras.layers.Dropout(spec.dropout))
    if spec.attention:
        network.add(attention_over_time(*network.output_shape[1:]))
    network.add(keras.layers.Dense(spec.horizon))
    network.compile(optimizer=_optimizer(spec, batches), loss=spec.loss)
    return network


def describe_network(network: keras.Model) -> tuple[Layer, ...]:
    """The layers with their output shapes (without the batch) and weights, Keras' own numbering left out."""
    return tuple(
        Layer(
            name=f"{position} {_kind(layer)}",
            kind=_kind(layer),
            shape=" x ".join(str(size) for size in layer.output.shape[1:]),
            parameters=layer.count_params(),
        )
        for position, layer in enumerate(network.layers, start=1)
    )


def _kind(layer: keras.Layer) -> str:
    """The class of a layer; what is made of several layers has a name of its own."""
    return str(layer.name) if isinstance(layer, keras.Model) else type(layer).__name__


def _recurrent(spec: ForecastSpec, *, last: bool, fast: bool) -> keras.Layer:
    shrink = keras.regularizers.L2(spec.l2) if spec.l2 > 0 else None
    kind = FUSED[spec.cell] if fast else getattr(keras.layers, CELLS[spec.cell].layer)
    layer = kind(
        spec.units,
        return_sequences=spec.attention or not last,
        recurrent_dropout=spec.recurrent_dropout,
        kernel_regularizer=shrink,
        recurrent_regularizer=shrink,
    )
    return keras.layers.Bidirectional(layer) if spec.bidirectional else layer


def _optimizer(spec: ForecastSpec, batches: int) -> keras.Optimizer:
    """Gradients longer than `clip_norm` are cut to it, all weights together (Pascanu, Mikolov and Bengio 2013)."""
    rate = spec.learning_rate
    if spec.schedule == "cosine":
        rate = keras.optimizers.schedules.CosineDecay(rate, decay_steps=spec.epochs * batches)
    kind = type(keras.optimizers.get(spec.optimizer))
    return kind(learning_rate=rate, global_clipnorm=spec.clip_norm or None)
