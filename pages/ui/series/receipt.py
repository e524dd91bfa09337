"""The receipt of a series in words: what was read, what was left out and why, what to be careful of, what to answer."""

from dataclasses import replace
from datetime import date

import numpy as np
import streamlit as st

from pages.ui import data
from pages.ui.language import _, listed, plain, tell
from pages.ui.series import files, rereading
from rnn_core.errors import RnnLabError
from rnn_core.series import ReadOptions, Series
from rnn_core.words import N_

_ROLES = {
    "open": N_("opening price"),
    "high": N_("high"),
    "low": N_("low"),
    "close": N_("closing price"),
    "adjusted close": N_("adjusted closing price"),
    "volume": N_("volume"),
}
_ASKED = "ambiguous_dates"
_LINES_LEFT_OUT = ("lines_above", "lines_outside")
_FIRST = {"day": N_("The day first"), "month": N_("The month first"), "year": N_("The year first")}
_FIRST_MEANS = {"day": N_("The day first: {day}"), "month": N_("The month first: {day}")}
_MONTHS = 12


def receipt(series: Series) -> None:
    """What was read, in words, with the question that the file leaves open, if it does."""
    st.subheader(data.name_of(series))
    st.markdown(f"{data.size_of(series)} · {data.origin_of(series)}")
    if (second := series.receipt.continued_by) is not None:
        st.markdown(_("Continued by {file}, which is the test part.", file=second.source))
    left_out = [f"{_(reason)}: {count}" for reason, count in series.receipt.dropped.items() if count]
    if left_out:
        st.caption(_("Rows left out: {what}", what=listed(left_out)))
    elif files.names() and all(warning.code not in _LINES_LEFT_OUT for warning in series.receipt.warnings):
        st.caption(_("No row was left out."))
    for name in files.names():
        _ask(name)
        _offer_others(name)
    said = [tell(warning) for warning in series.receipt.warnings if warning.code != _ASKED]
    if said:
        st.info(said[0] if len(said) == 1 else "\n".join(f"- {one}" for one in said), icon=":material/info:")
    for name in files.names():
        _how_read(name)


def _ask(name: str) -> None:
    """Ask which of day and month comes first, with one of the file's own dates in each reading."""
    file = files.find(name)
    if file is None or not file.content or all(one.code != _ASKED for one in file.series.receipt.warnings):
        return
    with st.container(border=True, key=f"question_{name}"):
        question = _("Which comes first in the dates of this file, the day or the month?")
        st.markdown(f":material/help: **{question}**")
        st.markdown(_("The dates fit more than one order. Which of these days does the file mean?"))
        with st.container(horizontal=True):
            for order, day in _readings(file.series).items():
                _answer(name, order, _(_FIRST[order]) if day is None else _(_FIRST_MEANS[order], day=day))


def _answer(name: str, order: str, label: str) -> None:
    file = files.find(name)
    if file is not None and st.button(label, key=f"order_{order}_{name}"):
        _read_again(name, replace(file.series.receipt.options, date_order=order))


def _read_again(name: str, options: ReadOptions) -> None:
    try:
        files.read_again(name, options)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    st.rerun()


def _offer_others(name: str) -> None:
    """A file of several series: which one to take."""
    file = files.find(name)
    if file is None or not file.content or not file.series.receipt.picks:
        return
    receipt = file.series.receipt
    taken = receipt.found.pick if receipt.found else ""
    wanted = st.selectbox(
        _("Series in this file"),
        receipt.picks,
        index=receipt.picks.index(taken) if taken in receipt.picks else 0,
        key=f"pick_{name}",
    )
    if wanted != taken:
        _read_again(name, replace(receipt.options, pick=wanted))


def _readings(series: Series) -> dict[str, date | None]:
    """One date of the file as it is in each order; the order that was taken comes first."""
    taken = series.receipt.found.date_order if series.receipt.found else ""
    if taken not in {"day", "month"}:
        return {"year": None, "day": None, "month": None}
    days = series.dates
    differing = np.flatnonzero((days.day <= _MONTHS) & (days.day != days.month))
    if not len(differing):
        return {"day": None, "month": None}
    read = days[int(differing[0])].date()
    return {taken: read, "month" if taken == "day" else "day": read.replace(month=read.day, day=read.month)}


def _how_read(name: str) -> None:
    file = files.find(name)
    if file is None or file.series.receipt.found is None:
        return
    roles = file.series.receipt.roles
    said = file.series.receipt.options != ReadOptions()  # who has just chosen may want to choose more
    with st.expander(_("How {file} was read", file=file.series.name), expanded=said, icon=":material/receipt_long:"):
        st.markdown(rereading.summary(file.series.receipt))
        known = [f"{_(word)}: **{plain(roles[role])}**" for role, word in _ROLES.items() if role in roles]
        if known:
            st.markdown(_("Columns that we know: {columns}.", columns="\0").replace("\0", listed(known)))
        if file.content:
            title = _("Read it differently")
            st.markdown(f"**{title}**")
            rereading.correct(name, file.series, file.content)
