"""The way in for those who open a page's own address before anybody has been at the front door.

Until app.py has run for the first time in a server's life, Streamlit takes the pages folder for its older kind of
multipage app, which opens a page without app.py (streamlit/runtime/scriptrunner/script_runner.py, `_mpa_v1`).
"""

import runpy

import streamlit as st

from pages.ui import state
from rnn_core.settings import PROJECT_FOLDER


def enter() -> None:
    """Go through app.py if this run of the page has not; every page begins with this."""
    if not state.started():
        runpy.run_path(str(PROJECT_FOLDER / "app.py"))
        st.stop()
