"""A setting and its value in words, as the form says them: "Window (time steps)", "10 %", "Falls smoothly to zero"."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pages.ui.fields import FIELDS
from pages.ui.language import _, day, number
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.scaling import SCALERS
from rnn_core.words import N_

_SHARES = frozenset({"dropout", "recurrent_dropout", "test_share", "validation_share"})
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "predict": {name: predict.title for name, predict in PREDICTS.items()},
    "scaling": {name: scaler.title for name, scaler in SCALERS.items()},
    "optimizer": {"adam": "Adam", "rmsprop": "RMSprop", "sgd": "SGD"},
    "loss": {"mse": N_("Squared error"), "mae": N_("Absolute error"), "huber": N_("Huber (in between)")},
    "schedule": {
        "constant": N_("Stays the same"),
        "cosine": N_("Falls smoothly to zero"),
        "plateau": N_("Halves when it gets no better"),
    },
    "missing": {
        "refuse": N_("Stop and tell me"),
        "drop": N_("Leave those rows out"),
        "previous": N_("Repeat the last known value"),
    },
}


def title_of(name: str) -> str:
    """What the setting `name` is called."""
    return _(FIELDS[name].label)


def value_of(name: str, value: Any) -> str:
    """A value of the setting `name`, text without marks; a dash where it says nothing."""
    match value:
        case None | () | "":
            words = "–"
        case bool():
            words = _("yes") if value else _("no")
        case tuple():
            words = ", ".join(value)
        case float() if name in _SHARES:
            words = f"{number(100 * value)}\N{NO-BREAK SPACE}%"
        case float():
            words = f"{value:g}"
        case int():
            words = str(value)
        case str() if name in _CHOICES:
            words = _(_CHOICES[name][value])
        case date():
            words = day(value)
        case _:
            words = str(value)
    return words
