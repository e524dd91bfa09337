"""The one handle on the training engine that all visitors share."""

import streamlit as st

import rnn_core.engine
from pages.ui.store import store


@st.cache_resource(show_spinner=False, validate=lambda held: held.is_alive(), on_release=lambda held: held.close())
def engine() -> "rnn_core.engine.Engine":
    """The engine; the first call starts it in the background and returns at once."""
    return rnn_core.engine.Engine(store=store())
