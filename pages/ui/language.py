"""Speaking the visitor's language: texts through the catalogue, numbers and dates by its customs."""

import math
import re
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from pages.ui import state
from pages.ui.translations import catalogue
from rnn_core.errors import RnnLabError
from rnn_core.words import Amount, Sentence, decimals

_LOCALES = {"en": "en_US", "zh": "zh_CN"}
# What Markdown would read as a mark: names of files and columns are shown as they are.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|:])")


def _(text: str, **values: Any) -> str:
    """`text` in the visitor's language, `{names}` in it replaced by `values`."""
    translated = catalogue(state.language()).gettext(text)
    return translated.format(**{name: shown(value) for name, value in values.items()}) if values else translated


def tell(said: Sentence | RnnLabError) -> str:
    """A sentence of the library in the visitor's language."""
    sentence = said.sentence if isinstance(said, RnnLabError) else said
    return _(sentence.template, **sentence.values)


def shown(value: Any) -> str:
    """A value as text for Markdown: three significant digits, a dash where there is no number, dates by custom."""
    match value:
        case Amount():
            return f"{shown(value.value)}\N{NO-BREAK SPACE}{plain(value.unit)}".rstrip()
        case float():
            return number(value)
        case int():
            return format_decimal(value, locale=_locale())
        case date():
            return day(value)
    return plain(str(value))


def number(value: float, significant: int = 3) -> str:
    """A number by custom, a dash where there is none."""
    if not math.isfinite(value):
        return "–"
    digits = decimals(value, significant)
    return format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""), locale=_locale())


def day(value: date) -> str:
    """A date by custom."""
    return format_date(value, format="medium", locale=_locale())


def plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", text)


def _locale() -> str:
    return _LOCALES[state.language()]
