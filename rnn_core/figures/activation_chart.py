"""An activation and its slope, with the most that the slope can be, and the point that is looked at. Pure."""

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, POSITIVE_COLOUR, Look, Say, Theme
from rnn_core.lessons.memory.activations import ACTIVATIONS, Activation
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.words import N_, Sentence

HEIGHT = 340
ENDS = 5.0
"""How far the chart goes to both sides of 0."""
_POINTS, _TANGENT = 201, 1.0


def activation_figure(name: str, at: float, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The activation `name` with a tangent at `at`, and its slope with the bound."""
    one, a = ACTIVATIONS[name], np.linspace(-ENDS, ENDS, _POINTS)
    figure = blank(theme, height=HEIGHT, revision=f"activation {name}")
    steep = Look(POSITIVE_COLOUR, "dash")
    figure.add_scatter(x=a, y=one.bend(a), name=name, uid="bend", hovertemplate="%{y:.3f}", **Look(theme.ink).drawn())
    title = say("slope of {activation}").format(activation=name)
    figure.add_scatter(x=a, y=one.slope(a), name=title, uid="slope", hovertemplate="%{y:.3f}", **steep.drawn())
    _add_point(figure, one, at, theme)
    _add_bound(figure, one, theme, say)
    ends = one.bend(np.array([-ENDS, ENDS]))
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, "a", range=[-ENDS, ENDS], showgrid=False),
        yaxis=axis(theme, "", range=[1.2 * float(ends[0]) - 0.15, max(1.3, 1.1 * float(ends[1]))]),
    )
    return figure


def activation_alt(name: str, at: float) -> Sentence:
    """The chart in words."""
    one = ACTIVATIONS[name]
    return Sentence(
        "alt_activation",
        N_("{activation} and its slope, which is {bound} at most; at a = {a} the slope is {slope}."),
        {
            "activation": name,
            "bound": magnitude(one.bound, 2),
            "a": magnitude(at, 2),
            "slope": magnitude(float(one.slope(np.array(at)))),
        },
    )


def _add_point(figure: go.Figure, one: Activation, at: float, theme: Theme) -> None:
    """The tangent at `at`, and a mark on each line."""
    height, slope = float(one.bend(np.array(at))), float(one.slope(np.array(at)))
    aside = np.array([-_TANGENT, _TANGENT])
    quiet = {"showlegend": False, "hoverinfo": "skip"}
    tangent = {"color": theme.muted, "width": 4}
    figure.add_scatter(x=at + aside, y=height + slope * aside, uid="tangent", mode="lines", line=tangent, **quiet)
    marker = {"size": 11, "color": [theme.ink, POSITIVE_COLOUR], "symbol": ["circle", "diamond"]}
    figure.add_scatter(x=[at, at], y=[height, slope], uid="point", mode="markers", marker=marker, **quiet)


def _add_bound(figure: go.Figure, one: Activation, theme: Theme, say: Say) -> None:
    words = say("slope at most {bound}").format(bound=magnitude(one.bound, 2))
    note = {"text": words, "font": {"color": theme.ink}}
    line = {"color": POSITIVE_COLOUR, "dash": "dot", "width": 1.5}
    figure.add_hline(y=one.bound, line=line, annotation=note, annotation_position="top left")
