"""Choosing a series: the ways to come by one, and the built-in ones."""

import streamlit as st

from pages.ui import data, state
from pages.ui.language import _
from pages.ui.series import making, tickers, uploading
from pages.ui.training import inputs
from rnn_core.series import Source, builtin_series
from rnn_core.words import N_

_WAYS = {"builtin": N_("Built-in"), "file": N_("My file"), "ticker": N_("Ticker"), "made": N_("Make one")}


def ways() -> None:
    """All ways, in tabs; in a lesson whose data is given, a word about that."""
    if (inputs.is_hidden("data") or inputs.is_fixed("data")) and data.quietly_chosen() is not None:
        st.info(_("In this lesson the series is given."), icon=":material/lock:")
        return
    source = state.source()
    tabs = st.tabs([_(title) for title in _WAYS.values()], default=_(_WAYS[source.kind]) if source else None)
    for tab, show in zip(tabs, (_builtin, uploading.file, tickers.ticker, making.make), strict=True):
        with tab:
            show()


def _builtin() -> None:
    """One of the series that need neither file nor network."""
    listed = builtin_series()
    source = state.source()
    names = list(listed)
    chosen = st.radio(
        _("Built-in series"),
        names,
        index=names.index(source.name) if source and source.kind == "builtin" and source.name in listed else None,
        format_func=lambda name: _(listed[name].title),
        captions=[f"{_origin(listed[name].origin)} {_(listed[name].text)}" for name in names],
    )
    if chosen and Source("builtin", chosen) != source:
        state.set_source(Source("builtin", chosen))
        st.rerun()


def _origin(origin: str) -> str:
    colour, word = ("green", _("real")) if origin == "real" else ("violet", _("simulated"))
    return f":{colour}-badge[{word}]"
