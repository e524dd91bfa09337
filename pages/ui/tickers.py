"""Choosing prices of a share. A refusal is a sentence; the old choice stays."""

from datetime import date, timedelta

import streamlit as st

from pages.ui import data, state
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError
from rnn_core.series import Source

_YEARS = 10
_FIRST_DAY = date(1960, 1, 1)


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
