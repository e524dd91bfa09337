"""The ways to choose a series: a built-in one, a file, a ticker. A refusal is a sentence; the old choice stays."""

from datetime import date, timedelta

import streamlit as st

from pages.ui import data, state
from pages.ui.kept import kept_files
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError
from rnn_core.series import Source, builtin_series

_YEARS = 10
_FIRST_DAY = date(1960, 1, 1)


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


def file() -> None:
    """A file of the visitor's own."""
    upload = st.file_uploader(
        _("A table with a column of dates, as CSV"),
        type=["csv", "txt", "tsv"],
        help=_("One row a day (or week, month, …), with a header line. It stays on this server and goes nowhere else."),
    )
    if upload is None:
        return
    try:
        series = data.read_upload(upload)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    if state.is_new("upload", upload.file_id):
        state.set_source(kept_files().keep(series))
        st.rerun()


def ticker() -> None:
    """Prices of a share from Yahoo."""
    today = date.today()
    with st.form("ticker", border=False):
        symbol = st.text_input(
            _("Ticker"), placeholder="MA", help=_("The short name of a share on Yahoo Finance: MA is Mastercard.")
        )
        with st.container(horizontal=True):
            start = st.date_input(
                _("From"),
                today - timedelta(days=365 * _YEARS),
                min_value=_FIRST_DAY,
                max_value=today,
                format="YYYY-MM-DD",
            )
            end = st.date_input(_("Until"), today, min_value=_FIRST_DAY, max_value=today, format="YYYY-MM-DD")
        asked = st.form_submit_button(_("Load prices"), icon=":material/download:")
    st.caption(_("Prices come from Yahoo Finance and are meant for personal use only."))
    if asked:
        _load_ticker(symbol, start, end)


def _load_ticker(symbol: str, start: date, end: date) -> None:
    if not symbol.strip():
        st.error(_("Type a ticker first, for instance MA."), icon=":material/error:")
        return
    # The address names the first day that is no longer wanted.
    source = Source("ticker", symbol.strip().upper(), start.isoformat(), (end + timedelta(days=1)).isoformat())
    try:
        with st.spinner(_("Asking Yahoo for {symbol}", symbol=source.name)):
            data.load(source)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    state.set_source(source)
    st.rerun()
