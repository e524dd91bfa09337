"""The sidebar below the list of pages: the chosen series, what is running now, and the language."""

import streamlit as st

from pages.ui import data, live, state
from pages.ui.language import _


def show() -> None:
    """Draw it."""
    with st.sidebar:
        series = data.quietly_chosen()
        if series is not None:
            st.caption(f"**{data.name_of(series)}** · {data.origin_of(series)}")
        live.running_now()
        _language()


def _language() -> None:
    names = state.LANGUAGES
    chosen = st.segmented_control(
        _("Language"),
        list(names),
        format_func=names.__getitem__,
        default=state.language(),
        key="language_switch",
        label_visibility="hidden",
        required=True,
    )
    if chosen != state.language():
        state.set_language(chosen)
        st.rerun()
