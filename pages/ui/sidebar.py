"""The sidebar below the list of pages: the chosen series, what is running now, and the language."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import data, state
from pages.ui.language import _
from pages.ui.teach.lesson import Lesson


def show() -> DeltaGenerator:
    """Draw it, but for what is running now: that goes to the place given back, once the page may have begun more."""
    with st.sidebar:
        series = data.quietly_chosen()
        if series is not None:
            st.caption(f"**{data.name_of(series)}** · {data.origin_of(series)}")
        place = st.container()
        _lesson()
        _language()
    return place


def _lesson() -> None:
    """Large type, and the way out of a lesson."""
    lesson = state.lesson()
    if lesson.closed:
        st.caption(_("This is a lesson: some settings are fixed or hidden."))
        st.button(_("Leave the lesson"), on_click=state.set_lesson, args=(Lesson(large=lesson.large),))
    large = st.toggle(_("Large type"), value=lesson.large, key="large_type")
    if large != lesson.large:
        state.set_lesson(replace(lesson, large=large))
        st.rerun()


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
