"""The visitor's series: loading what the address names, keeping uploaded files, saying which it is."""

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import state
from pages.ui.language import _, plain, tell, tell_all
from pages.ui.series.kept import kept_files
from rnn_core.errors import RnnLabError
from rnn_core.forecast.run import Run
from rnn_core.series import Frequency, Receipt, Series, Source, join_series, load_source, parse_source, read_file
from rnn_core.words import N_, Sentence

_ONE_MINUTE, _SIX_HOURS = 60, 6 * 3600
_MOST_FILES = 2

_FREQUENCIES = {
    Frequency.INTRADAY: N_("intraday"),
    Frequency.DAILY: N_("daily"),
    Frequency.WEEKLY: N_("weekly"),
    Frequency.MONTHLY: N_("monthly"),
    Frequency.QUARTERLY: N_("quarterly"),
    Frequency.YEARLY: N_("yearly"),
    Frequency.IRREGULAR: N_("irregular"),
}


def load(source: Source) -> Series:
    """The series that `source` names.

    Raises:
        RnnLabError: it is not there, or cannot be loaded.
    """
    if source.kind == "file" and (kept := _kept(source.name)) is not None:
        return kept
    _raise(_refusal(str(source)))
    return _loaded(str(source))


def is_here(source: Source) -> bool:
    """Whether `source` is no file, or one that is still kept on this server."""
    return source.kind != "file" or _kept(source.name) is not None


def read_upload(upload: UploadedFile) -> Series:
    """A file as a visitor uploaded it.

    Raises:
        FileError: it cannot be read as a series.
    """
    outcome = _read(upload.file_id, upload)
    if isinstance(outcome, Series):
        return outcome
    raise _fresh(outcome)


def _kept(name: str) -> Series | None:
    """The series of one kept file, or of two of which the second continues the first; None if one is gone."""
    files = [kept_files().find(part) for part in name.split("+")]
    series = [file.series for file in files if file is not None]
    if len(series) < len(files) or not 1 <= len(files) <= _MOST_FILES:
        return None
    return series[0] if len(series) == 1 else _joined(name, *series)


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


def introduce(series: Series) -> None:
    """Which series this is, and why it is another one than a recipe asked for."""
    st.markdown(f"**{name_of(series)}** · {origin_of(series)}")
    st.caption(size_of(series))
    if (because := state.notice()) is not None:
        instead = Sentence("instead", N_("This is {series} instead."), {"series": in_my_language(series).name})
        st.info(tell_all([because, instead]), icon=":material/info:")


def ours(text: str, receipt: Receipt) -> str:
    """A name or unit in the visitor's language if it is a text of ours, as with built-in series; else as it is."""
    return _(text) if receipt.source.startswith(("builtin:", "made:")) else text


def in_my_language(series: Series) -> Series:
    """The series with its name and unit as the visitor says them."""
    return replace(series, name=ours(series.name, series.receipt), unit=ours(series.unit, series.receipt))


def run_in_my_language(run: Run) -> Run:
    """The run with the name and the unit of its series as the visitor says them."""
    facts = run.series
    name, unit = (ours(text, facts.receipt) for text in (facts.name, facts.unit))
    return replace(run, series=replace(facts, name=name, unit=unit))


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


# The names of the files say all: the series themselves are too large to be compared at each click.
@st.cache_resource(show_spinner=False, max_entries=8, ttl=_SIX_HOURS)
def _joined(name: str, _first: Series, _second: Series) -> Series:  # noqa: ARG001
    return join_series(_first, _second)


@st.cache_resource(show_spinner=False, max_entries=32, ttl=_SIX_HOURS)
def _loaded(text: str) -> Series:
    return load_source(parse_source(text))


# Kept for a while: a page that asked an unreachable Yahoo at every rerun would hang at every click.
@st.cache_resource(show_spinner=False, max_entries=32, ttl=_ONE_MINUTE)
def _refusal(text: str) -> RnnLabError | None:
    try:
        _loaded(text)
    except RnnLabError as error:
        return error
    return None


@st.cache_resource(show_spinner=False, max_entries=5, ttl=_SIX_HOURS)
def _read(file_id: str, _upload: UploadedFile) -> Series | RnnLabError:  # noqa: ARG001
    try:
        return read_file(_upload, _upload.name)
    except RnnLabError as error:
        return error


def _raise(refusal: RnnLabError | None) -> None:
    if refusal is not None:
        raise _fresh(refusal)


def _fresh(refusal: RnnLabError) -> RnnLabError:
    # Raising adds to an error's own history, and a kept one is raised again and again.
    return type(refusal)(refusal.code, refusal.sentence.template, **refusal.sentence.values)
