"""What is left of a gradient, by how many steps it has gone back: a line a cell. Pure."""

import math
from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, Look, Say, Theme, cell_look
from rnn_core.figures.thin import Floats
from rnn_core.lessons.memory.fading import KEEPS, Fading, bound_of
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.words import N_, Sentence

HEIGHT = 380
# The powers of ten between which the axis ends; what leaves the smallest one is followed as far as the next.
_LOWEST, _HIGHEST = (-8, -16, -32), (2, 4, 8, 16, 32, 64)


def fading_figure(fadings: Sequence[Fading], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Sizes of `fadings` over the distance from the last step; the direct roads dotted, the bound dashed."""
    figure = blank(theme, height=HEIGHT, revision="fading")
    for fading in fadings:
        cell = fading.setup.cell
        _add(figure, cell, fading.sizes, cell_look(cell), name=cell)
        if fading.road is not None:
            name = say("{cell}, by {gate} alone").format(cell=cell, gate=KEEPS[cell])
            _add(figure, f"road_{cell}", fading.road, Look(cell_look(cell).colour, "dot"), name=name)
        if cell == "SimpleRNN":
            bound = Look(theme.muted, "dash", width=1.5)
            _add(figure, "bound", bound_of(fading.setup), bound, name=_bound_name(fading, say))
    figure.add_hline(y=1, line={"color": theme.muted, "width": 1}, layer="below")
    steps = max(len(fading.sizes) for fading in fadings)
    across = axis(theme, say("steps back from the end"), range=[0, steps - 1], showgrid=False)
    up = axis(theme, say("size of the gradient"), type="log", range=_range(fadings), exponentformat="power")
    figure.update_layout(hovermode="x unified", showlegend=True, xaxis=across, yaxis=up)
    return figure


def fading_alt(fadings: Sequence[Fading]) -> Sentence:
    """The chart in words."""
    ends = "; ".join(f"{fading.setup.cell} {magnitude(float(fading.sizes[-1]))}" for fading in fadings)
    roads = "; ".join(
        f"{fading.setup.cell} {magnitude(float(fading.road[-1]))}" for fading in fadings if fading.road is not None
    )
    return Sentence(
        "alt_fading",
        N_(
            "Size of the gradient over the steps that it went back, 1 at the end. {distance} steps back: {ends}. "
            "Dotted, by the gate alone that keeps: {roads}."
        ),
        {"distance": max(fading.distance for fading in fadings), "ends": ends, "roads": roads},
    )


def _add(figure: go.Figure, uid: str, sizes: Floats, look: Look, *, name: str) -> None:
    # Nothing at all has no logarithm.
    seen = [float(size) if size > 0 else None for size in sizes]
    # Its uid stays when its name changes: plotly.js looks for a trace that is gone by it, as part of a selector.
    figure.add_scatter(x=np.arange(len(sizes)), y=seen, name=name, uid=uid, hovertemplate="%{y:.3g}", **look.drawn())


def _bound_name(fading: Fading, say: Say) -> str:
    most = magnitude(float(bound_of(fading.setup)[1]), 2)
    return say("bound of the SimpleRNN: {most} a step").format(most=most)


def _range(fadings: Sequence[Fading]) -> list[float]:
    """Powers of ten; few different ones, so that a line is seen to move when something is changed."""
    sizes = np.concatenate([one for fading in fadings for one in (fading.sizes, fading.road) if one is not None])
    there = sizes[sizes > 0]
    low, high = math.log10(there.min()), math.log10(there.max())
    lowest = next((power for power in _LOWEST if power <= low), _LOWEST[-1])
    return [lowest, next((power for power in _HIGHEST if power >= high), math.ceil(high))]
