"""Cards of trainings with text: how far each is, how long it takes, and Stop."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.language import _, tell
from pages.ui.text import works
from pages.ui.training.headline import headline, time_told
from rnn_core.engine import State
from rnn_core.engine.status import AnyStatus


def card(status: AnyStatus, *, stoppable: bool) -> None:
    """One training under way: progress in words, time, and a button for whoever may stop it."""
    st.markdown(f"**{status.job.spec.cell}**")
    st.progress(status.share, text=headline(status))
    if status.seconds:
        st.caption(time_told(status))
    if stoppable:
        st.button(
            _("Stop"),
            key=f"stop_{status.key}",
            on_click=works.stop,
            args=([status.key],),
            disabled=status.state is State.STOPPING,
            icon=":material/stop:",
        )


def problems(statuses: Sequence[AnyStatus]) -> None:
    """Why some have no result, in sentences."""
    for status in statuses:
        if status.problem is not None:
            st.warning(f"{status.job.spec.cell}: {tell(status.problem)}", icon=":material/warning:")
