"""Manifest: the list of what is in a bundle, with the sha256 of every file. Pure."""

import hashlib
import re
from collections.abc import Iterable
from functools import partial
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen, Predicate
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from rnn_core.errors import BundleError
from rnn_core.export.clean_text import is_clean
from rnn_core.export.safe_zip import MB, Limits, damaged
from rnn_core.records import FORECAST
from rnn_core.store.lines import LONGEST_NOTE, LONGEST_TITLE

# Raised whenever older bundles can no longer be read as they are, or this RNN Lab's no longer by older ones: format 2
# knows other kinds of work than forecasts, and bundles of forecasts alone are still written in format 1.
FORMAT = 2
NAME = "manifest.json"
MOST_RUNS = 50
# What a server takes as an upload, in its configuration too. A bundle of usual runs is a tenth of that, and unpacks to
# three times its size.
MOST_MB = 50
LIMITS = Limits(size=MOST_MB * MB, unpacked=250 * MB, entries=500)

_MOST_BYTES = 1 * MB

# The files of a run, in its folder; a model only where there is one.
SETTINGS, SCORES, RECORD, MODEL = "settings.json", "scores.json", "record.safetensors", "model.keras"
PREDICTIONS, DATA, SCRIPT, NOTEBOOK = "predictions.csv", "data.csv", "script.py", "notebook.ipynb"
HISTORY, TEXT, TEXTS, VOCABULARY, SIGNS = "history.csv", "text.txt", "texts.csv", "vocabulary.json", "signs.json"
README, REPORT = "README.md", "report.html"

_OF_A_FORECAST = (PREDICTIONS, DATA, SCRIPT, NOTEBOOK)
_OF_A_RUN = (SETTINGS, SCORES, RECORD, MODEL, *_OF_A_FORECAST, HISTORY, TEXT, TEXTS, VOCABULARY, SIGNS)
_FOLDER = r"[0-9]{1,3}-[A-Za-z0-9-]{1,60}"
_DATA_FILE = r"(?:series|data)-[0-9]{1,3}\.safetensors"
_PLACES = re.compile(
    f"{re.escape(README)}|{re.escape(REPORT)}|{_DATA_FILE}|{_FOLDER}/(?:{'|'.join(map(re.escape, _OF_A_RUN))})"
)

_Plain = ConfigDict(frozen=True, extra="forbid")


def _is_forecast(kind: str) -> bool:
    return kind == FORECAST


class FileEntry(BaseModel):
    """One file: its sha256 in hex digits, and its size in `bytes`."""

    model_config = _Plain
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bytes: Annotated[int, Ge(0)]


class RunEntry(BaseModel):
    """One run: its folder, the file of its data (`series`, whatever they are), and a person's own words about it.

    `kind` is left out where it is that of forecasts, which were there first.
    """

    model_config = _Plain
    folder: Annotated[str, StringConstraints(pattern=f"^{_FOLDER}$")]
    series: Annotated[str, StringConstraints(pattern=f"^{_DATA_FILE}$")]
    title: Annotated[str, MaxLen(LONGEST_TITLE), Predicate(is_clean)] = ""
    note: Annotated[str, MaxLen(LONGEST_NOTE), Predicate(partial(is_clean, lines=True))] = ""
    kind: Annotated[str, StringConstraints(pattern=r"^[a-z]{1,20}$"), Field(exclude_if=_is_forecast)] = FORECAST


class Manifest(BaseModel):
    """All of a bundle; `rnn_lab` is the version that made it."""

    model_config = _Plain
    format: int
    rnn_lab: Annotated[str, MaxLen(40)]
    runs: Annotated[tuple[RunEntry, ...], MinLen(1), MaxLen(MOST_RUNS)]
    files: dict[str, FileEntry]


class _Format(BaseModel):
    format: int


def entry_of(content: bytes) -> FileEntry:
    """How `content` stands in a manifest."""
    return FileEntry(sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))


def format_of(runs: Iterable[RunEntry]) -> int:
    """The lowest format in which `runs` can be told, so that as many as possible can read it."""
    return 1 if all(_is_forecast(one.kind) for one in runs) else FORMAT


def read_manifest(content: bytes) -> Manifest:
    """The manifest in `content`.

    Raises:
        BundleError: it is none, or that of a newer RNN Lab.
    """
    if len(content) > _MOST_BYTES:
        raise damaged(NAME)
    try:
        found = _Format.model_validate_json(content).format
        if found > FORMAT:
            raise BundleError(
                "newer_bundle",
                "This bundle was made by a newer RNN Lab (format {found}; this one reads up to {known}). "
                "Update RNN Lab, then take it in again.",
                found=str(found),
                known=str(FORMAT),
            )
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        raise damaged(NAME) from error


def belongs(name: str) -> bool:
    """Whether a bundle may hold a file of this name."""
    return _PLACES.fullmatch(name) is not None
