"""Gates: how open each unit's gate stood on each day of the test, under the series that it read. Pure."""

from typing import Any

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.inside_words import quantity_name
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, OPENING_SCALE, VALUE_SCALE, Say, Theme, real_look
from rnn_core.forecast.inside import GATES, Activity
from rnn_core.forecast.run import Run
from rnn_core.forecast.windows import thin

HEIGHT = 460
# More rows than this are finer than a screen.
_MOST_UNITS = 128
_BARE = {"showticklabels": False, "ticks": "", "showgrid": False}
_MAP, _SERIES = (0.0, 0.68), (0.76, 1.0)


def gates_figure(run: Run, activity: Activity, letter: str, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The series at the end of each window, and below it the quantity `letter` of each unit, by date.

    Units stand in the order of their mean, the highest above; of more than 128 some are left out, evenly.
    """
    x, values = date_texts(activity.dates), activity.quantities[letter]
    order = np.argsort(values.mean(axis=0), kind="stable")
    order = order[thin(len(order), _MOST_UNITS)]
    name = quantity_name(letter, say)
    figure = blank(theme, height=HEIGHT, revision=f"inside gates {run.key} {letter}")
    hover = f"%{{y:{hover_format(activity.values)}}} {plain(run.series.unit)}"
    look = real_look(theme).drawn()
    figure.add_scatter(x=x, y=activity.values, name=say("real values"), uid="real", hovertemplate=hover, **look)
    figure.add_heatmap(
        x=x,
        z=values[:, order].T.astype("float32"),
        customdata=np.repeat(order[:, None] + 1, len(x), axis=1).astype("int16"),
        yaxis="y2",
        name=name,
        uid="map",
        hovertemplate=say("unit {unit}: {value}").format(unit="%{customdata}", value="%{z:.2f}") + "<extra></extra>",
        **_colours(letter in GATES[activity.cell], float(np.abs(values).max())),
        colorbar=_bar(name, theme),
    )
    figure.update_layout(
        showlegend=False,
        xaxis=date_axis(theme, x) | {"anchor": "y2"},
        yaxis=axis(theme, titled(run.series.target, run.series.unit), domain=_SERIES, nticks=4, fixedrange=True),
        yaxis2=axis(theme, say("units, by their mean"), domain=_MAP, fixedrange=True) | _BARE,
    )
    return figure


def _colours(is_gate: bool, largest: float) -> dict[str, Any]:
    if is_gate:
        return {"colorscale": OPENING_SCALE, "zmin": 0, "zmax": 1}
    return {"colorscale": VALUE_SCALE, "zmin": -largest, "zmax": largest}


def _bar(title: str, theme: Theme) -> dict[str, Any]:
    """The key of colours below a map, where it takes no room from the dates."""
    words = {"text": title, "side": "bottom", "font": {"color": theme.ink}}
    lying = {"orientation": "h", "y": -0.14, "yanchor": "top", "len": 0.6, "thickness": 10}
    return {"title": words, **lying, "tickfont": {"color": theme.ink}, "outlinewidth": 0, "nticks": 5}
