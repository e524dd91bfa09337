"""A window of a run as a walk through its first recurrent layer, of the two units that matter most. Pure."""

from dataclasses import replace

import numpy as np

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array
from rnn_core.forecast.inside import Inside
from rnn_core.lessons.cell import Walk, of_units, walk

_SHOWN = 2


def run_walk(inside: Inside, place: int) -> tuple[Walk, tuple[int, ...]]:
    """The way to the prediction of the test row `place`, and which units (counted from 0) are shown, first to last.

    It is the first layer, which reads the window itself, forward in time. Where the output reads its last state, those
    units are shown that weigh most there, else those whose last state is the largest; of one unit, that one alone.
    """
    layer = inside.network.recurrent[0]
    nothing = [np.zeros(layer.units)] * LOOPS[layer.cell].states
    whole = walk(layer.cell, inside.read([place])[0], nothing, layer.weights)
    weighs = np.abs(whole.after["h"][-1] * (_output_weights(inside) if is_plain(inside) else 1.0))
    units = tuple(int(unit) for unit in np.argsort(-weighs, kind="stable")[:_SHOWN])
    return replace(of_units(whole, units), inputs=whole.inputs), units


def is_plain(inside: Inside) -> bool:
    """Whether the output reads the last state of the first layer, and nothing else."""
    spec = inside.run.spec
    return spec.layers == 1 and not spec.bidirectional and not spec.attention


def _output_weights(inside: Inside) -> Array:
    """How the first output weighs each last state, `(units,)`."""
    weights: Array = inside.run.weights[-2][:, 0]
    return weights
