"""Shapes: the kinds of sequences that go in and come out, and what follows from that."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn import questions
from pages.ui.learn.shapes import kinds, parts
from rnn_core.lessons.shapes import QUESTIONS

front_door.enter()
st.title(_("Shapes"))
st.markdown(
    _(
        "A recurrent network reads one thing after the other, so it may read one or many, and say one or many. Each "
        "of these five is really at work here, with weights set by hand: change what goes in."
    )
)
kinds.show()
st.divider()
parts.show()
questions.ask(QUESTIONS)
