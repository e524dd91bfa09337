"""Repeats: with how many seeds each cell is trained. A choice of the page; every seed is a spec of its own."""

from collections.abc import Iterable

import streamlit as st

from pages.ui import state
from pages.ui.address import REPEATS
from pages.ui.fields import REPEATS as WORDS
from pages.ui.language import _
from rnn_core.forecast.spec import ForecastSpec


def choose() -> int:
    """The control, and what it says."""
    key = state.primed("repeats", state.repeats())
    count = st.slider(_(WORDS.label), REPEATS[0], REPEATS[-1], key=key, help=_(WORDS.help))
    state.set_repeats(count)
    return int(count)


def repeated(specs: Iterable[ForecastSpec], count: int) -> list[ForecastSpec]:
    """Each of `specs` with its own seed and those that follow, cell by cell.

    Raises:
        SpecError: there are not so many seeds after that of a spec.
    """
    return [spec.change(seed=spec.seed + more) for spec in specs for more in range(count)]
