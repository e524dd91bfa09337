"""Two questions at the end of the page, each with its answer a click away."""

import streamlit as st

from pages.ui.language import _
from rnn_core.words import N_

_QUESTIONS = (
    (
        N_("A report says that its network beats “tomorrow = today” by 60 %. What do you ask first?"),
        N_(
            "Whether it was split in time, before anything was scaled or shuffled. Whether every input was known when "
            "the forecast had to be made. And whether the naive line looked exactly as many steps ahead. If all three "
            "are so, ask for the same network on other years."
        ),
    ),
    (
        N_("Why can R² be 0.97 for a forecast that foretells nothing?"),
        N_(
            "R² compares with somebody who always says the mean of all test values, as if nobody knew yesterday's. A "
            "price is nearly always nearer to yesterday's than to that mean, so repeating looks splendid. Theil's U "
            "compares with repeating itself, and gives it exactly 1."
        ),
    ),
)


def ask() -> None:
    """Show the questions; a click on one opens its answer."""
    st.markdown("#### " + _("Two questions"))
    for question, answer in _QUESTIONS:
        with st.expander(_(question)):
            st.markdown(_(answer))
