"""What came of learning to write: who foresees best, against counting; the film; and a pen of one's own."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.language import _, number, tell
from pages.ui.learn.notice import notice
from pages.ui.text.write import learning, pen
from rnn_core.engine.text_jobs import WriteStatus
from rnn_core.text.write.baselines import COMPARED_ORDER
from rnn_core.text.write.findings import findings
from rnn_core.text.write.result import Written


def show(statuses: Sequence[WriteStatus]) -> None:
    """All of it, for trainings that gave a result."""
    runs = [status.run for status in statuses if status.run is not None]
    best, *more = findings(runs)
    st.markdown(f"#### {tell(best)}")
    for sentence in more:
        st.markdown(tell(sentence))
    pen.show(runs)
    scores, film = st.tabs([_("Scores"), _("How it learnt")])
    with scores:
        _scores(runs, statuses)
    with film:
        _film(runs)


def _scores(runs: Sequence[Written], statuses: Sequence[WriteStatus]) -> None:
    rows = {run.spec.cell: (run.held_out_bits, run.perplexity) for run in runs}
    counted = {_counted_name(one.order): (one.bits, one.perplexity) for one in runs[0].baselines}
    table = pd.DataFrame(
        {name: [number(value) for value in values] for name, values in (rows | counted).items()},
        index=[_("Bits per character"), _("Perplexity")],
    ).T
    st.table(table)
    st.caption(
        _(
            "Scored on the last {share} of the text, which nobody has learnt from: {count} characters.",
            share=f"{runs[0].spec.kept_back:.0%}",
            count=runs[0].held_out,
        )
    )
    best = min(runs[0].baselines, key=lambda one: one.bits).order
    shown = {_counted_name(one.order): one.bits for one in runs[0].baselines if one.order in (0, COMPARED_ORDER, best)}
    learning.bits(statuses, shown)
    notice(
        _(
            "A bit is a question answered by yes or no. Who knows only how frequent each letter is asks about four "
            "for a letter of English; who knows the last few letters asks fewer."
        ),
        _("Perplexity says the same: among how many equally likely characters one would hesitate as much."),
    )


def _counted_name(order: int) -> str:
    return _("Letter frequencies") if order == 0 else _("Counting, context of {order}", order=order)


@st.fragment
def _film(runs: Sequence[Written]) -> None:
    """What each wrote at a moment of its training, by a slider."""
    longest = max(len(run.samples) for run in runs)
    if longest < 2:
        st.caption(_("The training was too short for a film."))
        return
    place = st.slider(_("Moment of the training"), 1, longest, longest, key="write_film")
    for column, run in zip(st.columns(len(runs)), runs, strict=True):
        if not run.samples:
            continue
        sample = run.samples[min(place, len(run.samples)) - 1]
        with column:
            st.markdown(f"**{run.spec.cell}** · {sample.share:.0%}")
            st.text(sample.text)
    with st.expander(_("What a table of counts writes")):
        st.text(runs[0].counted_sample)
