"""A setting and its value in words, as the form says them: "Window (time steps)", "10 %", "Falls smoothly to zero"."""

from datetime import date
from typing import Any

from pages.ui.language import _, day, number
from rnn_core.forecast.choice_words import CHOICES, SHARES
from rnn_core.forecast.field_words import FIELDS


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
        case float() if name in SHARES:
            words = f"{number(100 * value)}\N{NO-BREAK SPACE}%"
        case float():
            words = f"{value:g}"
        case int():
            words = str(value)
        case str() if name in CHOICES:
            words = _(CHOICES[name][value])
        case date():
            words = day(value)
        case _:
            words = str(value)
    return words
