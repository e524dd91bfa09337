"""Names of months in the languages that people's programs speak, from Unicode's own lists. Pure."""

import re
import unicodedata
from functools import lru_cache

from babel.dates import get_month_names

_LANGUAGES = ("en", "de", "fr", "es", "pt", "pl", "it", "nl", "tr", "ru", "sv", "cs")
_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ß": "s"})
_FEWEST_LETTERS = 3


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its short form, with or without accents and a full stop.

    >>> month_number("Jan"), month_number("März"), month_number("févr."), month_number("Sept"), month_number("Smarch")
    (1, 3, 2, 9, None)
    """
    return _numbers().get(_plain(name))


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """English first: where languages share a short form, they mean the same month or English wins."""
    found: dict[str, int] = {"sept": 9, "juill": 7}  # usual forms that Unicode does not list
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    _learn(found, name, int(number))
    return found


def _learn(found: dict[str, int], name: str, number: int) -> None:
    plain = _plain(name)
    if len(plain) >= _FEWEST_LETTERS and plain.isalpha():
        found.setdefault(plain, number)
        found.setdefault(plain[:_FEWEST_LETTERS], number)


def _plain(name: str) -> str:
    split = unicodedata.normalize("NFD", name.casefold().strip(" ."))
    return re.sub(r"[\u0300-\u036f]", "", split).translate(_LETTERS)
