"""What a link begins by itself: a recipe, or the settings that it brings; once, when it is opened."""

import streamlit as st

from pages.ui import data, state, trainings
from pages.ui.language import _, tell
from pages.ui.training import repeats
from rnn_core.errors import RnnLabError
from rnn_core.forecast.recipes import RECIPES
from rnn_core.forecast.spec import ForecastSpec

SETTINGS = "now"
"""Stands in a link that begins the settings which it brings, and no recipe."""


def begin() -> None:
    """Start what the link asks for; a link that shows runs already begins nothing."""
    wanted = state.take_beginning()
    if not wanted or state.runs():
        return
    try:
        with st.spinner(_("Loading the data")):
            _start(wanted)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")


def _start(wanted: str) -> None:
    if wanted in RECIPES:
        trainings.start_recipe(RECIPES[wanted])
    elif wanted == SETTINGS and (source := state.source()) is not None:
        specs = [ForecastSpec.make(**{**state.settings(), "cell": cell}) for cell in state.cells()]
        trainings.start(data.load(source), repeats.repeated(specs, state.repeats()))
