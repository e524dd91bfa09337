"""Scores side by side: the RMSE of each run and of the naive line, the smallest on top. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.names import label_all
from rnn_core.figures.numbers import short, titled
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme
from rnn_core.forecast.run import Run


@dataclass(frozen=True)
class Bar:
    """One bar: `value` in the unit of the chart, `nan` where there is no score."""

    name: str
    value: float
    look: Look


def scores_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Horizontal bars of the RMSE of `runs` (at least one, on the same data) and of the naive line."""
    bars = score_bars(runs, say)
    unit = runs[0].series.unit
    figure = blank(theme, height=90 + 44 * len(bars), revision="scores")
    for bar in bars:
        figure.add_bar(**_drawn(bar, unit, theme))
    known = [bar.value for bar in bars if math.isfinite(bar.value)]
    # The room on the right is for the labels at the ends of the bars.
    width = [0, max(known, default=1.0) * 1.5 or 1.0]
    figure.update_layout(
        showlegend=False,
        bargap=0.35,
        xaxis=axis(theme, titled("RMSE", unit), range=width, fixedrange=True),
        yaxis=axis(theme, "", autorange="reversed", fixedrange=True, showgrid=False),
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
    )
    _mark_naive(figure, runs[0].naive_scores.rmse, say("tomorrow = today"))
    return figure


def score_bars(runs: Sequence[Run], say: Say = str) -> list[Bar]:
    """The bars of `runs` and of the naive line, the smallest error first, runs without a score last."""
    bars = [Bar(label.name, run.scores.rmse, label.look) for run, label in zip(runs, label_all(runs, say), strict=True)]
    bars.append(Bar(say("naive line"), runs[0].naive_scores.rmse, NAIVE))
    return sorted(bars, key=lambda bar: (not math.isfinite(bar.value), bar.value))


def _drawn(bar: Bar, unit: str, theme: Theme) -> dict[str, object]:
    """A two-directional cell and the naive line are hatched, as their lines are dashed."""
    hatch = "/" if bar.look.dash != "solid" else ""
    pattern = {"shape": hatch, "bgcolor": bar.look.colour, "fgcolor": theme.paper, "solidity": 0.2}
    return {
        "x": [bar.value if math.isfinite(bar.value) else 0.0],
        "y": [bar.name],
        "name": bar.name,
        "orientation": "h",
        "marker": {"color": bar.look.colour, "pattern": pattern},
        "text": [short(bar.value, unit)],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": f"{bar.name}: %{{text}}<extra></extra>",
    }


def _mark_naive(figure: go.Figure, rmse: float, words: str) -> None:
    """A dashed line down from the naive score, with what the naive line says."""
    if math.isfinite(rmse):
        figure.add_vline(x=rmse, line={"color": NAIVE.colour, "dash": NAIVE.dash, "width": 1}, layer="below")
        figure.add_annotation(x=rmse, y=1, yref="paper", yanchor="bottom", text=words, showarrow=False)
