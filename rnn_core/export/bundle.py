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
from rnn_core.export.data_csv import data_csv
from rnn_core.export.exported import Exported
from rnn_core.export.manifest import FORMAT, MOST_NOTE, MOST_RUNS, MOST_TITLE, Manifest, RunEntry, entry_of
from rnn_core.export.notebook import notebook_of
from rnn_core.export.own_names import with_own_names
from rnn_core.export.readme import readme_of
from rnn_core.export.report import report_of
from rnn_core.export.script import script_of
from rnn_core.export.tables import predictions_csv, scores_json, settings_json
from rnn_core.export.voice import Voice
from rnn_core.forecast.run import Run
from rnn_core.records import pack_run, pack_series

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that zip files know
_UNIX, _READABLE = 3, 0o100644 << 16


def bundle_of(runs: Sequence[Exported], voices: Sequence[Voice]) -> bytes:
    """`runs` as one zip file; what a person reads in it is in the first of `voices`, the report in all.

    Raises:
        BundleError: there are too many runs.
    """
    if not 1 <= len(runs) <= MOST_RUNS:
        raise BundleError(
            "too_many_runs",
            "A bundle holds 1 to {most} runs, and {count} were chosen. Choose fewer.",
            most=MOST_RUNS,
            count=len(runs),
        )
    whole = [with_own_names(one) for one in runs]
    packed = [pack_series(one.series) for one in whole]
    names = _series_names(packed)
    folders = [folder_of(number, one.run) for number, one in enumerate(whole, start=1)]
    files = {names[content]: content for content in packed}
    for folder, one in zip(folders, whole, strict=True):
        files |= {f"{folder}/{name}": content for name, content in _files_of(one).items()}
    files[places.REPORT] = report_of(whole, voices).encode()
    files[places.README] = readme_of(dict(zip(folders, whole, strict=True)), voices[0]).encode()
    entries = tuple(
        RunEntry(folder=folder, series=names[content], title=one.title[:MOST_TITLE], note=one.note[:MOST_NOTE])
        for folder, content, one in zip(folders, packed, whole, strict=True)
    )
    return _zipped(files, entries)


def folder_of(number: int, run: Run) -> str:
    """The name of the folder, or the beginning of the name of a file, for the `number`-th run: `1-LSTM`."""
    spec = run.spec
    words = [str(number), spec.cell, *(["two-directional"] if spec.bidirectional else []), f"seed-{spec.seed}"]
    return re.sub(r"[^A-Za-z0-9]+", "-", "-".join(words))


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
        places.DATA: data_csv(one.series).encode(),
        places.SCRIPT: script_of(run, one.series).encode(),
        places.NOTEBOOK: notebook_of(run, one.series).encode(),
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
    return packed.getvalue()
