"""Names of submitted trainings: a run's key, with a number where two visitors train the same thing at once. Pure."""

from collections.abc import Container
from itertools import count

SHORT = 12


def numbered(key: str, number: int) -> str:
    """The `number`-th name (counted from 1) for the run `key`.

    >>> numbered("c0ffee", 1), numbered("c0ffee", 2)
    ('c0ffee', 'c0ffee.2')
    """
    return key if number == 1 else f"{key}.{number}"


def run_key(name: str) -> str:
    """The run's key in a name.

    >>> run_key("c0ffee.2")
    'c0ffee'
    """
    return name.partition(".")[0]


def short_name(name: str) -> str:
    """The name as it stands in an address: 12 hex digits of the key, and the number if there is one.

    >>> short_name("0123456789abcdef.2")
    '0123456789ab.2'
    """
    key, dot, number = name.partition(".")
    return key[:SHORT] + dot + number


def is_short_for(short: str, name: str) -> bool:
    """Whether `short` (at least 12 digits) stands for `name`.

    >>> is_short_for("0123456789ab", "0123456789abcdef"), is_short_for("0123456789ab", "0123456789abcdef.2")
    (True, False)
    """
    key, _, number = short.partition(".")
    return len(key) >= SHORT and run_key(name).startswith(key) and name.partition(".")[2] == number


def free_name(key: str, taken: Container[str]) -> str:
    """The first name for the run `key` that is not in `taken`."""
    return next(name for number in count(1) if (name := numbered(key, number)) not in taken)
