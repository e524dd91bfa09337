"""Sureness: how often a judge is right when it is so sure (a reliability diagram; Guo et al. 2017, figure 1). Pure."""

import math
from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, Look, Say, Theme
from rnn_core.text.sentiment.scores import BINS, Bin, wilson
from rnn_core.words import N_, Sentence

HEIGHT = 400


def sureness_figure(bins: Sequence[Bin], name: str, look: Look, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """A dot for each of `bins` that has texts, with the count beside it and a line over where its share may lie.

    On the dashed diagonal a judge is exactly as sure as it is right; below it, it is too sure.
    """
    figure = blank(theme, height=HEIGHT, revision="sureness")
    filled = [one for one in bins if one.count]
    low = max(0.0, math.floor(BINS * min(one.confidence for one in filled)) / BINS) - 0.03 if filled else 0.0
    diagonal = {"color": theme.muted, "dash": "dash", "width": 1.5}
    words = say("as sure as right")
    figure.add_scatter(x=[0, 1], y=[0, 1], mode="lines", line=diagonal, name=words, uid="diagonal", hoverinfo="skip")
    _add_bins(figure, filled, name, look, say)
    figure.update_layout(
        hovermode="closest",
        showlegend=True,
        xaxis=axis(theme, say("how sure it is"), range=[low, 1.08], tickformat=".0%", fixedrange=True),
        yaxis=axis(theme, say("how often it is right"), range=[-0.03, 1.05], tickformat=".0%", fixedrange=True),
    )
    return figure


def sureness_alt(bins: Sequence[Bin]) -> Sentence:
    """The chart in words, bin by bin."""
    told = [f"{one.confidence:.0%} → {one.accuracy:.0%} ({one.count})" for one in bins if one.count]
    return Sentence(
        "alt_sureness",
        N_("How sure it was and how often it was right then, with the number of texts: {bins}."),
        {"bins": "; ".join(told) or "–"},
    )


def _add_bins(figure: go.Figure, filled: Sequence[Bin], name: str, look: Look, say: Say) -> None:
    shares = np.array([one.accuracy for one in filled])
    ends = np.array([wilson(round(one.accuracy * one.count), one.count) for one in filled]).reshape(-1, 2)
    told = say("{sure} sure, right in {right}, {count} texts").format(
        sure="%{x:.0%}", right="%{y:.0%}", count="%{text}"
    )
    figure.add_scatter(
        x=[one.confidence for one in filled],
        y=shares,
        error_y={
            "type": "data",
            "symmetric": False,
            "array": np.maximum(ends[:, 1] - shares, 0),
            "arrayminus": np.maximum(shares - ends[:, 0], 0),
            "color": look.colour,
            "thickness": 1.2,
            "width": 4,
        },
        text=[f"{one.count:,}" for one in filled],
        textposition="middle right",
        name=name,
        uid="bins",
        hovertemplate=f"{told}<extra></extra>",
        mode="markers+text",
        marker={"symbol": look.symbol, "size": 10, "color": look.colour},
    )
