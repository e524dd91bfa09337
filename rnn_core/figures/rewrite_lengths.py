"""Longer and longer: the share of questions answered without a mistake, over how long they are. Pure."""

import math
from collections.abc import Mapping

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.rewrite_look import rewriter_look
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.words import N_, Sentence

HEIGHT = 360

Runs = Mapping[str, Rewritten]
"""Trainings by what their networks are called; each has marks by length."""


def lengths_figure(runs: Runs, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """A line a network; where questions are longer than any that were learnt from, a dotted line stands before them."""
    figure = blank(theme, height=HEIGHT, revision="rewrite lengths")
    of = say("{share} of {count} questions").format(share="%{y:.0%}", count="%{customdata}")
    for name, run in runs.items():
        figure.add_scatter(
            x=[one.length for one in run.by_length],
            y=[one.marks.exact for one in run.by_length],
            customdata=[one.marks.count for one in run.by_length],
            name=name,
            uid=name,
            hovertemplate=of,
            **rewriter_look(run.spec).drawn(),
        )
    if end := longest_learnt(runs):
        line = {"color": theme.muted, "width": 1.5, "dash": "dot"}
        words = {"text": say("learnt up to here"), "xanchor": "right", "y": 0.5}
        figure.add_vline(x=end + 0.5, line=line, annotation=words)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("letters in the question"), showgrid=False, tickformat="d", nticks=8),
        yaxis=axis(theme, say("answered without a mistake"), range=[0, 1.03], tickformat=".0%"),
    )
    return figure


def longest_learnt(runs: Runs) -> int | None:
    """How many letters the longest questions had that were learnt from; None where no longer ones were tried."""
    tried = [one for run in runs.values() for one in run.by_length]
    if all(one.learnt for one in tried):
        return None
    return max((one.length for one in tried if one.learnt), default=0)


def lengths_alt(runs: Runs) -> Sentence:
    """The chart in words: each network at the shortest length, in the middle and at the longest."""
    told = "; ".join(f"{name} {_told(run)}" for name, run in runs.items())
    return Sentence(
        "alt_rewrite_lengths",
        N_("Share of questions answered without a mistake, by the number of their letters: {told}."),
        {"told": told},
    )


def _told(run: Rewritten) -> str:
    places = sorted({0, len(run.by_length) // 2, len(run.by_length) - 1})
    found = [run.by_length[place] for place in places if run.by_length]
    return ", ".join(f"{one.length}: {_percent(one.marks.exact)}" for one in found)


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{share:.0%}"
