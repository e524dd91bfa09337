"""What follows from the shapes, in tabs: different lengths, shared weights, other families, reading both ways."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.learn.shapes import both_ways, families, padding, weights
from rnn_core.words import N_

_TABS = {
    N_("Different lengths"): padding.show,
    N_("Shared weights"): weights.show,
    N_("RNN, CNN, Transformer"): families.show,
    N_("Two-directional"): both_ways.show,
}


@st.fragment(key="shapes_parts")
def show() -> None:
    """The tabs; only the open one is made."""
    tabs = st.tabs([_(title) for title in _TABS], key=widgets.key("shapes_tabs"), on_change="rerun")
    for part, tab in zip(_TABS.values(), tabs, strict=True):
        if tab.open:
            with tab:
                part()
