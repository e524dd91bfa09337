"""Inside the cell: SimpleRNN, LSTM and GRU side by side, step by step, with all their numbers."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn.cell import cells, counting, formulas, own
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
cells.show()
formulas.show()
st.divider()
own.show()
st.divider()
counting.show()
ask(QUESTIONS)
