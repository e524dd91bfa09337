"""Shapes: the kinds of sequences that go in and come out, and what follows from that."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _

front_door.enter()
st.title(_("Shapes"))
