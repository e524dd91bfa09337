"""What columns are called in people's languages (the lists are in column_names.toml), and names in plain form. Pure."""

import re
import tomllib
import unicodedata
from pathlib import Path

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
ROLE_NAMES: dict[str, tuple[str, ...]] = {role: tuple(names) for role, names in _LISTS["roles"].items()}
DATE_WORDS = frozenset(_LISTS["words"]["dates"])
CLOCK_WORDS = frozenset(_LISTS["words"]["clocks"])
YEAR_NAMES = frozenset(_LISTS["words"]["years"])
MONTH_NAMES = frozenset(_LISTS["words"]["months"])
DAY_NAMES = frozenset(_LISTS["words"]["days"])
EVERYDAY_NAMES = frozenset(_LISTS["words"]["everyday"])
CODE_WORDS = frozenset(_LISTS["words"]["codes"])
COUNT_WORDS = frozenset(_LISTS["words"]["counts"])

_LONGEST = 200  # letters of a name that count; what is longer is a text
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBERING = re.compile(r"^\d+[.)]\s+")
_MARKS = re.compile(r"[\W_]+", re.UNICODE)
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i"})


def plain_name(name: str) -> str:
    """A column's name in the form that the lists above have.

    >>> plain_name(" <CLOSE> "), plain_name("Preço de Fechamento"), plain_name("adjClose"), plain_name("成交量(股)")
    ('close', 'preco de fechamento', 'adj close', '成交量')
    """
    text = unicodedata.normalize("NFKC", name[:_LONGEST])
    without_units = _BRACKETS.sub(" ", text)
    text = _CAMEL.sub(" ", without_units if _MARKS.sub("", without_units) else text)
    text = _NUMBERING.sub("", text.strip()).casefold()
    # Only accents of Latin letters: Korean and Japanese need their marks.
    split = unicodedata.normalize("NFD", text)
    bare = unicodedata.normalize("NFC", re.sub(r"[\u0300-\u036f]", "", split)).translate(_LETTERS)
    return _MARKS.sub(" ", bare).strip()


def is_date_name(name: str) -> bool:
    """Whether a column is called like dates.

    >>> is_date_name("<DTYYYYMMDD>"), is_date_name("trade_date"), is_date_name("交易日期"), is_date_name("Close")
    (True, True, True, False)
    """
    return bool(DATE_WORDS & set(plain_name(name).split()))


def is_code_name(name: str) -> bool:
    """Whether a column of numbers is called like codes, which stand for things.

    >>> is_code_name("ts_code"), is_code_name("证券代码"), is_code_name("Close")
    (True, True, False)
    """
    return bool(CODE_WORDS & set(plain_name(name).split()))


def is_clock_name(name: str) -> bool:
    """Whether a column is called like times of day."""
    return bool(CLOCK_WORDS & set(plain_name(name).split()))
