"""Clean text: what can be written as UTF-8, and holds no character that controls a screen or a database. Pure."""

import unicodedata
from typing import Any

# Controls, and halves of characters, which JSON can spell and nothing can write.
_UNCLEAN = frozenset({"Cc", "Cs"})


def is_clean(text: str, *, lines: bool = False) -> bool:
    """Whether `text` is clean; `lines`: it may have several.

    >>> is_clean("收盘价"), is_clean("a\\x00"), is_clean("\\ud800"), is_clean("a\\nb"), is_clean("a\\nb", lines=True)
    (True, False, False, False, True)
    """
    return all(unicodedata.category(mark) not in _UNCLEAN or (lines and mark == "\n") for mark in set(text))


def cleaned(text: str, most: int, *, lines: bool = False) -> str:
    """`text` made clean, of at most so many characters.

    >>> cleaned("a\\tb\\r\\nc", 4, lines=True)
    'a b\\n'
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(mark if is_clean(mark, lines=lines) else " " for mark in whole)[:most]


def all_clean(document: Any) -> bool:
    """Whether all texts in plain JSON values are clean, names of fields too."""
    match document:
        case str():
            return is_clean(document)
        case dict():
            return all(is_clean(str(name)) and all_clean(inner) for name, inner in document.items())
        case list() | tuple():
            return all(map(all_clean, document))
    return True
