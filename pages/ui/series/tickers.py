"""Choosing prices of a share: by company or ticker, between two days, daily or less often.

A refusal is a sentence and the old choice stays; where the cache has older prices, they are offered with their day.
"""

from datetime import date, timedelta

import streamlit as st

from pages.ui import data, state
from pages.ui.language import _, listed, tell
from rnn_core.errors import RnnLabError
from rnn_core.series import (
    COMPANIES,
    INTERVALS,
    Company,
    Source,
    company_of,
    find_companies,
    find_kept_prices,
    symbol_and_day,
    symbol_meant,
)
from rnn_core.words import N_

_YEARS = 10
_FIRST_DAY = date(1960, 1, 1)
_MOST_GUESSES = 3
_INTERVALS = dict(zip(INTERVALS, (N_("Daily"), N_("Weekly"), N_("Monthly")), strict=True))
_NOT_FOUND = frozenset({"bad_ticker", "unknown_ticker"})


def ticker() -> None:
    """Prices of a share from Yahoo."""
    typed = _company()
    start, end, interval = _when()
    asked = st.button(_("Load prices"), icon=":material/download:")
    st.caption(_("Prices come from Yahoo Finance and are meant for personal use only."))
    if asked and not typed:
        st.error(_("Choose a company or type a ticker first, for instance MA."), icon=":material/error:")
    elif asked:
        # The address names the first day that is no longer wanted.
        until = end + timedelta(days=1)
        _load(Source("ticker", symbol_meant(typed), start.isoformat(), until.isoformat(), interval), typed)
    else:
        _offer_instead_of_the_chosen_one()


def _company() -> str:
    """What the visitor chose or typed, empty if nothing; the last ticker of this visit stands first."""
    recent = _recent()
    labels = {symbol: _label(symbol) for symbol in [*recent, *(company.symbol for company in COMPANIES)]}
    choice = st.selectbox(
        _("Company or ticker"),
        list(labels),
        index=0 if recent else None,
        format_func=lambda symbol: labels.get(symbol, symbol),
        placeholder=_("Type a name or a ticker, then choose"),
        help=_(
            "A share, an index, a currency or a coin. Choose it by its name, or type its ticker as Yahoo Finance "
            "writes it: MA is Mastercard, SAP.DE is SAP in Frankfurt."
        ),
        accept_new_options=True,
    )
    return (choice or "").strip()


def _recent() -> tuple[str, ...]:
    """The tickers of this visit, that of a link included once its prices are here."""
    source = state.source()
    if source is not None and source.kind == "ticker" and data.quietly_chosen() is not None:
        state.remember_ticker(symbol_and_day(source.name)[0])
    return state.recent_tickers()


def _when() -> tuple[date, date, str]:
    """First and last day, and how often."""
    today = date.today()
    with st.container(horizontal=True):
        start = st.date_input(
            _("From"),
            today - timedelta(days=365 * _YEARS),
            min_value=_FIRST_DAY,
            max_value=today,
            format="YYYY-MM-DD",
        )
        end = st.date_input(_("Until"), today, min_value=_FIRST_DAY, max_value=today, format="YYYY-MM-DD")
        interval = st.segmented_control(
            _("How often"),
            list(_INTERVALS),
            format_func=lambda name: _(_INTERVALS[name]),
            default=INTERVALS[0],
            required=True,
            help=_("One price a day, a week or a month. Less often means fewer rows to learn from, with less noise."),
        )
    return start, end, interval


def _load(source: Source, typed: str) -> None:
    try:
        with st.spinner(_("Asking Yahoo for {symbol}", symbol=source.name)):
            data.load(source)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        if error.code in _NOT_FOUND:
            _guess(typed, source.name)
        _offer(source)
        return
    state.set_source(source)
    st.rerun()


def _guess(typed: str, asked: str) -> None:
    """Name the companies that may be meant, apart from the one that was asked for."""
    found = find_companies(typed, most=_MOST_GUESSES)
    names = [_name(company) for company in found if company.symbol != asked]
    if names:
        st.caption(_("Perhaps you mean: {companies}.", companies=listed(names)))


def _offer_instead_of_the_chosen_one() -> None:
    """Offer kept prices to who comes with a link to prices that cannot be loaded now."""
    source = state.source()
    if source is not None and source.kind == "ticker" and data.quietly_chosen() is None:
        _offer(source)


def _offer(source: Source) -> None:
    """A button that loads the prices of an earlier day, if the cache has any of this symbol."""
    kept = find_kept_prices(source)
    if kept is not None:
        label = _("Use the prices of {day}", day=kept.asked)
        st.button(label, icon=":material/history:", on_click=state.set_source, args=(kept.source,))


def _label(symbol: str) -> str:
    """A ticker with the names it is known by, so that all of them can be typed; others as they are."""
    company = company_of(symbol)
    if company is None:
        return symbol
    names = [company.name, company.chinese] if state.language() == "en" else [company.chinese, company.name]
    return " · ".join(name for name in (symbol, *names) if name)


def _name(company: Company) -> str:
    name = company.chinese if state.language() == "zh" and company.chinese else company.name
    return f"{name} ({company.symbol})"
