"""Inside the cell: SimpleRNN, LSTM and GRU side by side, step by step, with all their numbers."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn import cell_counting, cell_formulas, cell_own, cell_stage
from pages.ui.learn.questions import ask
from rnn_core.lessons.cell import QUESTIONS

front_door.enter()
st.title(_("Inside the cell"))
st.markdown(
    _(
        "A recurrent cell reads one value after the other and hands its state on to the next step. Here are three of "
        "them with two units each, reading the same sequence. Gold is above 0, violet below."
    )
)
cell_stage.show()
cell_formulas.show()
st.divider()
cell_own.show()
st.divider()
cell_counting.show()
ask(QUESTIONS)
