"""Learning to rewrite, as one watches it: what is answered at this moment, and how much of it is right."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from pages.ui.text.naming import names_of
from pages.ui.text.rewrite.shares import percent, sign
from rnn_core.engine.text_jobs import RewriteStatus
from rnn_core.figures.rewrite_progress import Learning, rewrite_alt, rewrite_figure
from rnn_core.figures.theme import PAGE
from rnn_core.text.rewrite.spec import RewriteSpec


def each(status: RewriteStatus) -> None:
    """How many questions one answers without a mistake by now, and what it says to a few."""
    share = status.history[-1].measure if status.history else None
    if share is not None:
        st.caption(_("{share} of new questions answered without a mistake", share=percent(share)))
    if status.sample is not None:
        st.text(marked(status.job.spec, status.sample.text))
    else:
        st.caption(_("It has not answered anything yet."))


def together(statuses: Sequence[RewriteStatus]) -> None:
    """The share of right answers after each epoch, of all that are under way."""
    specs = [status.job.spec for status in statuses]
    found = zip(names_of(specs), specs, statuses, strict=True)
    progress([Learning(name, spec, status.history) for name, spec, status in found], {})


def progress(learnings: Sequence[Learning], levels: Mapping[str, float]) -> None:
    """The chart of it, once there is something to draw; `levels` are shares of simple methods."""
    if any(one.history for one in learnings):
        figure = rewrite_figure(learnings, levels, theme=PAGE, say=_)
        chart(figure, key="rewrite_progress", alt=tell_plainly(rewrite_alt(learnings)))


def marked(spec: RewriteSpec, lines: str) -> str:
    """`lines` of questions and answers, each with a sign that says whether it is right."""
    return "\n".join(f"{sign(_is_right(spec, line))} {line}" for line in lines.splitlines())


def _is_right(spec: RewriteSpec, line: str) -> bool:
    question, _arrow, said = line.partition(" → ")
    return spec.what.answer(question) == said
