"""The page's address as a value: reading choices from its parameters and writing them. Pure.

A parameter that does not fit is left out, so that an old or mistyped link still opens.
"""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import unquote

from pydantic import TypeAdapter, ValidationError

from rnn_core.cells import CELLS
from rnn_core.errors import RnnLabError
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Source, parse_source

# Settings that only make sense on the series that they were chosen for.
OF_THE_SERIES = frozenset(
    {"target", "inputs", "predict", "train_from", "validation_from", "train_to", "test_from", "test_to"}
)

# With how many seeds each cell may be trained. A choice of the page: every seed is a spec of its own.
REPEATS = range(1, 11)

_MOST_RUNS = 60

# Each page that works with text has runs of its own on display.
TEXT_KINDS = ("write", "sentiment", "rewrite")

_NOT_SETTINGS = frozenset({"kind", "cell"})
_FIELDS = {name: field for name, field in ForecastSpec.model_fields.items() if name not in _NOT_SETTINGS}


def read_source(params: Mapping[str, str]) -> Source | None:
    """Where the data comes from, None if the address does not say."""
    try:
        return parse_source(params["data"])
    except (KeyError, RnnLabError):
        return None


def read_cells(params: Mapping[str, str]) -> tuple[str, ...]:
    """The known cells that the address names."""
    return tuple(name for name in _names(params.get("cells", "")) if name in CELLS)


def read_runs(params: Mapping[str, str]) -> tuple[str, ...]:
    """The names of runs in the address; each costs a look into the database, so not any number of them."""
    return _names(params.get("run", ""))[:_MOST_RUNS]


def read_text_runs(params: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of runs with text in the address, by their kind."""
    found = {kind: _names(params.get(kind, ""))[:_MOST_RUNS] for kind in TEXT_KINDS}
    return {kind: names for kind, names in found.items() if names}


def read_repeats(params: Mapping[str, str]) -> int:
    """With how many seeds each cell is trained; once if the address does not say."""
    wanted = params.get("repeats", "")
    return next((count for count in REPEATS if str(count) == wanted), REPEATS[0])


def read_settings(params: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the address names and that lie within their bounds."""
    found: dict[str, Any] = {}
    for name in _FIELDS.keys() & params.keys():
        text: Any = _names(params[name]) if name == "inputs" else params[name]
        try:
            found[name] = _adapter(name).validate_python(text)
        except ValidationError:
            continue
    return without_defaults(found)


def without_defaults(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Only the settings that say something, in the order of the spec."""
    return {name: settings[name] for name in _FIELDS if name in settings and settings[name] != _FIELDS[name].default}


def write(
    *,
    language: str | None,
    source: Source | None,
    cells: tuple[str, ...],
    settings: Mapping[str, Any],
    runs: tuple[str, ...],
    repeats: int = REPEATS[0],
) -> dict[str, str]:
    """The parameters that say all this; `read_...` gives it back."""
    params = {
        "lang": language or "",
        "data": str(source or ""),
        "cells": ",".join(cells),
        "repeats": str(repeats) if repeats > REPEATS[0] else "",
        **{name: _text(value) for name, value in without_defaults(settings).items()},
        "run": ",".join(runs),
    }
    return {name: text for name, text in params.items() if text}


def write_text_runs(runs: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The parameters that name runs with text; `read_text_runs` gives them back."""
    return {kind: ",".join(names) for kind, names in runs.items() if names}


def _names(text: str) -> tuple[str, ...]:
    """Names between commas, each once."""
    return tuple(dict.fromkeys(unquote(name) for name in text.split(",") if name))


def _text(value: Any) -> str:
    return ",".join(map(_without_commas, value)) if isinstance(value, tuple) else str(value)


def _without_commas(name: str) -> str:
    # The name of a column may hold one.
    return name.replace("%", "%25").replace(",", "%2C")


def _adapter(name: str) -> TypeAdapter[Any]:
    # The field with its bounds, as one type.
    field = _FIELDS[name]
    kind: Any = field.annotation
    for rule in field.metadata:
        kind = _annotated(kind, rule)
    return TypeAdapter(kind)


def _annotated(kind: Any, rule: Any) -> Any:
    return Annotated[kind, rule]
