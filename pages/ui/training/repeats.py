"""Repeats: with how many seeds each cell is trained. A choice of the page; every seed is a spec of its own."""

from collections.abc import Iterable

import streamlit as st

from pages.ui import state, widgets
from pages.ui.address import REPEATS
from pages.ui.language import _
from pages.ui.training import inputs
from rnn_core.forecast.field_words import REPEATS as WORDS
from rnn_core.forecast.spec import ForecastSpec

_BOX = 130  # pixels


def choose() -> int:
    """The control, and what it says."""
    if inputs.is_hidden("repeats"):
        return state.repeats()
    # Its label stands beside it, so that Train stays in sight.
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f":small[{_(WORDS.label)}]", help=_(WORDS.help), width="content")
        count = st.number_input(
            _(WORDS.label),
            REPEATS[0],
            REPEATS[-1],
            key=widgets.primed("repeats", state.repeats()),
            label_visibility="collapsed",
            width=_BOX,
            disabled=inputs.is_fixed("repeats"),
        )
    state.set_repeats(int(count))
    return int(count)


def repeated(specs: Iterable[ForecastSpec], count: int) -> list[ForecastSpec]:
    """Each of `specs` with its own seed and those that follow, cell by cell.

    Raises:
        SpecError: there are not so many seeds after that of a spec.
    """
    return [spec.change(seed=spec.seed + more) for spec in specs for more in range(count)]
