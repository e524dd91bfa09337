"""A loss with a cliff, and the ways down it with clipped gradients and without. Pure."""

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, PART_COLOURS, Look, Say, Theme
from rnn_core.lessons.memory.clipping import Descent, loss_at
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.words import N_, Sentence

HEIGHT = 360
_LOWEST_WEIGHT, _POINTS = 0.5, 201
# The colours that the lessons have for what goes wrong and for what is done right.
_FREE = Look(PART_COLOURS["test"], "dot", "x")
_HELD = Look(PART_COLOURS["training"], "solid", "circle")


def cliff_figure(free: Descent, held: Descent, steps: int, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The loss over the one weight, and where gradient descent goes: `free` without clipping, `held` with it."""
    start = float(free.weights[0])
    right = max(1.15, start + 0.08)
    w = np.linspace(_LOWEST_WEIGHT, right, _POINTS)
    figure = blank(theme, height=HEIGHT, revision=f"cliff {steps}")
    figure.add_scatter(x=w, y=loss_at(w, steps), name=say("loss"), uid="loss", **Look(theme.ink).drawn())
    top = 1.15 * float(max(loss_at(np.array([start, 1.0]), steps).max(), 0.2))
    ways = (("free", say("without clipping"), free, _FREE), ("held", say("with clipping"), held, _HELD))
    for uid, name, descent, look in ways:
        there = descent.weights[(descent.weights > _LOWEST_WEIGHT) & (descent.weights < right)]
        drawn = look.drawn() | {"marker": {"symbol": look.symbol, "size": 9, "color": look.colour}}
        figure.add_scatter(x=there, y=loss_at(there, steps), name=name, uid=uid, hovertemplate="%{y:.3g}", **drawn)
    across = axis(theme, say("the weight w"), range=[_LOWEST_WEIGHT, right], showgrid=False)
    up = axis(theme, say("loss"), range=[-0.05 * top, top])
    figure.update_layout(hovermode="closest", showlegend=True, xaxis=across, yaxis=up)
    if free.flew_off:
        _add_flight(figure, free, float(loss_at(np.array(start), steps)), say)
    return figure


def cliff_alt(free: Descent, held: Descent, steps: int) -> Sentence:
    """The chart in words."""
    return Sentence(
        "alt_cliff",
        N_(
            "The loss over the weight w is flat below 1 and a wall above, {steps} steps long. From w = {start} it goes "
            "without clipping to {free}, with clipping to {held}."
        ),
        {
            "start": float(free.weights[0]),
            "steps": steps,
            "free": magnitude(float(free.weights[-1])),
            "held": magnitude(float(held.weights[-1])),
        },
    )


def _add_flight(figure: go.Figure, free: Descent, height: float, say: Say) -> None:
    """An arrow out of the picture, from the last weight within it."""
    before, after = float(free.weights[-2]), float(free.weights[-1])
    words = say("to w = {weight}").format(weight=magnitude(after))
    edge = _LOWEST_WEIGHT if after < before else float(figure.layout.xaxis.range[1])
    arrow = {"axref": "x", "ayref": "y", "arrowhead": 2, "arrowwidth": 2, "arrowcolor": _FREE.colour}
    figure.add_annotation(x=edge, y=height, ax=before, ay=height, text="", **arrow)
    figure.add_annotation(x=0.03, y=height, xref="paper", text=words, showarrow=False, xanchor="left", yanchor="bottom")
