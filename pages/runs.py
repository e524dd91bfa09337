"""Runs: every training is kept here, to be found, compared, opened again and tidied up."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.runs import bundles, compare, listing, strangers
from pages.ui.store import told
from pages.ui.training import outcome

front_door.enter()
st.title(_("Runs"))
outcome.tell_of_trouble()
with told():
    if compare.wanted():
        compare.show()
    else:
        listing.show()
        with st.expander(_("Bring back a bundle"), icon=":material/unarchive:"):
            bundles.take_in()
        with st.expander(_("On a shared computer"), icon=":material/person_off:"):
            strangers.leave()
