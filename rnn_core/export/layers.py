"""The layers that a spec asks for, with shapes and weights, as a worker describes the network it built. Pure."""

from collections.abc import Iterator

from rnn_core.cells import CELLS
from rnn_core.forecast.run import Layer
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import ForecastSpec


def layers_of(spec: ForecastSpec, features: int) -> tuple[Layer, ...]:
    """All layers of the network of `spec` that reads so many `features` a step.

    >>> from rnn_core.forecast import ForecastSpec
    >>> [(one.name, one.shape, one.parameters) for one in layers_of(ForecastSpec(window=60, units=125), 1)]
    [('1 LSTM', '125', 63500), ('2 Dense', '1', 126)]
    """
    return tuple(
        Layer(f"{place} {kind}", kind, " x ".join(map(str, shape)), weights)
        for place, (kind, shape, weights) in enumerate(_each(spec, features), start=1)
    )


def _each(spec: ForecastSpec, features: int) -> Iterator[tuple[str, tuple[int, ...], int]]:
    """Kind, shape of the output without the batch, and weights of each layer."""
    window, ways = spec.window, 2 if spec.bidirectional else 1
    width = ways * spec.units
    if SCALERS[spec.scaling].by_window:
        yield "LayerNormalization", (window, features), 0
    for depth in range(spec.layers):
        last = depth == spec.layers - 1
        shape = (window, width) if spec.attention or not last else (width,)
        cell = CELLS[spec.cell]
        weights = ways * cell.parameters(width if depth else features, spec.units)
        yield "Bidirectional" if spec.bidirectional else cell.layer, shape, weights
        if spec.dropout > 0:
            yield "Dropout", shape, 0
    if spec.attention:
        # One layer of its own size with a bias for each unit, and one number a unit.
        yield "AttentionOverTime", (width,), width * (width + 1) + width
    yield "Dense", (spec.horizon,), spec.horizon * (width + 1)
