"""Train: choose cells and settings, watch them learn, compare them with the naive line."""

import streamlit as st

from pages.ui import data, form, front_door, live, results, start, trainings
from pages.ui.language import _

front_door.enter()
st.title(_("Train"))
series = data.chosen()
if series is None:
    st.info(_("First choose a series to learn from."), icon=":material/table_view:")
    if st.button(_("Choose a series"), type="primary"):
        st.switch_page("pages/data.py")
    st.stop()

left, right = st.columns([1, 2], gap="large")
with left:
    st.markdown(f"**{data.name_of(series)}** · {data.origin_of(series)}")
    st.caption(data.size_of(series))
    specs = form.specs(series)
    start.estimate(series, specs)
    start.train_button(series, specs)

with right:
    statuses = trainings.on_display()
    if trainings.forgotten():
        st.info(_("A run in this link is no longer kept. Press Train to make it again, with the same result."))
    if not statuses:
        st.info(_("Press Train, and the networks will learn here before your eyes."), icon=":material/model_training:")
        if specs:
            live.before(series, specs[0])
    elif trainings.live(statuses):
        live.watch()
    else:
        if specs and trainings.moved_on(series, specs, statuses):
            st.caption(_("The settings have changed since this result was made. Train again with the new ones."))
        results.show(statuses)
