"""Repeats: the RMSE of each seed as a dot, one row a network, so that one sees how much is luck. Pure."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import hover_format, plain, short, titled
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme, real_look
from rnn_core.judge import Repeats

# Dots of one row stand a little above and below each other, so that equal ones can be told apart.
_UP = 0.14


def repeats_figure(
    repeats: Sequence[Repeats],
    naive_rmse: float,
    unit: str,
    *,
    looks: Mapping[str, Look] | None = None,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """One dot a seed, one row for each of `repeats` (at least one); the naive line is dashed.

    A thick line spans the range, a stroke in the colour of the text marks the run in the middle, and runs that did not
    learn are crosses at the right edge. `looks` by name.
    """
    low, high = _range(repeats, naive_rmse)
    figure = blank(theme, height=110 + 76 * len(repeats), revision="repeats")
    for row, one in enumerate(repeats):
        look = (looks or {}).get(one.name, Look(real_look(theme).colour, symbol="circle"))
        _add_range(figure, one, row, look)
        _add_dots(figure, one, row, look, f"%{{x:{hover_format(np.array([low, high]))}}} {plain(unit)}", say)
        _add_middle(figure, one, row, unit, theme)
        _add_failed(figure, one, row, high, theme, say)
    _mark_naive(figure, naive_rmse, say("naive line"))
    names = {"tickvals": list(range(len(repeats))), "ticktext": [one.name for one in repeats]}
    rows = {"range": [len(repeats) - 0.5, -0.5], "fixedrange": True, "showgrid": False}
    figure.update_layout(
        showlegend=False,
        hovermode="closest",
        xaxis=axis(theme, titled("RMSE", unit), range=[low, high], fixedrange=True),
        yaxis=axis(theme, "", **rows, **names),
    )
    return figure


def _range(repeats: Sequence[Repeats], naive_rmse: float) -> tuple[float, float]:
    """What the axis shows: all scores and the naive line, with room for the crosses on the right."""
    known = [value for one in repeats for value in (*one.learnt, naive_rmse) if math.isfinite(value)] or [0.0, 1.0]
    width = (max(known) - min(known)) or abs(known[0]) or 1.0
    failed = any(len(one.learnt) < len(one.rmse) for one in repeats)
    return min(known) - 0.12 * width, max(known) + (0.2 if failed else 0.12) * width


def _add_range(figure: go.Figure, one: Repeats, row: int, look: Look) -> None:
    if one.learnt:
        line = {"color": look.colour, "width": 5}
        told = {"name": one.name, "uid": f"{one.name} range", "hoverinfo": "skip"}
        figure.add_scatter(x=[one.lowest, one.highest], y=[row, row], mode="lines", line=line, opacity=0.35, **told)


def _add_dots(figure: go.Figure, one: Repeats, row: int, look: Look, hover: str, say: Say) -> None:
    places = np.linspace(-_UP, _UP, len(one.rmse)) if len(one.rmse) > 1 else np.zeros(1)
    figure.add_scatter(
        x=np.array(one.rmse),
        y=row + places,
        text=[say("run {number}").format(number=number) for number in range(1, len(one.rmse) + 1)],
        mode="markers",
        marker={"symbol": look.symbol, "size": 10, "color": look.colour, "opacity": 0.85},
        name=one.name,
        uid=one.name,
        hovertemplate=f"%{{fullData.name}}, %{{text}}: {hover}<extra></extra>",
    )


def _add_middle(figure: go.Figure, one: Repeats, row: int, unit: str, theme: Theme) -> None:
    middle = one.rmse[one.middle]
    if math.isfinite(middle):
        line = {"color": theme.ink, "width": 2.5}
        figure.add_shape(type="line", x0=middle, x1=middle, y0=row - 0.24, y1=row + 0.24, line=line)
        words = {"text": plain(short(middle, unit)), "showarrow": False, "yanchor": "bottom"}
        figure.add_annotation(x=middle, y=row - 0.24, **words)


def _add_failed(figure: go.Figure, one: Repeats, row: int, edge: float, theme: Theme, say: Say) -> None:
    failed = len(one.rmse) - len(one.learnt)
    if failed:
        text = say("{count} did not learn").format(count=failed) + " " + "✕" * failed
        # Below the dots, which may lie there too where the screen is narrow.
        place = {"x": edge, "xanchor": "right", "y": row + 0.22, "yanchor": "top", "showarrow": False}
        figure.add_annotation(text=text, font={"size": 12, "color": theme.ink}, **place)


def _mark_naive(figure: go.Figure, rmse: float, words: str) -> None:
    if math.isfinite(rmse):
        figure.add_vline(x=rmse, line={"color": NAIVE.colour, "dash": NAIVE.dash, "width": 1.5}, layer="below")
        figure.add_annotation(x=rmse, y=1, yref="paper", yanchor="bottom", text=words, showarrow=False)
