"""Best practice as things to do: each is ticked once its failure was seen and cured, for as long as the visit lasts."""

import streamlit as st

from pages.ui.language import _
from pages.ui.learn.failures import runs
from rnn_core.forecast.failures import FAILURES


def show() -> None:
    """The list, and how far one is with it."""
    cured = runs.cured()
    with st.container(border=True):
        st.markdown("**" + _("What to try first when training goes wrong") + "**")
        st.progress(
            len(cured) / len(FAILURES), text=_("{done} of {count} seen and cured", done=len(cured), count=len(FAILURES))
        )
        for name, failure in FAILURES.items():
            box = ":material/check_box:" if name in cured else ":material/check_box_outline_blank:"
            st.markdown(f"{box} {_(failure.words.done)}")
        st.caption(_("A box is ticked when you have made the training fail and its cure has helped on the test rows."))
