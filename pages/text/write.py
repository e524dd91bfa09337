"""Write: a network reads a text letter by letter, and then writes on by itself."""

import streamlit as st

from pages.ui import front_door, presentation
from pages.ui.language import _
from pages.ui.text import works
from pages.ui.text.display import Display
from pages.ui.text.write import form, learning, result, source

front_door.enter()
st.title(_("Write"))
st.markdown(
    _(
        "A network reads a text letter by letter and learns to say which comes next. Then it writes by itself: letter "
        "after letter, each drawn from what it believes."
    )
)
works.adopt("write")
left, right = presentation.two_sides()
with left:
    jobs = form.jobs(source.choose())
with right:
    Display(
        "write",
        invitation=_("Press “Train”: what the network writes appears here while it learns."),
        icon=":material/edit_note:",
        each=learning.each,
        together=learning.bits,
        result=result.show,
    ).show(jobs)
