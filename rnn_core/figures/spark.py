"""Sparks: a line as small as a word, for cards. Pure."""

import plotly.graph_objects as go

from rnn_core.figures.frame import blank
from rnn_core.figures.theme import LIGHT, Look, Theme, real_look
from rnn_core.figures.thin import Floats, thin_positions

HEIGHT = 64
_POINTS = 200


def spark_figure(values: Floats, *, height: int = HEIGHT, look: Look | None = None, theme: Theme = LIGHT) -> go.Figure:
    """A tiny line without axes, legend or hover; in the colour of real values unless another `look` is given."""
    shown = values[thin_positions(values, longest=_POINTS, kept=_POINTS)]
    figure = blank(theme, height=height, revision="spark")
    drawn = (look or real_look(theme)).drawn() | {"mode": "lines"}
    figure.add_scatter(y=shown, name="", hoverinfo="skip", **drawn)
    figure.update_traces(line_width=1.5)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 4, "b": 4}, showlegend=False, dragmode=False)
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(visible=False, fixedrange=True)
    return figure
