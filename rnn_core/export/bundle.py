"""The bundle: one or several runs as a zip file that lasts, opens anywhere and can be taken in again. Pure.

The same runs give the same bytes, whenever and wherever they are packed.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import rnn_core
from rnn_core.errors import BundleError
from rnn_core.export import manifest as places
from rnn_core.export.clean_text import cleaned
from rnn_core.export.exported import Exported
from rnn_core.export.forms import FORMS
from rnn_core.export.manifest import LIMITS, MOST_RUNS, Manifest, RunEntry, entry_of, format_of
from rnn_core.export.own_names import with_own_names
from rnn_core.export.readme import readme_of
from rnn_core.export.report import report_of
from rnn_core.export.safe_zip import MB
from rnn_core.export.tables import json_text
from rnn_core.export.voice import Voice
from rnn_core.records import FORECAST, pack_data, pack_run
from rnn_core.store.lines import LONGEST_NOTE, LONGEST_TITLE

# Packed bytes of plotly.js and all else in a report.
_REPORT = 2 * MB
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that zip files know
_UNIX, _READABLE = 3, 0o100644 << 16


def bundle_of(runs: Sequence[Exported], voices: Sequence[Voice]) -> bytes:
    """`runs` as one zip file; what a person reads in it is in the first of `voices`, the report in all.

    Raises:
        BundleError: there are too many runs, or they are too large to be taken in again.
    """
    require_room(runs)
    whole = [with_own_names(one) for one in runs]
    packed = [(FORMS[one.kind].data_name, pack_data(one.data)) for one in whole]
    names = _data_names(packed)
    folders = {folder_of(number, one.run): one for number, one in enumerate(whole, start=1)}
    files = {names[each]: each[1] for each in packed}
    for folder, one in folders.items():
        files |= {f"{folder}/{name}": content for name, content in _files_of(one).items()}
    if forecasts := [one for one in whole if one.kind == FORECAST]:
        files[places.REPORT] = report_of(forecasts, voices).encode()
    files[places.README] = readme_of(folders, files.keys(), voices[0]).encode()
    entries = tuple(
        _entry(one, folder, names[data]) for (folder, one), data in zip(folders.items(), packed, strict=True)
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
    report = _REPORT if any(one.kind == FORECAST for one in runs) else 0
    return report + sum(FORMS[one.kind].nbytes(one) for one in runs)


def folder_of(number: int, run: Any) -> str:
    """The name of the folder, or the beginning of the name of a file, for the `number`-th run: `1-LSTM-seed-1`."""
    return re.sub(r"[^A-Za-z0-9]+", "-", "-".join([str(number), *FORMS[run.spec.kind].words(run)]))


def _entry(one: Exported, folder: str, data: str) -> RunEntry:
    title, note = cleaned(one.title, LONGEST_TITLE), cleaned(one.note, LONGEST_NOTE, lines=True)
    return RunEntry(folder=folder, series=data, title=title, note=note, kind=one.kind)


def _data_names(packed: Sequence[tuple[str, bytes]]) -> dict[tuple[str, bytes], str]:
    """A name for each distinct block of data, numbered among those of its kind."""
    numbers: Counter[str] = Counter()
    found = {}
    for each in dict.fromkeys(packed):
        numbers[each[0]] += 1
        found[each] = f"{each[0]}-{numbers[each[0]]}.safetensors"
    return found


def _files_of(one: Exported) -> dict[str, bytes]:
    """The folder of a run: all that its script needs is beside it."""
    run, form = one.run, FORMS[one.kind]
    files = {
        places.SETTINGS: json_text(run.spec.model_dump(mode="json")).encode(),
        places.SCORES: json_text(form.scores(run)).encode(),
        **{name: make(run, one.data).encode() for name, make in form.files_of(run).items()},
        # The model is a file of its own.
        places.RECORD: pack_run(replace(run, model_file=b"")),
    }
    return files | ({places.MODEL: run.model_file} if run.model_file else {})


def _zipped(files: Mapping[str, bytes], runs: tuple[RunEntry, ...]) -> bytes:
    listed = {name: entry_of(files[name]) for name in sorted(files)}
    manifest = Manifest(format=format_of(runs), rnn_lab=rnn_core.__version__, runs=runs, files=listed)
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
