"""The foot of the form: how long it will take, and Train."""

import os

import streamlit as st

from pages.ui import trainings
from pages.ui.experience import experience
from pages.ui.language import _, tell, tell_all
from pages.ui.words import duration
from rnn_core.errors import RnnLabError
from rnn_core.forecast.costs.estimate import estimate_each, together_seconds
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts, split
from rnn_core.series import Series
from rnn_core.settings import settings
from rnn_core.words import N_, Sentence


def estimate(series: Series, specs: list[ForecastSpec]) -> None:
    """Say about how long `specs` take, side by side on the workers."""
    if not specs:
        return
    parts = split(specs[0], series)
    workers = min(settings().workers, os.cpu_count() or 1)
    each = estimate_each(specs, parts, experience(), workers=workers)
    st.caption(tell_all([_counted(parts), _time(specs, together_seconds(each, workers))]))


def _counted(parts: Parts) -> Sentence:
    """What there is to learn from, to watch and to be tested on."""
    values = {"train": parts.fit_windows, "kept": parts.validation_windows, "test": parts.test_windows}
    if parts.validation_windows:
        words = N_("{train} training windows, {kept} more kept back for validation, {test} test rows.")
        return Sentence("counted_with_validation", words, values)
    return Sentence("counted", N_("{train} training windows, {test} test rows."), values)


def _time(specs: list[ForecastSpec], seconds: float) -> Sentence:
    """How long all `specs` take together; early stopping may end some of them sooner."""
    values = {"count": len(specs), "time": duration(seconds)}
    repeated = len({spec.seed for spec in specs}) > 1
    if specs[0].patience > 0 and repeated:
        return Sentence("all_at_most", N_("All {count} trainings take at most about {time}."), values)
    if specs[0].patience > 0:
        return Sentence("at_most", N_("This takes at most about {time}."), values)
    if repeated:
        return Sentence("all_about", N_("All {count} trainings take about {time}."), values)
    return Sentence("about", N_("This takes about {time}."), values)


def train_button(series: Series, specs: list[ForecastSpec]) -> None:
    """The one primary button; it cannot be pressed while there is nothing to train."""
    pressed = st.button(
        _("Train"), type="primary", disabled=not specs, width="stretch", icon=":material/play_arrow:", key="train"
    )
    if not pressed:
        return
    try:
        anew = trainings.start(series, specs)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    if not trainings.live(trainings.on_display()):
        st.toast(_("This had been trained before, so the result is here at once."), icon=":material/history:")
    if anew:
        st.rerun()
