"""For a class: a link that brings data and settings, fixes or hides controls, starts by itself; with a QR code."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.teach import teaching

front_door.enter()
st.title(_("For a class"))
st.markdown(
    _(
        "Make a link that opens RNN Lab for everybody in the room just as you want it: with data and settings, with "
        "only those controls that matter today, and with a training that starts by itself."
    )
)
left, right = st.columns([1, 1], gap="large")
with left:
    wanted = teaching.choose()
with right:
    teaching.show(wanted)
