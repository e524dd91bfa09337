"""Sharing a result of work with text: its link, its settings' link, and all of it as files."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import state
from pages.ui.language import _
from pages.ui.runs import bundles
from pages.ui.teach import links, send
from pages.ui.text import address, choices, works
from rnn_core.engine.status import AnyStatus
from rnn_core.export.exported import Exported


def show(kind: str, done: Sequence[AnyStatus]) -> None:
    """Two links, and the downloads, folded away; of trainings that gave a result."""
    with st.expander(_("Share and download"), icon=":material/share:"):
        _link(_("A link to this result"), kind, address.write_runs({kind: choices.runs(kind)}))
        own = any(getattr(status.job.data, "origin", "") == "own" for status in done)
        if own:
            st.caption(_("Whoever opens it also sees your text, and can train with it."))
        settings = address.write_settings({kind: works.settings_of(kind, done)})
        _link(_("A link to its data and settings, without the result"), kind, settings)
        if own:
            st.caption(_("Your text does not travel in this link: who opens it brings one of their own."))
        st.divider()
        bundles.download([Exported(status.run, status.job.data) for status in done], key=f"share_{kind}")


def _link(title: str, page: str, params: dict[str, str]) -> None:
    st.markdown(f"**{title}**")
    send.link(links.link(links.here(), page, {"lang": state.language(), **params}))
