"""Choosing files of one's own. A refusal is a sentence, and the old choice stays."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import data, state
from pages.ui.language import _, listed, tell
from pages.ui.series import files, rereading
from rnn_core.errors import RnnLabError
from rnn_core.series import Series


def file() -> None:
    """A file to learn from, and, once there is one, a second file to be tested on."""
    upload = st.file_uploader(
        _("A table with a column of dates: CSV in any form, Excel, ODS or Parquet"),
        help=_("One row a day (or week, month, …). It stays on this server; who has your link can see it."),
    )
    _take("upload", upload, files.choose)
    if files.names():
        if upload is None:
            _tell_which()
        _second()


def _tell_which() -> None:
    """After a refresh the boxes are empty, but the files are still here."""
    kept = [file.series.name for name in files.names() if (file := files.find(name)) is not None]
    if kept:
        st.caption(_("In use: {files}", files=listed(kept)))


def _second() -> None:
    upload = st.file_uploader(
        _("A second file to test on (not needed)"),
        key="second_file",
        help=_("It continues the first one: networks learn from the first file and are judged on the second."),
    )
    if upload is None and state.forget("second_upload") and len(files.names()) > 1:
        files.leave_second()
        st.rerun()
    _take("second_upload", upload, files.continue_with)
    if (
        upload is None
        and len(files.names()) > 1
        and st.button(_("Do without the second file"), icon=":material/close:")
    ):
        files.leave_second()
        st.rerun()


def _take(what: str, upload: UploadedFile | None, use: Callable[[Series, bytes], None]) -> None:
    """Use a file that has just been chosen; where it cannot be read, say why and let the visitor help."""
    if upload is None or state.last(what) == upload.file_id:
        return
    try:
        with st.spinner(_("Reading {file}", file=upload.name)):
            series = data.read_upload(upload)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        _take_with_help(what, upload, use)
        return
    _use(what, upload, use, series)


def _take_with_help(what: str, upload: UploadedFile, use: Callable[[Series, bytes], None]) -> None:
    try:
        series = rereading.help_with(upload)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    if series is not None:
        _use(what, upload, use, series)


def _use(what: str, upload: UploadedFile, use: Callable[[Series, bytes], None], series: Series) -> None:
    try:
        use(series, upload.getvalue())
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    state.is_new(what, upload.file_id)  # only what is in use needs no second look
    st.rerun()
