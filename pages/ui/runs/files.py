"""The files of one run by themselves: what there is of each kind of work, and what they are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pages.ui.language import _
from pages.ui.runs.wording import described
from rnn_core.export import Exported
from rnn_core.export import manifest as places
from rnn_core.export.forms import FORMS
from rnn_core.figures.names import label_all
from rnn_core.records import FORECAST
from rnn_core.words import N_

_NETWORK = N_("The trained network, for keras.saving.load_model.")


@dataclass(frozen=True)
class File:
    """One file of a run, made by `make` in a thread that knows no session; `name` where it must be called just so."""

    label: str
    make: Callable[[], bytes]
    mime: str
    icon: str
    help: str
    name: str = ""


@dataclass(frozen=True)
class _Listed:
    """A file in the folder of a run: the ending of its widget's key, and what a page says of it."""

    ending: str
    label: str
    mime: str
    icon: str
    help: str
    keeps_name: bool = True


_SCRIPT_OF_A_FORECAST = _Listed(
    "py",
    N_("Script"),
    "text/x-python",
    "code",
    N_("Python that trains this network again, without RNN Lab. It reads the data from data.csv beside it."),
    keeps_name=False,
)
_NOTEBOOK = _Listed(
    "ipynb",
    N_("Notebook"),
    "application/x-ipynb+json",
    "menu_book",
    N_("The same for Jupyter. It reads the data from data.csv beside it."),
    keeps_name=False,
)
_SCRIPT = _Listed(
    "py",
    N_("Script"),
    "text/x-python",
    "code",
    N_("Python that uses this network, without RNN Lab. It reads model.keras and the .json file beside it."),
)
_DATA = _Listed("csv", N_("Data"), "text/csv", "table", N_("The data as script and notebook read it."))
_TEXT = _Listed("txt", N_("Text"), "text/plain", "article", N_("The text that was learnt from."))
_TEXTS = _Listed("csv", N_("Data"), "text/csv", "table", N_("The texts and their labels."))
_VOCABULARY = _Listed(
    "json",
    N_("Vocabulary"),
    "application/json",
    "abc",
    N_("The number of each symbol that the network knows. The script reads it."),
)
_LISTED: Mapping[str, Mapping[str, _Listed]] = MappingProxyType(
    {
        FORECAST: {places.SCRIPT: _SCRIPT_OF_A_FORECAST, places.NOTEBOOK: _NOTEBOOK, places.DATA: _DATA},
        "write": {places.SCRIPT: _SCRIPT, places.VOCABULARY: _VOCABULARY, places.TEXT: _TEXT},
        "sentiment": {places.SCRIPT: _SCRIPT, places.VOCABULARY: _VOCABULARY, places.TEXTS: _TEXTS},
        "rewrite": {places.SCRIPT: _SCRIPT, places.SIGNS: _VOCABULARY},
    }
)


def files_of(one: Exported) -> dict[str, File]:
    """What there is of one run, by the endings of its files."""
    there = FORMS[one.kind].files_of(one.run)
    listed = {name: each for name, each in _LISTED[one.kind].items() if name in there}
    found = {
        each.ending: File(_(each.label), _maker(one, name), each.mime, each.icon, _(each.help), name * each.keeps_name)
        for name, each in listed.items()
    }
    if one.run.model_file:
        name = "" if one.kind == FORECAST else places.MODEL
        network = File(_("Network"), lambda: one.run.model_file, "application/octet-stream", "hub", _(_NETWORK), name)
        found["keras"] = network
    return found


def _maker(one: Exported, name: str) -> Callable[[], bytes]:
    return lambda: FORMS[one.kind].files[name](one.run, one.data).encode()


def labels_of(runs: Sequence[Exported]) -> list[str]:
    """A name for each run in a list of them, in order: "1. LSTM"."""
    forecasts = iter(label_all([one.run for one in runs if one.kind == FORECAST], _))
    names = (next(forecasts).name if one.kind == FORECAST else described(one.run.spec) for one in runs)
    return [f"{number}. {name}" for number, name in enumerate(names, start=1)]
