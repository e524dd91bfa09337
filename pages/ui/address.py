"""The page's address as a value: reading choices from its parameters and writing them. Pure.

A parameter that does not fit is left out, so that an old or mistyped link still opens.
"""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import unquote

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

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

MOST_RUNS = 60

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
    return tuple(name for name in names_in(params.get("cells", "")) if name in CELLS)


def read_runs(params: Mapping[str, str]) -> tuple[str, ...]:
    """The names of runs in the address; each costs a look into the database, so not any number of them."""
    return names_in(params.get("run", ""))[:MOST_RUNS]


def read_repeats(params: Mapping[str, str]) -> int:
    """With how many seeds each cell is trained; once if the address does not say."""
    wanted = params.get("repeats", "")
    return next((count for count in REPEATS if str(count) == wanted), REPEATS[0])


def read_settings(params: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the address names and that lie within their bounds."""
    found: dict[str, Any] = {}
    for name in _FIELDS.keys() & params.keys():
        text: Any = names_in(params[name]) if name == "inputs" else params[name]
        try:
            found[name] = adapter_of(_FIELDS[name]).validate_python(text)
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


def names_in(text: str) -> tuple[str, ...]:
    """Names between commas, each once."""
    return tuple(dict.fromkeys(unquote(name) for name in text.split(",") if name))


def _text(value: Any) -> str:
    return ",".join(map(_without_commas, value)) if isinstance(value, tuple) else str(value)


def _without_commas(name: str) -> str:
    # The name of a column may hold one.
    return name.replace("%", "%25").replace(",", "%2C")


def adapter_of(field: FieldInfo) -> TypeAdapter[Any]:
    """What reads a field of a spec, with its bounds."""
    kind: Any = field.annotation
    for rule in field.metadata:
        kind = _annotated(kind, rule)
    return TypeAdapter(kind)


def _annotated(kind: Any, rule: Any) -> Any:
    return Annotated[kind, rule]
