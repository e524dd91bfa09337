"""Sentiment: a network reads a text word by word and says which of several labels it has."""

import streamlit as st

from pages.ui import front_door, presentation
from pages.ui.language import _
from pages.ui.text import works
from pages.ui.text.display import Display
from pages.ui.text.sentiment import form, learning, result, source

front_door.enter()
st.title(_("Sentiment"))
st.markdown(
    _(
        "A network reads a text word by word and says at the end which label it has: praise or blame, or whatever your "
        "own texts are called."
    )
)
works.adopt("sentiment")
left, right = presentation.two_sides()
with left:
    jobs = form.jobs(source.choose())
with right:
    Display(
        "sentiment",
        invitation=_("Press “Train”: here you see how many texts the network judges rightly while it learns."),
        icon=":material/sentiment_satisfied:",
        each=learning.each,
        together=learning.together,
        result=result.show,
    ).show(jobs)
