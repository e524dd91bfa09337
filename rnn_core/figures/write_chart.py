"""A character model as it learns: bits per held-out character after each epoch, and what counting needs. Pure."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme, cell_look
from rnn_core.learning.events import EpochDone
from rnn_core.text.write.bits import bits_of
from rnn_core.words import N_, Sentence

HEIGHT = 320

Histories = Mapping[str, Sequence[EpochDone]]
"""The epochs of each cell so far, by its name."""


def write_figure(
    histories: Histories,
    epochs: int,
    counted: Mapping[str, float],
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """A line a cell over `epochs`; what was `counted`, in bits by its name, as level lines."""
    figure = blank(theme, height=HEIGHT, revision=f"write {epochs}")
    for cell, history in histories.items():
        figure.add_scatter(
            x=[done.epoch for done in history],
            y=[bits_of(done.validation_loss or 0.0) for done in history],
            name=cell,
            uid=cell,
            hovertemplate="%{y:.2f}",
            **cell_look(cell).drawn(),
        )
    looks = (NAIVE, Look(theme.muted, "dot", width=1.5))
    for number, (name, bits) in enumerate(counted.items()):
        look = looks[number % len(looks)].drawn()
        figure.add_scatter(x=[1, epochs], y=[bits] * 2, name=name, uid=f"counted {number}", hoverinfo="skip", **look)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("epochs"), range=[0.5, epochs + 0.5], showgrid=False, tickformat="d"),
        yaxis=axis(theme, say("bits per character"), rangemode="tozero"),
    )
    return figure


def write_alt(histories: Histories) -> Sentence:
    """The chart in words: how far each cell is."""
    ends = "; ".join(f"{cell} {_last(history)}" for cell, history in histories.items())
    return Sentence(
        "alt_write",
        N_("Bits per character that was kept back, after each epoch; fewer are better. So far: {ends}."),
        {"ends": ends},
    )


def _last(history: Sequence[EpochDone]) -> str:
    return f"{bits_of(history[-1].validation_loss or 0.0):.2f}" if history else "–"
