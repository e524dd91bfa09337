"""Memory: back-propagation through time made visible, and a task that shows who can remember."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _

front_door.enter()
st.title(_("Memory"))
