"""Saliency: which rows of its window move a network's prediction, by date and by steps back. Pure."""

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.inside_words import mean_pull
from rnn_core.figures.numbers import date_texts, plain
from rnn_core.figures.theme import LIGHT, VALUE_SCALE, Say, Theme
from rnn_core.forecast.inside import Looked
from rnn_core.forecast.run import Run
from rnn_core.forecast.windows import thin

HEIGHT = 420
_MOST_STEPS = 120
_MAP, _BARS = (0.0, 0.7), (0.76, 1.0)
# Colours reach their full strength here, so that a few extreme days do not make all others pale.
_FULL = 0.99


def saliency_figure(run: Run, looked: Looked, feature: int, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The pull of each row of each window, newest row at the bottom; beside it the mean size for each step back.

    A pull is how far the prediction moves, in the series' unit, with one more of `feature` in that row. Of windows
    with more than 120 rows some are left out of the map, evenly.
    """
    pull, x = looked.pull[:, ::-1, feature], date_texts(looked.tracking.activity.dates)
    back = thin(pull.shape[1], _MOST_STEPS)
    full = float(np.quantile(np.abs(pull), _FULL)) or float(np.abs(pull).max())
    unit = plain(run.series.unit)
    figure = blank(theme, height=HEIGHT, revision=f"inside saliency {run.key} {feature}")
    figure.add_heatmap(
        x=x,
        y=back + 1,
        z=pull[:, back].T.astype("float32"),
        uid="map",
        colorscale=VALUE_SCALE,
        zmin=-full,
        zmax=full,
        hovertemplate=_hover("z", unit, say),
        showscale=False,
    )
    figure.add_bar(
        x=mean_pull(looked.pull[:, :, feature]),
        y=np.arange(1, pull.shape[1] + 1),
        orientation="h",
        xaxis="x2",
        uid="bars",
        marker={"color": theme.ink, "line": {"width": 0}},
        hovertemplate=_hover("x", unit, say),
    )
    size = axis(theme, say("mean size"), domain=_BARS, nticks=3, rangemode="tozero", fixedrange=True)
    figure.update_layout(
        showlegend=False,
        bargap=0.1,
        xaxis=date_axis(theme, x) | {"domain": _MAP},
        xaxis2=size,
        yaxis=axis(theme, say("steps back"), range=[0.5, pull.shape[1] + 0.5], showgrid=False, fixedrange=True),
    )
    return figure


def _hover(place: str, unit: str, say: Say) -> str:
    return say("{steps} back: {value}").format(steps="%{y}", value=f"%{{{place}:.3~g}} {unit}") + "<extra></extra>"
