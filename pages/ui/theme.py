"""Which colours the page has at the moment."""

import streamlit as st

from rnn_core.figures.theme import DARK, LIGHT, Theme


def theme() -> Theme:
    """The neutral colours for charts: those of the page, light until the browser has told."""
    return DARK if st.context.theme.type == "dark" else LIGHT
