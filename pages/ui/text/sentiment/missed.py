"""The test texts that were judged wrongly, the surest mistakes first."""

import pandas as pd
import streamlit as st

from pages.ui.language import _, plain, shown
from pages.ui.text.sentiment.looked import Looked
from rnn_core.text.sentiment.findings import right_of
from rnn_core.text.sentiment.result import Judged, Missed
from rnn_core.words import Percent

_AT_FIRST = 10


def show(looked: Looked) -> None:
    """A few of them, or all that are kept."""
    run = looked.run
    if run.lost:
        st.info(_("This network says nothing: its numbers grew beyond all bounds while it learnt."))
        return
    if not run.missed:
        st.info(_("It has missed none of the test texts."))
        return
    wrong = len(run.labels) - right_of(run)
    st.markdown(
        _(
            "{wrong} of {count} test texts are judged wrongly; the surest mistakes come first.",
            wrong=wrong,
            count=len(run.labels),
        )
    )
    few = len(run.missed) <= _AT_FIRST
    whole = few or st.toggle(_("Show more ({count})", count=len(run.missed)), key="sentiment_all_missed")
    rows = [_row(run, one) for one in (run.missed if whole else run.missed[:_AT_FIRST])]
    st.table(pd.DataFrame(rows))


def _row(run: Judged, one: Missed) -> dict[str, str]:
    said = run.probabilities[one.place]
    return {
        _("Text"): plain(one.text),
        _("Real"): plain(run.data.classes[run.labels[one.place]]),
        _("Said"): plain(run.data.classes[said.argmax()]),
        _("How sure"): shown(Percent(float(said.max()))),
    }
