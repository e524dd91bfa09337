"""The visitor's series: loading what the address names, keeping uploaded files, saying which it is."""

from collections import OrderedDict
from dataclasses import replace
from datetime import date

import streamlit as st

from pages.ui import state
from pages.ui.language import _, plain, tell
from rnn_core.errors import RnnLabError
from rnn_core.series import Frequency, Series, Source, load_source, parse_source, read_file
from rnn_core.words import N_

_FILES_KEPT = 50
_DIGITS = 16
_SIX_HOURS = 6 * 3600

_FREQUENCIES = {
    Frequency.INTRADAY: N_("intraday"),
    Frequency.DAILY: N_("daily"),
    Frequency.WEEKLY: N_("weekly"),
    Frequency.MONTHLY: N_("monthly"),
    Frequency.QUARTERLY: N_("quarterly"),
    Frequency.YEARLY: N_("yearly"),
    Frequency.IRREGULAR: N_("irregular"),
}


def keep(series: Series) -> Source:
    """Keep a series that came from a file on this server, so that links to it work; the oldest ones are forgotten."""
    source = Source("file", series.fingerprint[:_DIGITS])
    files = _files()
    files[source.name] = series
    while len(files) > _FILES_KEPT:
        files.popitem(last=False)
    return source


def load(source: Source) -> Series:
    """The series that `source` names.

    Raises:
        RnnLabError: it is not there, or cannot be loaded.
    """
    kept = _files().get(source.name) if source.kind == "file" else None
    return kept if kept is not None else _loaded(str(source))


@st.cache_data(show_spinner=False, max_entries=20)
def read_upload(content: bytes, name: str) -> Series:
    """A file as a visitor uploaded it.

    Raises:
        FileError: it cannot be read as a series.
    """
    return read_file(content, name)


def chosen() -> Series | None:
    """The visitor's series; None before a choice, or with a sentence on the page if it is gone."""
    source = state.source()
    if source is None:
        return None
    try:
        return load(source)
    except RnnLabError as error:
        st.warning(tell(error))
        return None


def quietly_chosen() -> Series | None:
    """The same without a word on the page."""
    source = state.source()
    try:
        return None if source is None else load(source)
    except RnnLabError:
        return None


def in_my_language(series: Series) -> Series:
    """Names and units of built-in series are texts of ours, so they can be translated; others stay as they are."""
    if not series.receipt.source.startswith("builtin:"):
        return series
    return replace(series, name=_(series.name), unit=_(series.unit))


def name_of(series: Series) -> str:
    """The name of a series in the visitor's language, as Markdown."""
    return plain(in_my_language(series).name)


def size_of(series: Series) -> str:
    """How many rows, how often, from when to when."""
    return _(
        "{rows} {frequency} rows, {first} to {last}",
        rows=len(series.frame),
        frequency=_(_FREQUENCIES[series.frequency]),
        first=_day(series, 0),
        last=_day(series, -1),
    )


def _day(series: Series, row: int) -> date | str:
    """The date of a row; of yearly series the year alone."""
    day = series.dates[row].date()
    return str(day.year) if series.frequency is Frequency.YEARLY else day


def origin_of(series: Series) -> str:
    """Whether the numbers are real, simulated or the visitor's own."""
    return {"real": _("real data"), "simulated": _("simulated data"), "own": _("your file")}[series.receipt.origin]


@st.cache_resource(show_spinner=False)
def _files() -> "OrderedDict[str, Series]":
    return OrderedDict()


@st.cache_resource(show_spinner=False, max_entries=32, ttl=_SIX_HOURS)
def _loaded(text: str) -> Series:
    return load_source(parse_source(text))
