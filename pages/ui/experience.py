"""What past trainings on this machine say of coming ones, for all visitors."""

from functools import partial

import streamlit as st

from pages.ui.store import store
from rnn_core.forecast.costs.experience import Experience
from rnn_core.forecast.costs.learning import Learning
from rnn_core.forecast.costs.speed import workplace
from rnn_core.settings import settings


def experience() -> Experience:
    """What is known at the moment. Never waits: what is new is learnt meanwhile."""
    return learning().experience(store().finished)


@st.cache_resource(show_spinner=False)
def learning() -> Learning:
    """Learning for this server: a thread reads the store when there is something new."""
    return Learning(partial(store().timings, workplace()), settings().workers)
