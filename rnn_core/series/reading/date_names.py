"""How surely a column's name speaks of dates. Pure."""

import re

from rnn_core.series.column_names import DATE_WORDS, is_date_name, plain_name

_FORMAT = re.compile(r"(?:yy){1,2}mm?(?:dd?)?|(?:dd?)?mm?(?:yy){1,2}|mm?dd?(?:yy){1,2}")  # yymmdd, mmddyyyy


def is_called_dates(name: str) -> bool:
    """Whether any word of a name speaks of dates, or the name says how they are written.

    >>> is_called_dates("yymmdd"), is_called_dates("7 day cases"), is_called_dates("Close")
    (True, True, False)
    """
    return is_date_name(name) or _is_format(name)


def is_surely_dates(name: str) -> bool:
    """Whether the whole name, its first word or its last one says so: a word in the middle is one of other things.

    >>> is_surely_dates("Trade Date"), is_surely_dates("date of trade"), is_surely_dates("7 day cases")
    (True, True, False)
    """
    words = plain_name(name).split()
    return _is_format(name) or (bool(words) and bool({words[0], words[-1]} & DATE_WORDS))


def _is_format(name: str) -> bool:
    return bool(_FORMAT.fullmatch(plain_name(name).replace(" ", "")))
