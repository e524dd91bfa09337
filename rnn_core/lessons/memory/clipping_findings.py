"""What clipping did on the cliff, and what a slope does again and again. Facts in, sentences out. Pure."""

import numpy as np

from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.clipping import Descent, slope_at
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.words import Sentence

AGAIN = 10
"""How many steps of the same slope are multiplied."""


def gradient_at_start(descent: Descent, steps: int) -> Sentence:
    """How steep it is where both ways begin."""
    start = float(descent.weights[0])
    return Sentence(
        "gradient_at_start",
        "At w = {start} the gradient is {slope}: w to the power of {power} is in it.",
        {"start": start, "slope": magnitude(float(slope_at(descent.weights[0], steps))), "power": steps - 1},
    )


def without_clipping(descent: Descent, steps: int) -> Sentence:
    """What became of gradient descent as it is."""
    if descent.flew_off:
        return Sentence(
            "flies_off",
            "Without clipping, step {step} throws w from {before} to {after}: all that was learnt is lost.",
            {
                "step": len(descent.weights) - 1,
                "before": magnitude(float(descent.weights[-2])),
                "after": magnitude(float(descent.weights[-1])),
            },
        )
    return Sentence(
        "came_through",
        "Without clipping w is at {w} after {rounds} steps, where the gradient is {slope}.",
        _end(descent, steps),
    )


def with_clipping(descent: Descent, steps: int, limit: float) -> Sentence:
    """What became of it with gradients cut to `limit`."""
    if descent.flew_off:
        return Sentence(
            "limit_too_wide",
            "Even clipped at {limit} it flies off: limit times learning rate is how far w goes in one step.",
            {"limit": limit},
        )
    cut = int((np.abs(slope_at(descent.weights[:-1], steps)) > limit).sum())
    return Sentence(
        "clipped",
        "Clipped at {limit}, {cut} of {rounds} gradients are cut; w is at {w} in the end, where the gradient is "
        "{slope}.",
        {"limit": limit, "cut": cut, **_end(descent, steps)},
    )


def _end(descent: Descent, steps: int) -> dict[str, object]:
    w = descent.weights[-1]
    return {
        "w": magnitude(float(w)),
        "rounds": len(descent.weights) - 1,
        "slope": magnitude(float(slope_at(w, steps))),
    }


def slope_again(activation: str, a: float) -> Sentence:
    """What is left after several steps of the slope at `a`, and at most."""
    one = ACTIVATIONS[activation]
    slope = float(one.slope(np.array(a)))
    return Sentence(
        "slope_again",
        "At a = {a} the slope of {activation} is {slope}. {count} such steps leave {left} of a gradient; with the "
        "largest slope there is, {bound}, they would leave {most}.",
        {
            "a": a,
            "activation": activation,
            "slope": magnitude(slope),
            "count": AGAIN,
            "left": magnitude(slope**AGAIN),
            "bound": magnitude(one.bound, 2),
            "most": magnitude(one.bound**AGAIN),
        },
    )
