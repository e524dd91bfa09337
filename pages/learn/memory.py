"""Memory: back-propagation through time made visible, and a task that shows who can remember."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn.memory import activations, clipping, fading, formulas, listening, recall
from pages.ui.learn.questions import ask
from rnn_core.lessons.memory.questions import QUESTIONS

front_door.enter()
st.title(_("Memory"))
st.markdown(
    _(
        "A recurrent network learns by sending a gradient back through every step that it has read "
        "(back-propagation through time). Each step multiplies it by a factor. Below 1, little arrives from long ago "
        "(it vanishes); above 1, too much (it explodes). What does not arrive cannot be learnt."
    )
)
fading.show()
formulas.notice()
formulas.show()
st.divider()
activations.show()
st.divider()
clipping.show()
st.divider()
recall.show()
st.divider()
listening.show()
ask(QUESTIONS)
