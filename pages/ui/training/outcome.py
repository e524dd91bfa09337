"""The right-hand side of Train: what will be predicted, then the learning, then the results."""

import streamlit as st

from pages.ui import state, trainings
from pages.ui.language import _, tell
from pages.ui.results import results
from pages.ui.training import live
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series

# The code of a trouble that keeps nothing from being kept.
_ABOUT_READING = "not_looked_up"


def tell_what_is_gone() -> None:
    """Say where the address names a run that is not kept, and where those that are shown will not be."""
    if trainings.forgotten():
        words = _("A run in this link was deleted, or is no longer kept.")
        again = _("Press Train to make it again, with the same result.")
        st.info(f"{words} {again}" if state.source() is not None else words)
    if trainings.on_display():
        tell_of_trouble()


def tell_of_trouble() -> None:
    """Say why runs will not last, where that is so."""
    if (problem := trainings.trouble()) is not None:
        words = tell(problem)
        if problem.code != _ABOUT_READING:
            words = _("Runs are not being kept at the moment, so they will be lost when RNN Lab ends.") + " " + words
        st.warning(words, icon=":material/warning:")


def show(series: Series, specs: list[ForecastSpec]) -> None:
    """Whatever there is to see for the runs on display; `series` and `specs` are what the form has now."""
    statuses = trainings.on_display()
    if not statuses:
        if specs:
            words = _("Press Train, and the networks will learn here before your eyes.")
            st.info(words, icon=":material/model_training:")
            live.before(series, specs[0])
    elif trainings.live(statuses):
        live.watch()
    else:
        if specs and trainings.moved_on(series, specs, statuses):
            st.caption(_("The settings have changed since this result was made. Train again with the new ones."))
        results.show(statuses)
