"""Runs as files: the buttons that give them out, and the box that takes a bundle in.

Files are made once a button is pressed, in a thread that knows no session: all that it needs is handed to it before.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import state, voices, widgets
from pages.ui.engine import engine
from pages.ui.language import _, plain, tell
from pages.ui.runs.files import files_of, labels_of
from pages.ui.runs.wording import described, series_of
from pages.ui.store import store
from rnn_core.errors import BundleError, RnnLabError
from rnn_core.export import MOST_MB, Exported, bundle_of, folder_of, read_bundle, report_of, require_room
from rnn_core.export.own_names import with_own_names
from rnn_core.records import FORECAST
from rnn_core.store import RunLine, Stage, run_name
from rnn_core.words import Sentence

_TAKEN = "taken_bundle"


@dataclass(frozen=True)
class TakenIn:
    """What became of the uploaded bundle `file_id`: which runs it brought, or why there are none.

    `known` counts those that were in the list already.
    """

    file_id: str
    runs: tuple[RunLine, ...] = ()
    known: int = 0
    refusal: Sentence | None = None


def download(runs: list[Exported], key: str) -> None:
    """Buttons that give out `runs` (at least one, of any kinds): all in one, the report, and the files of one run."""
    try:
        require_room(runs)
    except BundleError as error:
        st.info(tell(error), icon=":material/info:")
        return
    speakers, name = voices.both(), _file_name(runs)
    forecasts = [one for one in runs if one.kind == FORECAST]
    with st.container(horizontal=True):
        _button(
            _("Bundle (.zip)"),
            lambda: bundle_of(runs, speakers),
            (f"{name}.zip", "application/zip"),
            key=f"{key}_zip",
            icon="folder_zip",
            help_text=_("Everything: report, data, scores, predictions, network, script and notebook of each run.")
            if forecasts
            else _("Everything: data, scores, history, network and script of each run."),
        )
        if forecasts:
            _button(
                _("Report (.html)"),
                lambda: report_of(forecasts, speakers).encode(),
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
        max_upload_size=MOST_MB,
        help=_("All runs in it are there again, as they were. Nothing in it is run, and a changed one is refused."),
    )
    if upload is None:
        return
    taken: TakenIn | None = state.kept(_TAKEN, None)
    if taken is None or taken.file_id != upload.file_id:
        with st.spinner(_("Reading {file}", file=upload.name)):
            state.keep(_TAKEN, _take(upload))
        # The list of runs, which stands above, does not know of them yet.
        st.rerun()
    _tell(taken)


def _tell(taken: TakenIn) -> None:
    if taken.refusal is not None:
        st.error(tell(taken.refusal), icon=":material/error:")
        return
    if taken.runs:
        names = "".join(f"\n- {plain(_name_of(line))}" for line in taken.runs)
        st.success(_("Taken in, and in the list now:") + "\n" + names, icon=":material/check:")
    if taken.known:
        words = _("Of the runs in it, {count} were in the list already, and stay as they are.", count=taken.known)
        st.info(words, icon=":material/info:")


def _take(upload: UploadedFile) -> TakenIn:
    """Put all runs of a bundle into the list of this visitor, or none."""
    try:
        found = read_bundle(upload.getvalue())
        new = [one for one in found if not _is_here(one)]
        names = store().save_all([(one.run, one.data, one.title, one.note) for one in new], state.owner())
        lines = tuple(line for line in map(store().line, names) if line is not None)
    except RnnLabError as error:
        return TakenIn(upload.file_id, refusal=error.sentence)
    # The engine may still show what had the same name before.
    engine().forget(names)
    return TakenIn(upload.file_id, lines, len(found) - len(new))


def _is_here(one: Exported) -> bool:
    """Whether this visitor's list has it already, with its whole result: that one stays as it is."""
    line = store().line(run_name(one.run.key, state.owner()))
    return line is not None and line.stage is Stage.FINISHED


def _name_of(line: RunLine) -> str:
    """As the list calls it; text without marks."""
    return line.title or f"{described(line.spec)} ({series_of(line)})"


def _single(runs: Sequence[Exported], key: str) -> None:
    """The files of one run by themselves."""
    place = 0
    if len(runs) > 1:
        place = st.selectbox(
            _("Single files of"),
            range(len(runs)),
            format_func=labels_of(runs).__getitem__,
            key=widgets.key(f"{key}_run"),
            width=320,
        )
    one, name = with_own_names(runs[place]), f"rnn-lab-{folder_of(place + 1, runs[place].run)}"
    with st.container(horizontal=True):
        for ending, file in files_of(one).items():
            names = (file.name or f"{name}.{ending}", file.mime)
            _button(file.label, file.make, names, key=f"{key}_{ending}", icon=file.icon, help_text=file.help)


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
    """A name that every system takes: letters and digits of the data's name, or of the work if they have none."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", runs[0].data.name or runs[0].kind)[:40].strip("-").lower()
    return f"rnn-lab-{words or 'runs'}"
