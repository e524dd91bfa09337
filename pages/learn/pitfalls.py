"""When it goes wrong: five mistakes that make a forecast look good, live on a series, beside the honest score."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn import pitfall_questions, pitfall_series, pitfalls

front_door.enter()
st.title(_("When it goes wrong"))
st.markdown(
    _(
        "Five mistakes that make a forecast look far better than it is. Each one is made here on purpose, on a real "
        "split of your series, beside the same work done honestly."
    )
)
shown = pitfall_series.shown()
if shown is not None:
    pitfalls.show(shown)
st.divider()
pitfall_questions.ask()
