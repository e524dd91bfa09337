"""The one handle on the training engine that all visitors share."""

import streamlit as st

from rnn_core.engine import Engine


@st.cache_resource(show_spinner=False, validate=Engine.is_alive, on_release=Engine.close)
def engine() -> Engine:
    """The engine; the first call starts it in the background and returns at once."""
    return Engine()
