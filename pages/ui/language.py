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
    words = translated(text)
    return words.format(**{name: shown(value) for name, value in values.items()}) if values else words


def tell(said: Sentence | RnnLabError) -> str:
    """A sentence of the library in the visitor's language, as Markdown."""
    sentence = said.sentence if isinstance(said, RnnLabError) else said
    return _(sentence.template, **sentence.values)


def tell_plainly(sentence: Sentence, code: str = "") -> str:
    """The same as text without marks, for those places that know no Markdown; `code` asks for another language."""
    values = {name: _by_custom(value, code) for name, value in sentence.values.items()}
    return translated(sentence.template, code).format(**values)


def tell_all(sentences: Iterable[Sentence]) -> str:
    """Several sentences in a row; Chinese has no space between them."""
    return _gap().join(tell(sentence) for sentence in sentences)


def tell_all_plainly(sentences: Iterable[Sentence]) -> str:
    """The same as text without marks."""
    return _gap().join(tell_plainly(sentence) for sentence in sentences)


def _gap() -> str:
    return "" if state.language() == "zh" else " "


def listed(items: Iterable[str]) -> str:
    """Several things in a row, with the language's own commas."""
    return ("、" if state.language() == "zh" else ", ").join(items)


def shown(value: Any) -> str:
    """A value as Markdown: three significant digits, a dash where there is no number, dates by custom."""
    return plain(_by_custom(value))


def _by_custom(value: Any, code: str = "") -> str:
    match value:
        case Amount():
            return f"{number(value.value, code=code)}\N{NO-BREAK SPACE}{value.unit}".rstrip()
        case Percent():
            return format_percent(value.share, locale=_locale(code)) if math.isfinite(value.share) else "–"
        case float():
            return number(value, code=code)
        case int() if not isinstance(value, bool):
            return format_decimal(value, locale=_locale(code))
        case date():
            return day(value, code)
    return str(value)


def number(value: float, significant: int = 3, *, code: str = "") -> str:
    """A number by custom, a dash where there is none; `code` asks for another language than the visitor's."""
    if not math.isfinite(value):
        return "–"
    digits = decimals(value, significant)
    return format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""), locale=_locale(code))


def day(value: date, code: str = "") -> str:
    """A date by custom; `code` asks for another language than the visitor's."""
    return format_date(value, format="medium", locale=_locale(code))


def plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _ITEMS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", _JOINTS.sub(_JOINER, text)))


def translated(text: str, code: str = "") -> str:
    """`text` in the language `code`, or else the visitor's, `{names}` in it left as they are.

    With a `code` neither this nor any other function here asks who is visiting, so that they work in any thread.
    """
    # Gettext answers an empty text with the head of the catalogue.
    return catalogue(code or state.language()).gettext(text) if text else ""


def _locale(code: str = "") -> str:
    return _LOCALES[code or state.language()]
