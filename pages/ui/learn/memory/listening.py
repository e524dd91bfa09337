"""Which rows of the window one of the visitor's own networks listens to, over the dates of its test part."""

import streamlit as st

from pages.ui.language import _, tell
from pages.ui.learn import own_run
from pages.ui.results import inside_saliency
from pages.ui.results.inside import look
from rnn_core.errors import RnnLabError
from rnn_core.forecast.run import Run
from rnn_core.series import Series


@st.fragment(key="memory_listening")
def show() -> None:
    """One finished run, by the visitor's choice; what to do where there is none."""
    st.markdown("#### " + _("Which days does your own network listen to?"))
    st.markdown(
        _(
            "The same way back through time, through a network that you have trained: how far its prediction moves "
            "when one row of its window does. What it has not learnt to remember moves nothing."
        )
    )
    words = _("You have no finished training yet. Train a network, and come back to see how far back it looks.")
    chosen = own_run.choose("memory", words)
    if chosen is not None:
        _listen(*chosen)


def _listen(run: Run, series: Series) -> None:
    try:
        with st.spinner(_("Going over the test part once more …")):
            looked = look(run.key, run.predicted, run, series)
    except RnnLabError as refusal:
        st.info(tell(refusal), icon=":material/info:")
        return
    inside_saliency.show(run, looked)
