"""The memory task as it is learnt: how often each cell is right, over training steps. Pure."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme, cell_look
from rnn_core.lessons.memory.recall_findings import REMEMBERS
from rnn_core.lessons.memory.recall_result import Practised
from rnn_core.lessons.memory.recall_task import CHANCE
from rnn_core.words import N_, Percent, Sentence

HEIGHT = 340

Histories = Mapping[str, Sequence[Practised]]
"""The rounds of each cell so far, by its name."""


def recall_figure(histories: Histories, most_steps: int, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """A line a cell, chance dashed, the mark of 95 % dotted; the axis is as long as it may take, and stands still."""
    figure = blank(theme, height=HEIGHT, revision=f"recall {most_steps}")
    for cell, history in histories.items():
        figure.add_scatter(
            x=[done.steps for done in history],
            y=[done.accuracy for done in history],
            name=cell,
            uid=cell,
            hovertemplate="%{y:.0%}",
            **cell_look(cell).drawn(),
        )
    _level(figure, "chance", CHANCE, most_steps, NAIVE, say("chance"))
    _level(figure, "mark", REMEMBERS, most_steps, Look(theme.muted, "dot", width=1.5), "95 %")
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("training steps"), range=[0, most_steps], showgrid=False, tickformat="d"),
        yaxis=axis(theme, say("share told rightly"), range=[0.35, 1.03], tickformat=".0%"),
    )
    return figure


def recall_alt(histories: Histories) -> Sentence:
    """The chart in words: how far each cell is."""
    ends = "; ".join(f"{cell} {_last(history)}" for cell, history in histories.items())
    return Sentence(
        "alt_recall",
        N_(
            "How often each cell tells the first symbol rightly, over the training steps so far; chance is {chance}. "
            "{ends}."
        ),
        {"chance": Percent(CHANCE), "ends": ends},
    )


def _level(figure: go.Figure, uid: str, share: float, most_steps: int, look: Look, name: str) -> None:
    figure.add_scatter(x=[0, most_steps], y=[share] * 2, name=name, uid=uid, hoverinfo="skip", **look.drawn())


def _last(history: Sequence[Practised]) -> str:
    return f"{Percent(history[-1].accuracy)} ({history[-1].steps})" if history else "–"
