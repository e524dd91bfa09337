"""Numbers that a person types in a row. Pure."""

import re

_NUMBER = re.compile(r"[-−－]?\d+(?:\.\d+)?")
_LARGEST = 999.0


def numbers_in(text: str, most: int) -> tuple[float, ...]:
    """The first `most` numbers of `text`, apart by anything, none beyond 999 either way.

    >>> numbers_in("3, -1.5 and 4000", 6)
    (3.0, -1.5, 999.0)
    """
    found = (float(re.sub("[−－]", "-", number)) for number in _NUMBER.findall(text)[:most])
    return tuple(min(max(value, -_LARGEST), _LARGEST) for value in found)
