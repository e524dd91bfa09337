"""Amounts: how often a training does each thing that takes time, and what each cost on one machine. Pure.

Layers of Keras' own and the faster ones have costs of their own; all else is shared.
"""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from rnn_core.cells import CELLS
from rnn_core.forecast.ahead import MOST_ORIGINS, STEPS_AHEAD
from rnn_core.forecast.costs.work import Work
from rnn_core.forecast.run import FRAME_ROWS, MOST_FRAMES
from rnn_core.forecast.windows import ASKED_AT_A_TIME

Amounts = Mapping[str, float]
"""How often, or how many millions, by the name of a cost."""

# What predicting takes of the time in which the same windows would be learnt from.
_FORWARD = 1 / 3

# Milliseconds on the machine of `REFERENCE` in `speed.py`, on one thread. "keras" and "fast" name the layers.
COSTS: Mapping[str, float] = MappingProxyType(
    {
        # Once: to get ready, and to compile where this shape is new; besides that for each layer in one direction, of
        # Keras' own layers for each of its gates.
        "start": 40.0,
        "compile": 150.0,
        "keras compile": 200.0,
        "fast compile": 140.0,
        "epoch": 7.0,
        "batch": 0.45,
        # A million weights changed by the optimizer.
        "weights": 15.0,
        # A step in time of one layer in one direction, alone and per gate; a million values of gates; a million
        # multiplications there and back; a gate with recurrent dropout; a step that attention weighs.
        "keras step": 0.04,
        "keras gate": 0.03,
        "keras values": 5.0,
        "keras millions": 0.1,
        "keras dropped": 0.2,
        "fast step": 0.006,
        "fast gate": 0.0075,
        "fast values": 5.8,
        "fast millions": 0.072,
        "fast dropped": 0.01,
        "weighed": 0.03,
        # Around the training: what any takes, each layer that is built, the linear model, and a step ahead.
        "around": 240.0,
        "build a layer": 43.0,
        "linear": 0.02,
        "ask ahead": 1.1,
    }
)

# The costs of arithmetic; all others are those of calling, which another machine may do faster or slower than it
# multiplies.
ARITHMETIC = frozenset({"weights", "keras values", "keras millions", "fast values", "fast millions", "linear"})


def training_amounts(work: Work, *, fresh: bool) -> Amounts:
    """What is done while the training's clock runs; a `fresh` shape has to be compiled."""
    found = Counter({"start": 1.0, "epoch": float(work.epochs)})
    if fresh:
        layers = float(work.layers * work.directions)
        apart = {"fast compile": layers} if work.fast else {"keras compile": layers * CELLS[work.cell].gates}
        found.update({"compile": 1.0, **apart})
    learnt, watched = (_batches(one, work.batch_size) for one in (work.fitted, work.kept_back))
    found.update(
        _through_network(
            work, work.epochs * (learnt + _FORWARD * watched), work.epochs * (work.fitted + _FORWARD * work.kept_back)
        )
    )
    drawn = min(work.epochs, MOST_FRAMES)
    found.update(_said(work, drawn * _batches(min(work.tested, FRAME_ROWS)), drawn * min(work.tested, FRAME_ROWS)))
    return found


def around_amounts(work: Work, *, fresh: bool) -> Amounts:
    """What is done before and after; a network of a `fresh` shape is built twice, once to be kept."""
    known, networks = work.window * work.inputs, 2 if fresh else 1
    found = Counter({"around": 1.0, "build a layer": float(networks * work.layers * work.directions)})
    found.update({"linear": work.fitted * known**2 / 1e6})
    found.update(_said(work, _batches(work.tested) + _batches(work.kept_back), work.tested + work.kept_back))
    if work.feeds_itself:
        found.update({"ask ahead": float(STEPS_AHEAD)})
        found.update(_said(work, STEPS_AHEAD, STEPS_AHEAD * (min(work.tested, MOST_ORIGINS) + 1)))
    return found


def _said(work: Work, batches: float, windows: float) -> Amounts:
    """To ask the network."""
    return _through_network(work, _FORWARD * batches, _FORWARD * windows)


def _through_network(work: Work, batches: float, windows: float) -> Amounts:
    """To send so many `windows` in so many `batches` through all layers, and back."""
    cell, layers = CELLS[work.cell], "fast" if work.fast else "keras"
    steps, inputs, weights = work.window * work.directions, work.inputs, 0
    for _ in range(work.layers):
        weights += work.directions * cell.parameters(inputs, work.units)
        inputs = work.units * work.directions
    all_steps, weighed = batches * steps * work.layers, inputs**2 if work.attention else 0
    return {
        "batch": batches,
        "weights": batches * weights / 1e6,
        f"{layers} step": all_steps,
        f"{layers} gate": all_steps * cell.gates,
        f"{layers} values": windows * steps * work.layers * cell.gates * work.units / 1e6,
        f"{layers} millions": windows * work.window * (weights + weighed) / 1e6,
        f"{layers} dropped": all_steps * (cell.gates - 1) if work.recurrent_dropout else 0.0,
        "weighed": batches * work.window if work.attention else 0.0,
    }


def _batches(windows: int, batch_size: int = ASKED_AT_A_TIME) -> int:
    return -(-windows // batch_size)
