"""Train: choose cells and settings, watch them learn, compare them with the naive line."""

import streamlit as st

from pages.ui import data, front_door, presentation, trainings
from pages.ui.language import _
from pages.ui.training import beginning, form, outcome, start

front_door.enter()
beginning.begin()
st.title(_("Train"))
series = data.chosen() or trainings.series_on_display()
outcome.tell_what_is_gone()
if series is None:
    st.info(_("First choose a series to learn from."), icon=":material/table_view:")
    if st.button(_("Choose a series"), type="primary"):
        st.switch_page("pages/data.py")
else:
    left, right = presentation.two_sides()
    with left:
        data.introduce(series)
        specs = form.specs(series)
        start.estimate(series, specs)
        start.train_button(series, specs)
    with right:
        outcome.show(series, specs)
