"""Sharing a result: its link, its settings' link, and all of it as files."""

import streamlit as st

from pages.ui import address, state
from pages.ui.language import _
from pages.ui.results.result import Result
from pages.ui.runs import bundles
from pages.ui.teach import links, send
from rnn_core.export.exported import Exported


def show(result: Result) -> None:
    """Two links with their codes, and the downloads."""
    with_result = links.link(links.here(), "train", _params(runs=state.runs()))
    settings_only = links.link(links.here(), "train", _params(runs=()))
    _link(_("A link to this result"), with_result)
    _link(_("A link to its data and settings, without the result"), settings_only)
    send.warn_of_files()
    st.page_link("pages/teach.py", label=_("Make a link for a class"), icon=":material/co_present:")
    st.divider()
    files = _("All of it as files")
    st.markdown(f"**{files}**")
    bundles.download([Exported(run, result.job.series) for run in result.runs], key="share")


def _link(title: str, url: str) -> None:
    st.markdown(f"**{title}**")
    send.link(url)
    with st.popover(_("QR code"), icon=":material/qr_code:"):
        send.code(url)


def _params(runs: tuple[str, ...]) -> dict[str, str]:
    return address.write(
        language=state.language(),
        source=state.source(),
        cells=state.cells(),
        settings=state.settings(),
        runs=runs,
        repeats=state.repeats(),
    )
