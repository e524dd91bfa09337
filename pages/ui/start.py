"""The foot of the form: how long it will take, and Train."""

import os

import streamlit as st

from pages.ui import trainings
from pages.ui.language import _, tell
from pages.ui.words import duration
from rnn_core.errors import RnnLabError
from rnn_core.forecast.estimate import estimate_seconds
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series
from rnn_core.settings import settings


def estimate(series: Series, specs: list[ForecastSpec]) -> None:
    """Say about how long `specs` take, side by side on the workers."""
    if not specs:
        return
    parts = split(specs[0], series)
    each = [estimate_seconds(spec, parts) for spec in specs]
    side_by_side = min(settings().workers, os.cpu_count() or 1)
    st.caption(
        _(
            "{train} training windows, {test} test rows. This takes about {time}.",
            train=parts.train_windows,
            test=parts.test_windows,
            time=duration(max([*each, sum(each) / side_by_side])),
        )
    )


def train_button(series: Series, specs: list[ForecastSpec]) -> None:
    """The one primary button; it cannot be pressed while there is nothing to train."""
    pressed = st.button(
        _("Train"), type="primary", disabled=not specs, width="stretch", icon=":material/play_arrow:", key="train"
    )
    if not pressed:
        return
    try:
        trainings.start(series, specs)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    st.rerun()
