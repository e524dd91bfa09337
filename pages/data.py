"""Data: choose a series, see how it was read, and where it is cut into training and test part."""

import streamlit as st

from pages.ui import data, front_door, state
from pages.ui.language import _
from pages.ui.series import choosing, explore, receipt, series_view
from pages.ui.training import form
from rnn_core.series import Source

front_door.enter()
st.title(_("Data"))
choosing.ways()
series = data.chosen()
if series is None:
    st.info(_("Choose a series above: a built-in one works at once."), icon=":material/arrow_upward:")
    if st.button(_("Take a built-in one"), type="primary"):
        state.set_source(Source("builtin", "share"))
        st.rerun()
else:
    st.divider()
    receipt.receipt(series)
    if st.button(_("Train on this"), type="primary", icon=":material/model_training:"):
        st.switch_page("pages/train.py")
    left, right = st.columns([1, 2], gap="large")
    with left:
        form.data_settings(series)
    with right:
        series_view.chart(series)
        explore.explore(series)
