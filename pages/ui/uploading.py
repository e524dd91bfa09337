"""Choosing files of one's own. A refusal is a sentence, and the old choice stays."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import data, files, rereading, state
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError
from rnn_core.series import Series

_ENDINGS = ["csv", "tsv", "txt", "dat", "asc", "xlsx", "xlsm", "xls", "ods", "parquet", "gz", "zip"]


def file() -> None:
    """A file to learn from, and, once there is one, a second file to be tested on."""
    upload = st.file_uploader(
        _("A table with a column of dates: CSV in any form, Excel, ODS or Parquet"),
        type=_ENDINGS,
        help=_("One row a day (or week, month, …). It stays on this server and goes nowhere else."),
    )
    _take("upload", upload, files.choose)
    if files.names():
        _second()


def _second() -> None:
    upload = st.file_uploader(
        _("A second file to test on (not needed)"),
        type=_ENDINGS,
        key="second_file",
        help=_("It continues the first one: networks learn from the first file and are judged on the second."),
    )
    if upload is None and state.forget("second_upload") and len(files.names()) > 1:
        files.leave_second()
        st.rerun()
    _take("second_upload", upload, files.continue_with)
    # After a refresh the boxes are empty, but the files are still here.
    if (
        upload is None
        and len(files.names()) > 1
        and st.button(_("Do without the second file"), icon=":material/close:")
    ):
        files.leave_second()
        st.rerun()


def _take(what: str, upload: UploadedFile | None, use: Callable[[Series, bytes], None]) -> None:
    """Use a file that has just been chosen; where it cannot be read, say why and let the visitor help."""
    if upload is None:
        return
    try:
        with st.spinner(_("Reading {file}", file=upload.name)):
            series = data.read_upload(upload)
        if not state.is_new(what, upload.file_id):
            return
        use(series, upload.getvalue())
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        rereading.help_with(upload, use)
        return
    st.rerun()
