"""Network: the layers that a spec describes, filled with the weights that a run has kept. Pure: no Keras."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.cells.layers import Attention, Dense, Layer, Recurrent
from rnn_core.cells.through_time import Array, Arrays, Passed
from rnn_core.errors import RecordError
from rnn_core.forecast.inside.normalisation import Normalisation
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import ForecastSpec


@dataclass(frozen=True)
class Walked:
    """One way of a batch through a network: its `output` `(k, horizon)`, and what each layer keeps for the way back."""

    output: Array
    saved: tuple[Any, ...]


@dataclass(frozen=True)
class Network:
    """Layers in their order, from windows `(k, window, features)` to `(k, horizon)`.

    What lets a network learn but does nothing when it predicts, as dropout, is left out.
    """

    layers: tuple[Layer, ...]

    @property
    def recurrent(self) -> tuple[Recurrent, ...]:
        """The recurrent layers, the one that reads the windows first."""
        return tuple(layer for layer in self.layers if isinstance(layer, Recurrent))

    @property
    def attention(self) -> Attention | None:
        """Attention over time, where the network has it."""
        return next((layer for layer in self.layers if isinstance(layer, Attention)), None)

    def forward(self, windows: Array) -> Walked:
        """Take `windows` through all layers."""
        output, saved = windows, []
        for layer in self.layers:
            stepped = layer.forward(output)
            output = stepped.output
            saved.append(stepped.saved)
        return Walked(output, tuple(saved))

    def backward(self, walked: Walked, d_output: Array) -> Array:
        """The derivatives with respect to the windows, of those with respect to the output, `(k, horizon)`."""
        d_inputs = d_output
        for layer, saved in zip(reversed(self.layers), reversed(walked.saved), strict=True):
            d_inputs = layer.backward(d_inputs, saved)
        return d_inputs

    def passed(self, walked: Walked) -> list[tuple[Recurrent, tuple[Passed, ...]]]:
        """What went through each recurrent layer, one `Passed` a direction, each in its own reading order."""
        pairs = zip(self.layers, walked.saved, strict=True)
        return [(layer, saved) for layer, saved in pairs if isinstance(layer, Recurrent)]

    def read(self, windows: Array) -> Array:
        """What the first recurrent layer reads of `windows`: themselves, or each by its own mean and spread."""
        first = self.layers[0]
        return first.forward(windows).output if isinstance(first, Normalisation) else windows


def network_of(spec: ForecastSpec, features: int, weights: Sequence[Array]) -> Network:
    """The network of `spec` that reads `features` a step, with `weights` in Keras' order, in their precision.

    Raises:
        RecordError: the weights are not those of such a network.
    """
    _require_shapes(spec, features, weights)
    left = iter(weights)
    layers: list[Layer] = [Normalisation()] if SCALERS[spec.scaling].by_window else []
    for depth in range(spec.layers):
        forward, back = _cell(left), _cell(left) if spec.bidirectional else None
        layers.append(Recurrent(spec.cell, forward, back, sequences=spec.attention or depth < spec.layers - 1))
    if spec.attention:
        layers.append(Attention(*islice(left, 3)))
    layers.append(Dense(*islice(left, 2)))
    return Network(tuple(layers))


def _cell(left: Iterator[Array]) -> Arrays:
    return tuple(islice(left, 3))


def _require_shapes(spec: ForecastSpec, features: int, weights: Sequence[Array]) -> None:
    if not weights:
        raise RecordError(
            "no_weights",
            "The weights of this network were not kept, so nobody can look inside it. Train it again.",
        )
    if [array.shape for array in weights] != list(_shapes(spec, features)):
        raise RecordError(
            "other_weights",
            "The weights that were kept are not those of a network with these settings, so nobody can look inside "
            "it. Train it again.",
        )
    if not all(np.isfinite(array).all() for array in weights):
        raise RecordError(
            "lost_weights",
            "The weights of this network grew beyond all bounds while it learnt, so there is nothing to see inside "
            "it. A smaller learning rate would help.",
        )


def _shapes(spec: ForecastSpec, features: int) -> Iterator[tuple[int, ...]]:
    cell, units = CELLS[spec.cell], spec.units
    wide, directions = cell.gates * units, 2 if spec.bidirectional else 1
    width = features
    for _ in range(spec.layers):
        for _ in range(directions):
            yield from ((width, wide), (units, wide), (wide,) if cell.biases == 1 else (cell.biases, wide))
        width = units * directions
    if spec.attention:
        yield from ((width, width), (width,), (width, 1))
    yield from ((width, spec.horizon), (spec.horizon,))
