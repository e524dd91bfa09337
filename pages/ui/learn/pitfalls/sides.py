"""The two ways in which it goes wrong, one of which the page shows: a training fails, or a score flatters."""

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from rnn_core.words import N_

TRAINING, SCORE = "training", "score"

_TITLES = {TRAINING: N_("The training fails"), SCORE: N_("The score flatters")}


def choose() -> str:
    """The side that a person wants to see; it is kept for the visit."""
    side = st.segmented_control(
        _("What goes wrong?"),
        list(_TITLES),
        format_func=lambda side: _(_TITLES[side]),
        default=state.kept("wrong_side", TRAINING),
        key=widgets.key("wrong_side"),
        required=True,
    )
    state.keep("wrong_side", side)
    return str(side)
