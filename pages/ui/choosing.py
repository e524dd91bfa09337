"""Choosing a built-in series."""

import streamlit as st

from pages.ui import state
from pages.ui.language import _
from rnn_core.series import Source, builtin_series


def builtin() -> None:
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
