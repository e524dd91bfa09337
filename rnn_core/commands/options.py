"""Options of the command line that are made from a spec's fields, so that no setting is written down twice. Pure."""

import argparse
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, get_args, get_origin

import numpy as np
from annotated_types import Ge

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.spec import FieldWords, Spec

# A command trains a list of cells, which has an option of its own.
_NO_SETTINGS = frozenset({"kind", "cell"})
_PLACEHOLDERS = {int: "N", float: "X", str: "TEXT"}


class Parser(argparse.ArgumentParser):
    """Refuses as the rest of the house does, with a sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise unusable(message)


def unusable(reason: str) -> SpecError:
    """The refusal of a command line, in the words that argparse has for it or in our own."""
    return SpecError("bad_option", "This command line cannot be used: {reason}. See --help.", reason=reason)


@dataclass(frozen=True)
class Told:
    """What the help says of settings: their `words`, and what each of their `choices` means.

    `notes` stand in place of what the spec says of a setting; `defaults`: those of the spec hold where nothing is said.
    """

    words: Mapping[str, FieldWords]
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    defaults: bool = True

    def help(self, spec: type[Spec], name: str) -> str:
        """What is said of the setting `name` of `spec`."""
        words, note = self.words[name], self.notes.get(name) or self._note(spec, name)
        return f"{words.label}. {words.help}{f' ({note})' if note else ''}"

    def _note(self, spec: type[Spec], name: str) -> str:
        """What the spec allows, and what holds where nothing is said."""
        found = [f"{one}: {meaning}" for one, meaning in self.choices.get(name, {}).items()]
        if any(isinstance(rule, Ge) for rule in spec.model_fields[name].metadata):
            found.append(" to ".join(map(_plainly, spec.bounds(name))))
        if self.defaults:
            found.append(f"default {_plainly(spec.default(name)) or 'nothing'}")
        return "; ".join(found)


def add_settings(
    parser: argparse.ArgumentParser, spec: type[Spec], told: Told, *, without: Collection[str] = ()
) -> None:
    """An option for each setting of `spec` but those `without`; what is not given is left to the spec."""
    for name, setting in spec.model_fields.items():
        if name not in _NO_SETTINGS and name not in without:
            # argparse takes a percent sign for one of its own marks.
            words = told.help(spec, name).replace("%", "%%")
            parser.add_argument(f"--{name.replace('_', '-')}", help=words, **_form(setting.annotation))


def add_cells(parser: argparse.ArgumentParser, default: tuple[str, ...]) -> None:
    """Which cells are trained, side by side."""
    parser.add_argument(
        "--cells",
        type=names,
        default=default,
        help=f"with commas, of {', '.join(CELLS)} (default {','.join(default)})",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """In which form the answer is printed."""
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")


def chosen(options: argparse.Namespace, spec: type[Spec]) -> dict[str, Any]:
    """The settings of `spec` that were given on the command line, and no others."""
    given = {name: getattr(options, name, None) for name in spec.model_fields if name not in _NO_SETTINGS}
    return {name: value for name, value in given.items() if value is not None}


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _form(annotation: Any) -> dict[str, Any]:
    """How a value of this type is written on a command line."""
    if annotation is bool:
        return {"action": argparse.BooleanOptionalAction}
    if get_origin(annotation) is Literal:
        return {"choices": get_args(annotation)}
    return {"type": annotation, "metavar": _PLACEHOLDERS[annotation]}


def _plainly(value: Any) -> str:
    """A value as one would type it.

    >>> _plainly(0.00001), _plainly(True), _plainly("GRU")
    ('0.00001', 'yes', 'GRU')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return np.format_float_positional(value, trim="-")
    return str(value)
