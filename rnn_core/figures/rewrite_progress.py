"""Encoders and decoders as they learn: the share of questions answered without a mistake after each epoch. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.progress_chart import Progress, Score, progress_figure
from rnn_core.figures.rewrite_look import rewriter_look
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.learning.events import EpochDone
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.words import N_, Sentence


@dataclass(frozen=True)
class Learning:
    """A network called `name`, and the epochs that it has been through."""

    name: str
    spec: RewriteSpec
    history: Sequence[EpochDone]


def rewrite_figure(
    learnings: Sequence[Learning], levels: Mapping[str, float], *, theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """A line a network over its epochs; shares of simple methods, by their names, as level lines."""
    lines = [
        Progress(one.name, rewriter_look(one.spec), tuple(done.measure for done in one.history)) for one in learnings
    ]
    epochs = max(one.spec.epochs for one in learnings)
    score = Score(say("answered without a mistake"), shares=True)
    return progress_figure(lines, epochs, levels, score, theme=theme, say=say)


def rewrite_alt(learnings: Sequence[Learning]) -> Sentence:
    """The chart in words: how far each network is."""
    ends = "; ".join(f"{one.name} {_last(one.history)}" for one in learnings)
    return Sentence(
        "alt_rewrite",
        N_("Share of questions answered without a mistake after each epoch. So far: {ends}."),
        {"ends": ends},
    )


def _last(history: Sequence[EpochDone]) -> str:
    share = history[-1].measure if history else None
    return "–" if share is None else f"{share:.0%}"
