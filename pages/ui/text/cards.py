"""Cards of trainings with text: how far each is, how long it takes, and Stop."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import refused
from pages.ui.language import _, tell
from pages.ui.text import works
from pages.ui.text.naming import name_of
from pages.ui.training.headline import headline, time_told
from rnn_core.engine import State
from rnn_core.engine.status import AnyStatus


def card(status: AnyStatus, *, stoppable: bool) -> None:
    """One training under way: progress in words, time, and a button for whoever may stop it."""
    st.markdown(f"**{name_of(status.job.spec)}**")
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


def problems(kind: str, statuses: Sequence[AnyStatus]) -> None:
    """Why some have no result, in sentences; those that were interrupted can be started again."""
    for status in statuses:
        if status.problem is not None:
            st.warning(f"{name_of(status.job.spec)}: {tell(status.problem)}", icon=":material/warning:")
        elif status.run is None:
            st.info(_("{name} was stopped before it had learnt anything.", name=name_of(status.job.spec)))
    if any(status.state is State.INTERRUPTED for status in statuses):
        st.button(
            _("Start again"),
            type="primary",
            icon=":material/replay:",
            on_click=refused.attempt,
            args=(f"{kind}_again", works.start_again, kind),
        )
    refused.show(f"{kind}_again")
