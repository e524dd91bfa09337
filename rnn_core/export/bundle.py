"""The bundle: one or several runs as a zip file that lasts, opens anywhere and can be taken in again. Pure.

The same runs give the same bytes, whenever and wherever they are packed.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace

import rnn_core
from rnn_core.errors import BundleError
from rnn_core.export import manifest as places
from rnn_core.export.clean_text import cleaned
from rnn_core.export.data_csv import data_csv
from rnn_core.export.exported import Exported
from rnn_core.export.manifest import FORMAT, LIMITS, MOST_RUNS, Manifest, RunEntry, entry_of
from rnn_core.export.notebook import notebook_of
from rnn_core.export.own_names import with_own_names
from rnn_core.export.readme import readme_of
from rnn_core.export.report import report_of
from rnn_core.export.safe_zip import MB
from rnn_core.export.script import script_of
from rnn_core.export.tables import predictions_csv, scores_json, settings_json
from rnn_core.export.voice import Voice
from rnn_core.forecast.run import Run
from rnn_core.records import pack_run, pack_series
from rnn_core.store.lines import LONGEST_NOTE, LONGEST_TITLE

# Packed bytes: of plotly.js and all else in a report, and of a cell of the data in its record and as text.
_REPORT, _A_CELL = 2 * MB, 16
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that zip files know
_UNIX, _READABLE = 3, 0o100644 << 16


def bundle_of(runs: Sequence[Exported], voices: Sequence[Voice]) -> bytes:
    """`runs` as one zip file; what a person reads in it is in the first of `voices`, the report in all.

    Raises:
        BundleError: there are too many runs, or they are too large to be taken in again.
    """
    require_room(runs)
    whole = [with_own_names(one) for one in runs]
    packed = [pack_series(one.data) for one in whole]
    names = _series_names(packed)
    folders = [folder_of(number, one.run) for number, one in enumerate(whole, start=1)]
    files = {names[content]: content for content in packed}
    for folder, one in zip(folders, whole, strict=True):
        files |= {f"{folder}/{name}": content for name, content in _files_of(one).items()}
    files[places.REPORT] = report_of(whole, voices).encode()
    files[places.README] = readme_of(dict(zip(folders, whole, strict=True)), voices[0]).encode()
    entries = tuple(
        _entry(one, folder, names[content]) for folder, content, one in zip(folders, packed, whole, strict=True)
    )
    return _zipped(files, entries)


def require_room(runs: Sequence[Exported]) -> None:
    """Refuse what no bundle holds, before one is made: as far as that can be told, rather once too often.

    Raises:
        BundleError: there are too many runs, or they are too large.
    """
    if not 1 <= len(runs) <= MOST_RUNS:
        raise BundleError(
            "too_many_runs",
            "A bundle holds 1 to {most} runs, and {count} were chosen. Choose fewer.",
            most=MOST_RUNS,
            count=len(runs),
        )
    if (size := rough_size(runs)) > LIMITS.size:
        raise _too_large(size)


def rough_size(runs: Sequence[Exported]) -> int:
    """About how many bytes the bundle of `runs` will have, rather too many."""
    cells = sum(one.data.frame.size for one in runs)
    return _REPORT + _A_CELL * cells + sum(one.run.nbytes for one in runs)


def folder_of(number: int, run: Run) -> str:
    """The name of the folder, or the beginning of the name of a file, for the `number`-th run: `1-LSTM`."""
    spec = run.spec
    words = [str(number), spec.cell, *(["two-directional"] if spec.bidirectional else []), f"seed-{spec.seed}"]
    return re.sub(r"[^A-Za-z0-9]+", "-", "-".join(words))


def _entry(one: Exported, folder: str, series: str) -> RunEntry:
    title, note = cleaned(one.title, LONGEST_TITLE), cleaned(one.note, LONGEST_NOTE, lines=True)
    return RunEntry(folder=folder, series=series, title=title, note=note)


def _series_names(packed: Sequence[bytes]) -> dict[bytes, str]:
    """A name for each distinct series."""
    return {content: f"series-{number}.safetensors" for number, content in enumerate(dict.fromkeys(packed), start=1)}


def _files_of(one: Exported) -> dict[str, bytes]:
    """The folder of a run: all that its script needs is beside it."""
    run = one.run
    files = {
        places.SETTINGS: settings_json(run.spec).encode(),
        places.SCORES: scores_json(run).encode(),
        places.PREDICTIONS: predictions_csv(run).encode(),
        places.DATA: data_csv(one.data).encode(),
        places.SCRIPT: script_of(run, one.data).encode(),
        places.NOTEBOOK: notebook_of(run, one.data).encode(),
        # The model is a file of its own.
        places.RECORD: pack_run(replace(run, model_file=b"")),
    }
    return files | ({places.MODEL: run.model_file} if run.model_file else {})


def _zipped(files: Mapping[str, bytes], runs: tuple[RunEntry, ...]) -> bytes:
    listed = {name: entry_of(files[name]) for name in sorted(files)}
    manifest = Manifest(format=FORMAT, rnn_lab=rnn_core.__version__, runs=runs, files=listed)
    inside = {places.NAME: manifest.model_dump_json(indent=2).encode(), **{name: files[name] for name in listed}}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in inside.items():
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type, part.external_attr, part.create_system = zipfile.ZIP_DEFLATED, _READABLE, _UNIX
            archive.writestr(part, content)
    content = packed.getvalue()
    if len(content) > LIMITS.size or sum(map(len, inside.values())) > LIMITS.unpacked:
        raise _too_large(len(content))
    return content


def _too_large(size: int) -> BundleError:
    return BundleError(
        "runs_too_large",
        "A bundle may have at most {limit} MB, and these runs would take about {size}. Choose fewer.",
        limit=LIMITS.size // MB,
        size=-(-size // MB),
    )
