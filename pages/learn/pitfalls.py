"""When it goes wrong: trainings that fail, beside their cures; and forecasts that look good and are not."""

import streamlit as st

from pages.ui import front_door
from pages.ui.language import _
from pages.ui.learn import questions
from pages.ui.learn.failures import descent, failures
from pages.ui.learn.pitfalls import pitfalls, series, sides
from rnn_core.lessons.pitfalls.questions import QUESTIONS

front_door.enter()
st.title(_("When it goes wrong"))
if sides.choose() == sides.TRAINING:
    st.markdown(
        _(
            "A training that fails betrays itself in its loss curve. Make each of these fail on purpose, learn what "
            "its curve looks like, and try the cure."
        )
    )
    descent.show()
    st.divider()
    failures.show()
else:
    st.markdown(
        _(
            "Five mistakes that make a forecast look far better than it is. Each one is made here on purpose, on a "
            "real split of your series, beside the same work done honestly."
        )
    )
    shown = series.shown()
    if shown is not None:
        pitfalls.show(shown)
questions.ask(QUESTIONS)
