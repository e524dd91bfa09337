"""A score after each epoch, a line a network, and what simple methods score as level lines. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme

HEIGHT = 320
# So many marks have room on a phone.
_FEW = 10


@dataclass(frozen=True)
class Progress:
    """The `values` of the network called `name` after epochs 1, 2 ...; None where there is no number."""

    name: str
    look: Look
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Score:
    """What is drawn, `title` in the reader's language; `shares` lie between 0 and 1 and are said in percent."""

    title: str
    shares: bool = False


def progress_figure(
    lines: Sequence[Progress],
    epochs: int,
    levels: Mapping[str, float],
    score: Score,
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """`lines` over `epochs`, and `levels` by their names."""
    figure = blank(theme, height=HEIGHT, revision=f"progress {score.title} {epochs}")
    for line in lines:
        figure.add_scatter(
            x=list(range(1, len(line.values) + 1)),
            y=list(line.values),
            name=line.name,
            uid=line.name,
            hovertemplate="%{y:.1%}" if score.shares else "%{y:.2f}",
            **line.look.drawn(),
        )
    looks = (NAIVE, Look(theme.muted, "dot", width=1.5), Look(theme.muted, "longdashdot", width=1.5))
    for number, (name, level) in enumerate(levels.items()):
        look = looks[number % len(looks)].drawn()
        figure.add_scatter(x=[1, epochs], y=[level] * 2, name=name, uid=f"level {number}", hoverinfo="skip", **look)
    scale = {"range": [0, 1.03], "tickformat": ".0%"} if score.shares else {"rangemode": "tozero"}
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("epochs"), range=[0.5, epochs + 0.5], showgrid=False, tickformat="d", **_steps(epochs)),
        yaxis=axis(theme, score.title, **scale),
    )
    return figure


def _steps(epochs: int) -> dict[str, int]:
    """Where there are few epochs, plotly would set marks between them."""
    return {"tick0": 1, "dtick": 1} if epochs <= _FEW else {}
