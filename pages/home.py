"""Home: what this is, and experiments that start with one click."""

import streamlit as st

from pages.ui import front_door, tour
from pages.ui.language import _
from pages.ui.training import cards

front_door.enter()
st.title("RNN Lab")
st.markdown(
    _(
        "Watch recurrent networks learn from a series of numbers, and see honestly whether they predict it better than "
        "“tomorrow = today”."
    )
)
with st.container(horizontal=True, vertical_alignment="center"):
    if st.button(_("Show me around"), icon=":material/tour:"):
        tour.begin()
    st.caption(_("Five steps, a few minutes; you can leave at any time."))
st.subheader(_("Start with one click"))
cards.recipes()

st.subheader(_("Networks that read and write"))
with st.container(horizontal=True):
    if st.button(_("Let a network write"), icon=":material/edit_note:"):
        st.switch_page("pages/text/write.py")
    if st.button(_("Let a network judge reviews"), icon=":material/sentiment_satisfied:"):
        st.switch_page("pages/text/sentiment.py")
    if st.button(_("Let a network rewrite dates"), icon=":material/translate:"):
        st.switch_page("pages/text/rewrite.py")

st.subheader(_("Or bring your own"))
with st.container(horizontal=True):
    if st.button(_("Use my own data"), icon=":material/upload_file:"):
        st.switch_page("pages/data.py")
    if st.button(_("Choose cells and settings"), icon=":material/tune:"):
        st.switch_page("pages/train.py")
    if st.button(_("Learn how it works"), icon=":material/school:"):
        st.switch_page("pages/learn/cell.py")
st.caption(_("For learning and exploring only: nothing here is financial advice."))
