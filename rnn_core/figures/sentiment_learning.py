"""Judges of texts as they learn: right answers, and losses, after each epoch. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.numbers import NONE, short
from rnn_core.figures.progress_chart import Progress, Score, progress_figure
from rnn_core.figures.theme import LIGHT, Look, Say, Theme
from rnn_core.learning.events import EpochDone
from rnn_core.words import N_, Sentence

_LINE = 19  # pixels that a name takes in the legend


@dataclass(frozen=True)
class Learning:
    """One network, called `name`, and the epochs that it has done."""

    name: str
    look: Look
    history: tuple[EpochDone, ...]


def accuracy_figure(
    learning: Sequence[Learning],
    epochs: int,
    levels: Mapping[str, float],
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """The share of validation texts judged rightly, a line a network; `levels` are what simple judges get."""
    lines = [Progress(one.name, one.look, tuple(done.measure for done in one.history)) for one in learning]
    score = Score(say("validation texts judged rightly"), shares=True)
    return _roomy(progress_figure(lines, epochs, levels, score, theme=theme, say=say))


def accuracy_alt(learning: Sequence[Learning]) -> Sentence:
    """The chart in words: how far each network is."""
    ends = "; ".join(f"{one.name} {_last(one.history)}" for one in learning)
    return Sentence(
        "alt_sentiment_accuracy",
        N_("The share of validation texts judged rightly, after each epoch. So far: {ends}."),
        {"ends": ends},
    )


def losses_figure(learning: Sequence[Learning], epochs: int, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The loss of what is learnt from, a line a network, and dotted that of the validation texts."""
    lines = []
    for one in learning:
        lines.append(Progress(one.name, one.look, tuple(_number(done.loss) for done in one.history)))
        checks = tuple(_number(done.validation_loss) for done in one.history)
        if any(value is not None for value in checks):
            name = say("{line}, validation").format(line=one.name)
            lines.append(Progress(name, one.look.validation(), checks))
    return _roomy(progress_figure(lines, epochs, {}, Score(say("loss (cross-entropy)")), theme=theme, say=say))


def losses_alt(learning: Sequence[Learning]) -> Sentence:
    """The losses in words: from where to where."""
    ways = "; ".join(f"{one.name} {_way(one.history)}" for one in learning)
    return Sentence(
        "alt_sentiment_losses", N_("Loss of what is learnt from, from the first epoch on: {ways}."), {"ways": ways}
    )


def _roomy(figure: go.Figure) -> go.Figure:
    """`figure` with a line more of height for each name beyond two: on a phone each takes a line of its own."""
    figure.layout.height += _LINE * max(0, len(figure.data) - 2)
    return figure


def _last(history: Sequence[EpochDone]) -> str:
    measure = history[-1].measure if history else None
    return NONE if measure is None else f"{measure:.0%}"


def _way(history: Sequence[EpochDone]) -> str:
    return " → ".join(short(one.loss) for one in (history[0], history[-1])) if history else NONE


def _number(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
