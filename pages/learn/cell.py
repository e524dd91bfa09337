"""Inside the cell: SimpleRNN, LSTM and GRU side by side, step by step, with all their numbers."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _

front_door.enter()
st.title(_("Inside the cell"))
