"""The bar above the list: what can be done with the ticked runs, and the way back from a deletion."""

import streamlit as st

from pages.ui.language import _, listed
from pages.ui.runs import bundles, changes, compare, ticked
from pages.ui.runs.loading import fetch
from pages.ui.runs.reopen import reopen, shown_together
from pages.ui.runs.wording import data_of, name_of
from pages.ui.runs.work import is_forecast
from rnn_core.export.exported import Exported
from rnn_core.store import RunLine
from rnn_core.words import N_


def bar() -> None:
    """What is ticked, else a hint."""
    lines = ticked.ticked()
    if lines:
        _ticked(lines)
    else:
        st.caption(_("Tick runs to compare, open, download or delete them."))


def way_back(names: tuple[str, ...]) -> None:
    """What was just deleted, and the button that undoes it."""
    with st.container(horizontal=True, vertical_alignment="center", key="runs_deleted"):
        words = _("1 run deleted.") if len(names) == 1 else _("{count} runs deleted.", count=len(names))
        st.markdown(words, width="content")
        st.button(_("Undo"), key="runs_undo", icon=":material/undo:", on_click=changes.bring_back, args=(names,))


def _ticked(lines: tuple[RunLine, ...]) -> None:
    together = shown_together(lines)
    with st.container(horizontal=True, vertical_alignment="center", key="runs_bar"):
        words = _("1 run ticked:") if len(lines) == 1 else _("{count} runs ticked:", count=len(lines))
        st.markdown(f"**{words}**", width="content")
        _compare_button(lines)
        if st.button(_("Open"), key="runs_open", icon=":material/open_in_new:"):
            reopen(lines)
        _download(lines)
        st.button(_("Delete"), key="runs_delete", icon=":material/delete:", on_click=changes.delete, args=(lines,))
        st.button(_("Clear"), key="runs_clear", type="tertiary", on_click=ticked.clear)
    if len(lines) > 1 and not all(map(is_forecast, lines)):
        st.caption(_("Compare is for forecasts; Open shows runs with text side by side."))
    if len(together) < len(lines):
        _tell_who_stays(lines, together)


def _compare_button(lines: tuple[RunLine, ...]) -> None:
    fits = 1 < len(lines) <= compare.MOST and all(map(is_forecast, lines))
    st.button(
        _("Compare"),
        key="runs_compare",
        type="primary",
        icon=":material/compare_arrows:",
        on_click=compare.begin,
        disabled=not fits,
        help=None if fits else _("Tick at least two and at most {count} forecasts.", count=compare.MOST),
    )


def _download(lines: tuple[RunLine, ...]) -> None:
    """The runs are only fetched once a person asks for them."""
    with st.popover(_("Download"), icon=":material/download:", key="runs_download", on_change="rerun") as shown:
        if shown.open:
            _bundle(lines)


def _bundle(lines: tuple[RunLine, ...]) -> None:
    fetched = fetch(lines)
    found = [
        Exported(one.run, one.data, one.line.title, one.line.note) for one in fetched.stored if one.run is not None
    ]
    if found:
        bundles.download(found, key="runs_bundle")
    if fetched.without:
        names = listed(name_of(line) for line in fetched.without)
        st.caption(_("Without a result, so not in the file: {names}", names=names))


def _tell_who_stays(lines: tuple[RunLine, ...], together: tuple[RunLine, ...]) -> None:
    others = listed(name_of(line) for line in lines if line not in together)
    same = N_("Open shows the runs with the same split of {data}; not these: {names}")
    alike = N_("Open shows the runs that learnt from {data}; not these: {names}")
    words = _(
        same if is_forecast(together[0]) else alike,
        data=data_of(together[0]),
        names=others,
    )
    st.caption(words)
