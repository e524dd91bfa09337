"""Runs: every training is kept here, to be found, compared, opened again and tidied up."""

import streamlit as st

from pages.ui import bundles, front_door, outcome, run_compare, run_list, strangers
from pages.ui.language import _
from pages.ui.store import told

front_door.enter()
st.title(_("Runs"))
outcome.tell_of_trouble()
with told():
    if run_compare.wanted():
        run_compare.show()
    else:
        run_list.show()
        with st.expander(_("Bring back a bundle"), icon=":material/unarchive:"):
            bundles.take_in()
        with st.expander(_("On a shared computer"), icon=":material/person_off:"):
            strangers.leave()
