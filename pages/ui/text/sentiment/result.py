"""What came of learning to judge: who is right most often, also of simple judges, and one network to look into."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell
from pages.ui.text.sentiment import confusion, facts, learning, missed, scores, sureness, trial
from pages.ui.text.sentiment.looked import Looked
from rnn_core.engine.text_jobs import SentimentStatus
from rnn_core.text.sentiment.findings import beside_first, best_of, findings
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
    """All of it, for trainings that gave a result; only those that were tested on the same texts can be compared."""
    ended = [status for status in statuses if status.run is not None]
    looked = _beside_first(ended)
    if len(looked.runs) < len(ended):
        st.info(
            _(
                "The other runs of this link learnt from other texts or were tested on others, so they cannot be "
                "compared with the first."
            )
        )
    best, *more = findings(looked.runs)
    st.markdown(f"#### {tell(best)}")
    for sentence in more:
        st.markdown(tell(sentence))
    scores.show(looked)
    _look_into(looked)


def _beside_first(ended: Sequence[SentimentStatus]) -> Looked:
    keys = {run.key for run in beside_first([status.run for status in ended if status.run is not None])}
    return Looked([status for status in ended if status.run is not None and status.run.key in keys])


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
