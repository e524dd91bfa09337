"""Work with text in the page's address: runs on display and settings, by kind. Pure.

What does not fit is left out, so that an old or mistyped link still opens.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from pages.ui.address import MOST_RUNS, adapter_of, names_in
from rnn_core.errors import SpecError
from rnn_core.records.kinds import KINDS
from rnn_core.text.corpora import EXAMPLES, PASSAGES, Corpus

TEXT_KINDS = ("write", "sentiment", "rewrite")

RUNS, SETTINGS = "text_runs", "text_settings"
KEPT = (RUNS, SETTINGS)
"""Under these names a visit keeps what the address says of work with text, each by kind."""

COMPARED = {"write": "cell", "sentiment": "cell", "rewrite": "attention"}
"""The setting of each kind of which one chooses several values, to train them side by side: a tuple."""

DATA = "data"
"""Beside its settings each kind remembers the name of its built-in text, `OWN`, or `CAME`: that of a run on display."""
OWN, CAME = "own", "came"
BUILT_IN: Mapping[str, Mapping[str, Corpus]] = {"write": PASSAGES, "sentiment": EXAMPLES, "rewrite": {}}

# Where a page begins with another value than the spec.
_USUAL = {("rewrite", "attention"): (True, False)}
# What is usual hangs on another setting, so it is always said.
_HANGS_ON_ANOTHER = frozenset({("rewrite", "epochs")})

Settings = Mapping[str, Mapping[str, Any]]
"""By kind the settings that were chosen, by name."""


def read(params: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """All that the address says of work with text, by the names in `KEPT`."""
    return {RUNS: read_runs(params), SETTINGS: read_settings(params)}


def write(kept: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The parameters that say all that; `read` gives it back."""
    return write_runs(kept[RUNS]) | write_settings(kept[SETTINGS])


def read_runs(params: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of runs with text in the address, by their kind."""
    found = {kind: names_in(params.get(kind, ""))[:MOST_RUNS] for kind in TEXT_KINDS}
    return {kind: names for kind, names in found.items() if names}


def write_runs(runs: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The parameters that name runs with text; `read_runs` gives them back."""
    return {kind: ",".join(names) for kind, names in runs.items() if names}


def read_settings(params: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The settings that the address names and that lie within their bounds, by kind."""
    found = {kind: _settings_of(kind, params) for kind in TEXT_KINDS}
    return {kind: settings for kind, settings in found.items() if settings}


def write_settings(settings: Settings) -> dict[str, str]:
    """The parameters that say all that is not as usual; `read_settings` gives it back."""
    return {
        f"{kind}_{name}": ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for kind, chosen in settings.items()
        for name, value in chosen.items()
        if (kind, name) in _HANGS_ON_ANOTHER or value not in (usual(kind, name), OWN, CAME)
    }


def usual(kind: str, name: str) -> Any:
    """The value of a setting before anybody has chosen one; of the data none."""
    if name == DATA:
        return None
    if (kind, name) in _USUAL:
        return _USUAL[kind, name]
    default = KINDS[kind].spec.default(name)
    return (default,) if name == COMPARED[kind] else default


def _settings_of(kind: str, params: Mapping[str, str]) -> dict[str, Any]:
    names = [*KINDS[kind].spec.model_fields, DATA]
    read = {name: _value(kind, name, params[f"{kind}_{name}"]) for name in names if f"{kind}_{name}" in params}
    return {name: value for name, value in read.items() if value not in (None, ())}


def _value(kind: str, name: str, text: str) -> Any:
    if name == DATA:
        return text if text in BUILT_IN[kind] else None
    if name == COMPARED[kind]:
        values = (_one(kind, name, part) for part in names_in(text))
        return tuple(value for value in values if value is not None)
    return _one(kind, name, text)


def _one(kind: str, name: str, text: str) -> Any:
    try:
        return adapter_of(KINDS[kind].spec.model_fields[name]).validate_python(text)
    except (ValidationError, SpecError):
        return None
