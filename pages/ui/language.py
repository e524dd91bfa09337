"""Speaking the visitor's language: texts through the catalogue, numbers and dates by its customs."""

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from pages.ui import state
from pages.ui.translations import catalogue
from rnn_core.errors import RnnLabError
from rnn_core.words import Amount, Percent, Sentence, decimals

_LOCALES = {"en": "en_US", "zh": "zh_CN"}
# What Markdown would read as a mark: names of files and columns are shown as they are.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|:!&])")
# What would make an item of a list of a line that begins with it, as "1. open" does.
_ITEMS = re.compile(r"^(\s*\d{0,9})([-+.)])(?=[-\s]|$)", re.MULTILINE)
# What Streamlit would make a link, an icon or an arrow of even so: a joiner that nobody sees keeps its sides apart.
_JOINTS = re.compile(
    r"(?<=www)(?=\.)|(?<=:)(?=//)|(?<=@)(?=[-\w]+\.)|(?<=:)(?=[-+a-z][^\s:]*:)|(?<=-)(?=[->])|(?<=<)(?=-)|(?<=[<>~])(?==)",
    re.IGNORECASE,
)
_JOINER = "\N{WORD JOINER}"


def _(text: str, /, **values: Any) -> str:
    """`text` in the visitor's language, as Markdown, `{names}` in it replaced by `values`."""
    translated = _translated(text)
    return translated.format(**{name: shown(value) for name, value in values.items()}) if values else translated


def tell(said: Sentence | RnnLabError) -> str:
    """A sentence of the library in the visitor's language, as Markdown."""
    sentence = said.sentence if isinstance(said, RnnLabError) else said
    return _(sentence.template, **sentence.values)


def tell_plainly(sentence: Sentence) -> str:
    """The same as text without marks, for those places that know no Markdown."""
    values = {name: _by_custom(value) for name, value in sentence.values.items()}
    return _translated(sentence.template).format(**values)


def tell_all(sentences: Iterable[Sentence]) -> str:
    """Several sentences in a row; Chinese has no space between them."""
    return ("" if state.language() == "zh" else " ").join(tell(sentence) for sentence in sentences)


def listed(items: Iterable[str]) -> str:
    """Several things in a row, with the language's own commas."""
    return ("、" if state.language() == "zh" else ", ").join(items)


def shown(value: Any) -> str:
    """A value as Markdown: three significant digits, a dash where there is no number, dates by custom."""
    return plain(_by_custom(value))


def _by_custom(value: Any) -> str:
    match value:
        case Amount():
            return f"{number(value.value)}\N{NO-BREAK SPACE}{value.unit}".rstrip()
        case Percent():
            return format_percent(value.share, locale=_locale()) if math.isfinite(value.share) else "–"
        case float():
            return number(value)
        case int() if not isinstance(value, bool):
            return format_decimal(value, locale=_locale())
        case date():
            return day(value)
    return str(value)


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
    return _ITEMS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", _JOINTS.sub(_JOINER, text)))


def _translated(text: str) -> str:
    # Gettext answers an empty text with the head of the catalogue.
    return catalogue(state.language()).gettext(text) if text else ""


def _locale() -> str:
    return _LOCALES[state.language()]
