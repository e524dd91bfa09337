"""Choosing a file of one's own. A refusal is a sentence; the old choice stays."""

import streamlit as st

from pages.ui import data, state
from pages.ui.kept import kept_files
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError


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
