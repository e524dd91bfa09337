"""Histograms: how large changes are, and where the test values lie to those of the training part. Pure."""

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import hover_format, titled
from rnn_core.figures.theme import LIGHT, PART_COLOURS, Say, Theme
from rnn_core.figures.thin import Floats
from rnn_core.series.statistics import Changes, Counts, bin_edges, counts_of, normal_counts

HEIGHT = 320


def changes_figure(changes: Changes, unit: str, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """How often changes of each size came, as bars, and how often they would come if they were normal, as a line."""
    figure = blank(theme, height=HEIGHT, revision="changes")
    edges = bin_edges(changes.values)
    middle = (edges[:-1] + edges[1:]) / 2
    form = hover_format(changes.values)
    _add_bars(figure, edges, counts_of(changes.values, edges), say("changes"), theme.muted)
    normal = normal_counts(changes.values, edges)
    line = {"color": theme.ink, "width": 2, "dash": "dash"}
    told = {"name": say("normal distribution"), "hovertemplate": "%{y:,.3~r}"}
    figure.add_scatter(x=middle, y=normal, mode="lines", line=line, **told)
    title = say("change in percent") if changes.relative else titled(say("change"), unit)
    _finish(figure, theme, title, say("rows"), form)
    return figure


def shift_figure(
    train: Floats, test: Floats, column: str, unit: str, *, theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """Where the values of `column`, in its `unit`, lie in both parts: of each part, the share of its rows in each bin.

    A dotted line stands at the lowest and the highest training value.
    """
    figure = blank(theme, height=HEIGHT, revision="shift")
    both = np.concatenate([train, test])
    edges = bin_edges(both)
    for values, part, name in ((train, "training", say("training part")), (test, "test", say("test part"))):
        share = 100 * counts_of(values, edges) / len(values)
        _add_bars(figure, edges, share, name, PART_COLOURS[part], hatched=part == "test")
    for end in (float(train.min()), float(train.max())):
        figure.add_vline(x=end, line={"color": theme.ink, "width": 1, "dash": "dot"})
    _finish(figure, theme, titled(column, unit), say("% of the part's rows"), hover_format(both))
    return figure


def _add_bars(
    figure: go.Figure, edges: Floats, heights: Floats | Counts, name: str, colour: str, *, hatched: bool = False
) -> None:
    pattern = {"shape": "/" if hatched else "", "size": 6, "solidity": 0.4, "fillmode": "overlay"}
    figure.add_bar(
        x=(edges[:-1] + edges[1:]) / 2,
        y=heights,
        width=np.diff(edges),
        name=name,
        opacity=0.75,
        marker={"color": colour, "line": {"width": 0}, "pattern": pattern},
        hovertemplate="%{y:,.3~r}",
    )


def _finish(figure: go.Figure, theme: Theme, across: str, up: str, form: str) -> None:
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        barmode="overlay",
        bargap=0,
        xaxis=axis(theme, across, showgrid=False, hoverformat=form),
        yaxis=axis(theme, up, rangemode="tozero", fixedrange=True),
    )
