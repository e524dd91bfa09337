"""What came of learning to judge: who is right most often, also of simple judges, and one network to look into."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell
from pages.ui.text.sentiment import confusion, facts, learning, missed, scores, sureness, trial
from pages.ui.text.sentiment.looked import Looked
from rnn_core.engine.text_jobs import SentimentStatus
from rnn_core.text.sentiment.findings import best_of, findings, same_texts
from rnn_core.words import N_

_TABS: dict[str, Callable[[Looked], None]] = {
    N_("Try a sentence"): trial.show,
    N_("Confusion"): confusion.show,
    N_("How sure"): sureness.show,
    N_("Missed"): missed.show,
    N_("How it learnt"): learning.show,
    N_("Facts"): facts.show,
}


def show(statuses: Sequence[SentimentStatus]) -> None:
    """All of it, for trainings that gave a result."""
    looked = Looked([status for status in statuses if status.run is not None])
    best, *more = findings(looked.runs)
    st.markdown(f"#### {tell(best)}")
    for sentence in more:
        st.markdown(tell(sentence))
    if not same_texts(looked.runs):
        st.info(_("These networks were not tested on the same texts, so their scores cannot be compared."))
    scores.show(looked)
    _look_into(looked)


@st.fragment
def _look_into(looked: Looked) -> None:
    """One network in tabs, of which only the open one is made."""
    chosen = replace(looked, place=_choose(looked))
    tabs = st.tabs([_(title) for title in _TABS], key=widgets.key("sentiment_tabs"), on_change="rerun")
    for title, tab in zip(_TABS, tabs, strict=True):
        if tab.open:
            with tab:
                _TABS[title](chosen)


def _choose(looked: Looked) -> int:
    """The place of the network to look into: the best, until somebody wants another."""
    if len(looked.runs) == 1:
        return 0
    best = best_of(looked.runs)
    place = st.segmented_control(
        _("Network to look into"),
        range(len(looked.runs)),
        default=next(place for place, run in enumerate(looked.runs) if run is best),
        format_func=lambda place: looked.names[place].name,
        key=widgets.key("sentiment_network " + " ".join(run.key[:8] for run in looked.runs)),
        required=True,
    )
    return place or 0
