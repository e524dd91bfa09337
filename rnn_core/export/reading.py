"""The way in: from a bundle to its runs, or a refusal in words. Pure: nothing is written, nothing in it is ever run.

Law: whatever can be made anew is not kept, whatever can be checked is checked, and all come in or none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from pydantic_core import from_json

from rnn_core.cells.choice import known_choice
from rnn_core.errors import BundleError, RecordError, SpecError
from rnn_core.export import manifest as places
from rnn_core.export.as_bundle import as_bundle_error
from rnn_core.export.exported import Exported
from rnn_core.export.following import are_shown, require_following
from rnn_core.export.keras_check import check_keras
from rnn_core.export.manifest import LIMITS, Manifest, RunEntry, belongs, entry_of, read_manifest
from rnn_core.export.plain_words import require_plain_words
from rnn_core.export.provenance import require_provenance
from rnn_core.export.safe_zip import MB, SafeZip, damaged, no_bundle, shown
from rnn_core.export.tables import scores_document
from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.records import unpack_run, unpack_series
from rnn_core.series import Series

_MOST_WORDS = 1 * MB
# What is taken from a run's folder; all else there is made anew when it is wanted.
_NEEDED = (places.SETTINGS, places.SCORES, places.RECORD)

Value = TypeVar("Value")


def read_bundle(content: bytes) -> tuple[Exported, ...]:
    """The runs in a bundle that `bundle_of` made, in their order.

    Raises:
        BundleError: it is none, it is damaged, or something in it does not follow from the rest.
    """
    archive = SafeZip(content, LIMITS)
    if places.NAME not in archive.names:
        raise no_bundle()
    manifest = read_manifest(archive.read(places.NAME))
    _require_listed(archive, manifest)
    kept = _checked(archive, manifest)
    series = {name: _series(name, kept) for name in dict.fromkeys(entry.series for entry in manifest.runs)}
    return tuple(_exported(entry, kept, series[entry.series]) for entry in manifest.runs)


def _require_listed(archive: SafeZip, manifest: Manifest) -> None:
    """What is there is listed, what is listed is there, and both may be in a bundle."""
    listed = set(manifest.files)
    strangers = sorted(name for name in archive.names - {places.NAME} if name not in listed or not belongs(name))
    if strangers:
        raise BundleError(
            "unknown_file",
            "The bundle holds {name}, which does not belong into one, so that nothing was taken in. "
            "Only take in bundles that RNN Lab has made.",
            name=shown(strangers[0]),
        )
    needed = {f"{entry.folder}/{name}" for entry in manifest.runs for name in _NEEDED}
    missing = sorted((needed | listed | {entry.series for entry in manifest.runs}) - (archive.names & listed))
    if missing:
        raise BundleError(
            "missing_file",
            "The file {name} is missing from this bundle. Download or copy the bundle again.",
            name=shown(missing[0]),
        )


def _checked(archive: SafeZip, manifest: Manifest) -> dict[str, bytes]:
    """The files that are needed, once all were found to be as listed."""
    kept = {}
    for name, entry in manifest.files.items():
        content = archive.read(name)
        if entry_of(content) != entry:
            raise BundleError(
                "changed_file",
                "The file {name} is not as it was when the bundle was made, so that nothing was taken in. "
                "Download or copy the bundle again.",
                name=shown(name),
            )
        if name.endswith((*_NEEDED, places.MODEL, ".safetensors")):
            kept[name] = content
    return kept


def _series(name: str, kept: Mapping[str, bytes]) -> Series:
    series = _unpacked(unpack_series, name, kept[name])
    dates, columns = series.dates, series.columns
    ascending = dates.is_monotonic_increasing and dates.is_unique and not dates.hasnans
    if not (len(dates) and columns and ascending and len(set(columns)) == len(columns)):
        raise damaged(name)
    if np.isinf(series.frame.to_numpy()).any() or not are_shown(dates.to_numpy()):
        raise damaged(name)
    return series


def _exported(entry: RunEntry, kept: Mapping[str, bytes], series: Series) -> Exported:
    folder = entry.folder
    spec = _settings(f"{folder}/{places.SETTINGS}", kept)
    run = _unpacked(unpack_run, f"{folder}/{places.RECORD}", kept[f"{folder}/{places.RECORD}"])
    model = kept.get(f"{folder}/{places.MODEL}")
    run = replace(run, model_file=model or b"", layer_choice=known_choice(run.layer_choice))
    if run.spec != spec:
        raise _unlike(f"{folder}/{places.SETTINGS}")
    require_plain_words(run, series, folder)
    require_following(run, series, folder)
    require_provenance(series, folder)
    _require_scores(f"{folder}/{places.SCORES}", kept, run)
    if model is not None:
        check_keras(model, tuple(layer.kind for layer in run.layers))
    return Exported(run, series, entry.title, entry.note)


def _settings(name: str, kept: Mapping[str, bytes]) -> ForecastSpec:
    fields = _words(name, kept[name])
    if not isinstance(fields, dict):
        raise damaged(name)
    try:
        return ForecastSpec.make(**fields)
    except SpecError as error:
        raise as_bundle_error(error) from error


def _require_scores(name: str, kept: Mapping[str, bytes], run: Run) -> None:
    """What the file of scores says is what the record says."""
    if _words(name, kept[name]) != scores_document(run):
        raise _unlike(name)


def _words(name: str, content: bytes) -> Any:
    """JSON without numbers that are none, without too much of it, and without too much inside of each other."""
    if len(content) > _MOST_WORDS:
        raise damaged(name)
    try:
        return from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise damaged(name) from error


def _unpacked(unpack: Callable[[bytes], Value], name: str, content: bytes) -> Value:
    """What a record holds; no arithmetic on what a stranger wrote may end otherwise than in words."""
    try:
        with np.errstate(all="ignore"):
            return unpack(content)
    except RecordError as error:
        raise as_bundle_error(error) from error
    except (RecursionError, ArithmeticError, MemoryError, AttributeError, IndexError) as error:
        raise damaged(name) from error


def _unlike(name: str) -> BundleError:
    return BundleError(
        "unlike_record",
        "The file {name} says something else than the record beside it, so that nothing was taken in. "
        "Only take in bundles that RNN Lab has made.",
        name=shown(name),
    )
