"""The foot of the form: how long it will take, and Train."""

import os

import streamlit as st

from pages.ui.language import _
from pages.ui.words import duration
from rnn_core.forecast.estimate import estimate_seconds
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series
from rnn_core.settings import settings


def estimate(series: Series, specs: list[ForecastSpec]) -> None:
    """Say about how long `specs` take, side by side on the workers.

    Raises:
        SpecError: a spec does not fit the series.
    """
    if not specs:
        return
    each = [estimate_seconds(spec, split(spec, series)) for spec in specs]
    side_by_side = min(settings().workers, os.cpu_count() or 1)
    parts = split(specs[0], series)
    st.caption(
        _(
            "{train} training windows, {test} test rows. This takes about {time}.",
            train=parts.train_windows,
            test=parts.test_windows,
            time=duration(max([*each, sum(each) / side_by_side])),
        )
    )


def train_button(specs: list[ForecastSpec]) -> bool:
    """The one primary button; without a cell there is nothing to train."""
    if not specs:
        st.caption(_("Choose at least one cell."))
    return st.button(
        _("Train"), type="primary", disabled=not specs, width="stretch", icon=":material/play_arrow:", key="train"
    )
