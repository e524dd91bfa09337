"""Rewrite: an encoder reads a text, a decoder writes another one, with and without attention."""

import streamlit as st

from pages.ui import front_door, presentation
from pages.ui.language import _
from pages.ui.text import works
from pages.ui.text.display import Display
from pages.ui.text.rewrite import form, learning, result

front_door.enter()
st.title(_("Rewrite"))
st.markdown(
    _(
        "One network reads a text to its end (the encoder), another writes a text of its own (the decoder). With "
        "attention the decoder may look back at every letter; without it, it has one memory of them all."
    )
)
works.adopt("rewrite")
left, right = presentation.two_sides()
with left:
    jobs = form.jobs()
with right:
    Display(
        "rewrite",
        invitation=_("Press “Train”: what the networks answer appears here while they learn."),
        icon=":material/translate:",
        each=learning.each,
        together=learning.together,
        result=result.show,
    ).show(jobs)
