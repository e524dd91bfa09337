"""The one handle on the training engine that all visitors share."""

import streamlit as st

from rnn_core.engine import Engine


@st.cache_resource(show_spinner=False, validate=lambda held: held.is_alive(), on_release=lambda held: held.close())
def engine() -> Engine:
    """The engine; the first call starts it in the background and returns at once."""
    return Engine()
