"""Write: a network reads a text letter by letter, and then writes on by itself."""

import streamlit as st

from pages.ui import front_door, presentation
from pages.ui.language import _
from pages.ui.text import works
from pages.ui.text.write import form, result, source, watch

front_door.enter()
st.title(_("Write"))
st.markdown(
    _(
        "A network reads a text letter by letter and learns to say which comes next. Then it writes by itself: letter "
        "after letter, each drawn from what it believes."
    )
)
left, right = presentation.two_sides()
with left:
    passage = source.choose()
    form.train_button(passage, form.specs())
with right:
    statuses = works.on_display("write")
    if works.forgotten("write"):
        st.info(_("A run that this address names is no longer kept."), icon=":material/info:")
    if works.live(statuses):
        watch.watch()
    elif statuses:
        result.show(statuses)
    else:
        st.info(_("Press “Train”: what the network writes appears here while it learns."), icon=":material/edit_note:")
