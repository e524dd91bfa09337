"""Findings: what became of the gradients, and why, on this very network. Facts in, sentences out. Pure."""

from collections.abc import Sequence

import numpy as np

from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.fading import EXPLODED, VANISHED, Fading, bound_of
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.lessons.memory.network import Floats
from rnn_core.words import Percent, Sentence


def findings(fadings: Sequence[Fading]) -> tuple[Sentence, ...]:
    """For each cell, what became of its gradient."""
    return tuple(_became(fading) for fading in fadings)


def reasons(fadings: Sequence[Fading]) -> tuple[Sentence, ...]:
    """For each cell, why."""
    why = {"SimpleRNN": _why_simple, "LSTM": _why_lstm, "GRU": _why_gru}
    return tuple(why[fading.setup.cell](fading) for fading in fadings)


def reach(fading: Fading) -> int:
    """The first distance at which less than a hundredth is left."""
    return int(np.argmax(fading.sizes < VANISHED))


def _became(fading: Fading) -> Sentence:
    size = float(fading.sizes[-1])
    values = {
        "cell": fading.setup.cell,
        "factor": magnitude(fading.factor),
        "distance": fading.distance,
        "size": magnitude(size),
    }
    if size < VANISHED:
        return Sentence(
            "vanishes",
            "{cell}: the gradient vanishes. Each step back multiplies it by about {factor}: after {reach} steps less "
            "than a hundredth is left, after {distance} steps {size} of what it was.",
            values | {"reach": reach(fading)},
        )
    if size > EXPLODED:
        return Sentence(
            "explodes",
            "{cell}: the gradient explodes. Each step back multiplies it by about {factor}: after {distance} steps it "
            "is {size} times what it was.",
            values,
        )
    return Sentence(
        "stays",
        "{cell}: the gradient stays in sight. Each step back multiplies it by about {factor}: after {distance} steps "
        "it is {size} times what it was.",
        values,
    )


def _why_simple(fading: Fading) -> Sentence:
    setup = fading.setup
    return Sentence(
        "why_simple",
        "SimpleRNN: every step back goes through U, which stretches by {norm} at most, and through the slopes of "
        "{activation}: {slope} on average here, never above {bound}. So no step can hand on more than {most}.",
        {
            "norm": fading.norm,
            "activation": setup.activation,
            "slope": float(fading.gate.mean()),
            "bound": magnitude(ACTIVATIONS[setup.activation].bound, 2),
            "most": float(bound_of(setup)[1]),
        },
    )


def _why_lstm(fading: Fading) -> Sentence:
    road, kept = _end(fading.road), _end(fading.kept)
    values = {
        "gate": Percent(float(fading.gate.mean())),
        "road": magnitude(road),
        "kept": magnitude(kept),
        "distance": fading.distance,
    }
    if road < VANISHED:
        return Sentence(
            "why_lstm_shut",
            "LSTM: on the direct road along the cell state a step multiplies by f alone. Here the forget gate is open "
            "by {gate} on average, which leaves {road} over {distance} steps. By all ways together, those through U "
            "among them, the gradient at c is {kept} times what it was.",
            values,
        )
    if float(fading.sizes[-1]) < VANISHED:
        return Sentence(
            "why_lstm_road",
            "LSTM: h alone hands on little, but on the direct road along the cell state a step multiplies by f alone. "
            "As the forget gate is open by {gate} on average, {road} is left on it over {distance} steps. By all ways "
            "together, those through U among them, the gradient at c is {kept} times what it was.",
            values,
        )
    return Sentence(
        "why_lstm_open",
        "LSTM: on the direct road along the cell state a step multiplies by f alone. As the forget gate is open by "
        "{gate} on average, {road} is left on it over {distance} steps. By all ways together, those through U among "
        "them, the gradient at c is {kept} times what it was.",
        values,
    )


def _why_gru(fading: Fading) -> Sentence:
    return Sentence(
        "why_gru",
        "GRU: the update gate keeps {gate} of each state on average. On the direct road through what is kept a step "
        "multiplies by z alone, whatever U and the slopes are: {road} is left on it over {distance} steps. By all ways "
        "together, those through U among them, the gradient is {size} times what it was.",
        {
            "gate": Percent(float(fading.gate.mean())),
            "road": magnitude(_end(fading.road)),
            "size": magnitude(_end(fading.sizes)),
            "distance": fading.distance,
        },
    )


def _end(sizes: Floats | None) -> float:
    """What is left at the far end; `nan` of what a cell does not have."""
    return float("nan") if sizes is None else float(sizes[-1])
