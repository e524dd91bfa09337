"""Where values are missing: one strip a column over time, darker where more is missing. Pure."""

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.numbers import date_texts, plain
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.series.statistics import Gaps

MOST_STRIPS = 20  # columns, those with the most missing values


def gaps_figure(gaps: Gaps, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """One strip for each column that misses values; at least one must."""
    names = [plain(name) for name in gaps.columns[:MOST_STRIPS]]
    figure = blank(theme, height=110 + 28 * len(names), revision="gaps")
    x = date_texts(gaps.starts)
    figure.add_heatmap(
        x=x,
        y=names,
        z=100 * gaps.shares[:MOST_STRIPS],
        zmin=0,
        zmax=100,
        # The least that is missing shows clearly, and nothing missing shows as nothing.
        colorscale=[[0, theme.grid], [0.001, theme.muted], [1, theme.ink]],
        ygap=4,
        showscale=False,
        hovertemplate="%{y}, %{x}: " + say("{share} % missing").format(share="%{z:.3~r}") + "<extra></extra>",
    )
    figure.update_layout(
        hovermode="closest",
        xaxis=date_axis(theme, x),
        # Names like "2020" stay names.
        yaxis=axis(theme, "", type="category", autorange="reversed", fixedrange=True, showgrid=False),
    )
    return figure
