"""What follows from the shapes, in tabs: different lengths, shared weights, other families, reading both ways."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.learn import shapes_both_ways, shapes_families, shapes_padding, shapes_weights
from rnn_core.words import N_

_TABS = {
    N_("Different lengths"): shapes_padding.show,
    N_("Shared weights"): shapes_weights.show,
    N_("RNN, CNN, Transformer"): shapes_families.show,
    N_("Two-directional"): shapes_both_ways.show,
}


@st.fragment(key="shapes_parts")
def show() -> None:
    """The tabs; only the open one is made."""
    tabs = st.tabs([_(title) for title in _TABS], key=widgets.key("shapes_tabs"), on_change="rerun")
    for part, tab in zip(_TABS.values(), tabs, strict=True):
        if tab.open:
            with tab:
                part()
