"""A window of a run as a walk through its last recurrent layer, of the two units that matter most. Pure."""

from dataclasses import replace

import numpy as np

from rnn_core.cells.through_time import Array
from rnn_core.forecast.inside import Inside
from rnn_core.lessons.cell import Walk, of_units, walk

_SHOWN = 2


def run_walk(inside: Inside, place: int) -> tuple[Walk, tuple[int, ...]]:
    """The way to the prediction of the test row `place`, and which units (counted from 0) are shown.

    They are those whose last state weighs most in the output, the largest first; of a network of one unit, that one
    alone. Of a two-directional network it is the direction forward in time.
    """
    layer = inside.network.recurrent[-1]
    nothing = [np.zeros(layer.units)] * (2 if layer.cell == "LSTM" else 1)
    whole = walk(layer.cell, _read_by_last(inside, place), nothing, layer.weights)
    weighs = np.abs(_output_weights(inside)[: layer.units] * whole.after["h"][-1])
    units = tuple(int(unit) for unit in np.argsort(-weighs, kind="stable")[:_SHOWN])
    return replace(of_units(whole, units), inputs=whole.inputs), units


def _read_by_last(inside: Inside, place: int) -> Array:
    """What the last recurrent layer reads at each step, `(window, n)`: the window, or what the layer below has made."""
    walked = inside.walk(place)
    directions = len(walked) // len(inside.network.recurrent)
    below = walked[:-directions][-directions:]
    if not below:
        first: Array = inside.read([place])[0]
        return first
    # The direction that reads from the end is given in its own order.
    return np.concatenate([one["h"][:: 1 - 2 * back] for back, one in enumerate(below)], axis=1)


def _output_weights(inside: Inside) -> Array:
    """How the first output weighs each state of the last recurrent layer, `(units * directions,)`."""
    weights: Array = inside.run.weights[-2][:, 0]
    return weights
