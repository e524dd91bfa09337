"""Runs: every training is kept here, to be found, compared, opened again and tidied up."""

import streamlit as st

from pages.ui import bundles, front_door, run_compare, run_list
from pages.ui.language import _

front_door.enter()
st.title(_("Runs"))
if run_compare.wanted():
    run_compare.show()
else:
    run_list.show()
    with st.expander(_("Bring back a bundle"), icon=":material/unarchive:"):
        bundles.take_in()
