"""Runs as files: the buttons that give them out, and the box that takes a bundle in.

Files are made once a button is pressed, in a thread that knows no session: all that it needs is handed to it before.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import state, voices
from pages.ui.language import _, listed, plain, tell
from pages.ui.store import store
from rnn_core.errors import RnnLabError
from rnn_core.export import MOST_RUNS, Exported, bundle_of, folder_of, read_bundle, report_of
from rnn_core.export.data_csv import data_csv
from rnn_core.export.notebook import notebook_of
from rnn_core.export.own_names import with_own_names
from rnn_core.export.script import script_of
from rnn_core.figures.names import label_all
from rnn_core.words import Sentence

_MOST_MB = 50
_SIX_HOURS = 6 * 3600


@dataclass(frozen=True)
class TakenIn:
    """What became of an uploaded bundle: the runs in it by what they are called, or why there are none."""

    names: tuple[str, ...] = ()
    refusal: Sentence | None = None


def download(runs: list[Exported], key: str) -> None:
    """Buttons that give out `runs` (at least one): all in one, the report, and the files of one run."""
    if len(runs) > MOST_RUNS:
        st.info(_("A bundle holds at most {most} runs. Choose fewer.", most=MOST_RUNS), icon=":material/info:")
        return
    runs = [with_own_names(one) for one in runs]
    speakers, name = voices.both(), _file_name(runs)
    with st.container(horizontal=True):
        _button(
            _("Bundle (.zip)"),
            lambda: bundle_of(runs, speakers),
            (f"{name}.zip", "application/zip"),
            key=f"{key}_zip",
            icon="folder_zip",
            help_text=_("Everything: report, data, scores, predictions, network, script and notebook of each run."),
        )
        _button(
            _("Report (.html)"),
            lambda: report_of(runs, speakers).encode(),
            (f"{name}.html", "text/html"),
            key=f"{key}_report",
            icon="description",
            help_text=_("One page in English and Chinese that needs no network, to read, print or send."),
        )
    _single(runs, key)


def take_in() -> None:
    """The box for a bundle; its runs are put into the list of this visitor."""
    upload = st.file_uploader(
        _("A bundle of RNN Lab (.zip)"),
        type=["zip"],
        key="bundle_file",
        max_upload_size=_MOST_MB,
        help=_("All runs in it are there again, as they were. Nothing in it is run, and a changed one is refused."),
    )
    if upload is None:
        return
    with st.spinner(_("Reading {file}", file=upload.name)):
        taken = _taken(upload.file_id, state.owner(), upload)
    # The list of runs, which stands above, does not know of them yet.
    if state.is_new("bundle", upload.file_id) and taken.refusal is None:
        st.rerun()
    _tell(taken)


def _tell(taken: TakenIn) -> None:
    if taken.refusal is not None:
        st.error(tell(taken.refusal), icon=":material/error:")
        return
    names = listed(plain(name) for name in taken.names)
    st.success(_("Taken in, and in the list now:") + " " + names, icon=":material/check:")


# Remembered, so that a rerun of the page does not take it in once more, and still says what became of it.
@st.cache_resource(show_spinner=False, max_entries=50, ttl=_SIX_HOURS)
def _taken(file_id: str, owner: str, _upload: UploadedFile) -> TakenIn:  # noqa: ARG001
    try:
        found = read_bundle(_upload.getvalue())
        for one in found:
            store().save(one.run, one.series, owner, title=one.title, note=one.note)
    except RnnLabError as error:
        return TakenIn(refusal=error.sentence)
    return TakenIn(tuple(one.title or _described(one) for one in found))


def _described(one: Exported) -> str:
    return f"{one.run.spec.cell}, {one.series.name}"


def _single(runs: Sequence[Exported], key: str) -> None:
    """The files of one run by themselves."""
    labels = [f"{number}. {label.name}" for number, label in enumerate(label_all([one.run for one in runs], _), 1)]
    place = 0
    if len(runs) > 1:
        place = st.selectbox(
            _("Single files of"), range(len(runs)), format_func=labels.__getitem__, key=f"{key}_run", width=320
        )
    one, name = runs[place], f"rnn-lab-{folder_of(place + 1, runs[place].run)}"
    with st.container(horizontal=True):
        for ending, file in _files(one).items():
            names = (file.name or f"{name}.{ending}", file.kind)
            _button(file.label, file.make, names, key=f"{key}_{ending}", icon=file.icon, help_text=file.help)


@dataclass(frozen=True)
class _File:
    """One file of a run; `name` where it must be called just so."""

    label: str
    make: Callable[[], bytes]
    kind: str
    icon: str
    help: str
    name: str = ""


def _files(one: Exported) -> dict[str, _File]:
    """What there is of one run, by the endings of its files."""
    run, series = one.run, one.series
    files = {
        "py": _File(
            _("Script"),
            lambda: script_of(run, series).encode(),
            "text/x-python",
            "code",
            _("Python that trains this network again, without RNN Lab. It reads the data from data.csv beside it."),
        ),
        "ipynb": _File(
            _("Notebook"),
            lambda: notebook_of(run, series).encode(),
            "application/x-ipynb+json",
            "menu_book",
            _("The same for Jupyter. It reads the data from data.csv beside it."),
        ),
        "csv": _File(
            _("Data"),
            lambda: data_csv(series).encode(),
            "text/csv",
            "table",
            _("The data as script and notebook read it."),
            "data.csv",
        ),
    }
    if run.model_file:
        help_text = _("The trained network, for keras.saving.load_model.")
        files["keras"] = _File(_("Network"), lambda: run.model_file, "application/octet-stream", "hub", help_text)
    return files


def _button(
    label: str, make: Callable[[], bytes], names: tuple[str, str], *, key: str, icon: str, help_text: str
) -> None:
    """A button that gives out what `make` makes; `names` are those of the file and of its kind."""
    st.download_button(
        label,
        data=make,
        file_name=names[0],
        mime=names[1],
        key=key,
        on_click="ignore",
        icon=f":material/{icon}:",
        help=help_text,
    )


def _file_name(runs: Sequence[Exported]) -> str:
    """A name that every system takes: letters and digits of the data's name."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", runs[0].series.name)[:40].strip("-").lower()
    return f"rnn-lab-{words or 'runs'}"
