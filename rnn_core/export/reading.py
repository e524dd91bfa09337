"""The way in: from a bundle to its runs, or a refusal in words. Pure: nothing is written, nothing in it is ever run.

Law: whatever can be made anew is not kept, whatever can be checked is checked, and all come in or none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from pydantic_core import from_json

from rnn_core.cells.choice import known_choice
from rnn_core.errors import BundleError, RecordError, SpecError
from rnn_core.export import manifest as places
from rnn_core.export.as_bundle import as_bundle_error
from rnn_core.export.exported import Exported
from rnn_core.export.form import Form
from rnn_core.export.forms import FORMS
from rnn_core.export.keras_check import check_keras
from rnn_core.export.manifest import LIMITS, Manifest, RunEntry, belongs, entry_of, read_manifest
from rnn_core.export.safe_zip import MB, SafeZip, damaged, no_bundle, shown
from rnn_core.records import kind_of, unpack_data, unpack_run
from rnn_core.spec import Spec

_MOST_WORDS = 1 * MB
# What is taken from a run's folder; all else there is made anew when it is wanted.
_NEEDED = (places.SETTINGS, places.SCORES, places.RECORD)


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
    data = {key: _data(*key, kept) for key in dict.fromkeys(map(_key, manifest.runs))}
    return tuple(_exported(entry, kept, data[_key(entry)]) for entry in manifest.runs)


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


def _key(entry: RunEntry) -> tuple[str, str]:
    """The file of its data, and as data of which kind of work it is to be read."""
    return entry.series, entry.kind


def _data(name: str, kind: str, kept: Mapping[str, bytes]) -> Any:
    form = _form(kind)
    data = _unpacked(partial(unpack_data, kind=kind), name, kept[name])
    if not form.is_sound(data):
        raise damaged(name)
    return data


def _exported(entry: RunEntry, kept: Mapping[str, bytes], data: Any) -> Exported:
    folder, form = entry.folder, _form(entry.kind)
    spec = _settings(f"{folder}/{places.SETTINGS}", kept, entry.kind)
    unpack = partial(unpack_run, kind=entry.kind)
    run = _unpacked(unpack, f"{folder}/{places.RECORD}", kept[f"{folder}/{places.RECORD}"])
    model = kept.get(f"{folder}/{places.MODEL}")
    run = replace(run, model_file=model or b"", layer_choice=known_choice(run.layer_choice))
    if run.spec != spec:
        raise _unlike(f"{folder}/{places.SETTINGS}")
    form.require_honest(run, data, folder)
    # What the file of scores says is what the record says.
    if _words(f"{folder}/{places.SCORES}", kept[f"{folder}/{places.SCORES}"]) != form.scores(run):
        raise _unlike(f"{folder}/{places.SCORES}")
    if model is not None:
        check_keras(model, form.layers(run))
    return Exported(run, data, entry.title, entry.note)


def _form(kind: str) -> Form:
    try:
        kind_of(kind)
    except RecordError as error:
        raise as_bundle_error(error) from error
    return FORMS[kind]


def _settings(name: str, kept: Mapping[str, bytes], kind: str) -> Spec:
    fields = _words(name, kept[name])
    if not isinstance(fields, dict):
        raise damaged(name)
    try:
        return kind_of(kind).spec.make(**fields)
    except SpecError as error:
        raise as_bundle_error(error) from error


def _words(name: str, content: bytes) -> Any:
    """JSON without numbers that are none, without too much of it, and without too much inside of each other."""
    if len(content) > _MOST_WORDS:
        raise damaged(name)
    try:
        return from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise damaged(name) from error


def _unpacked(unpack: Callable[[bytes], Any], name: str, content: bytes) -> Any:
    """What a record holds; no arithmetic on what a stranger wrote may end otherwise than in words."""
    try:
        with np.errstate(all="ignore"):
            return unpack(content)
    except (RecordError, SpecError) as error:
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
