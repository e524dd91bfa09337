"""Names of runs: one owner's run of one spec on one series has one name, for ever and in every database. Pure."""

import hashlib

SHORT = 12


def run_name(key: str, owner: str) -> str:
    """The name of `owner`'s run `key`; nobody's run is called by its key.

    Two visitors' data may hold the same numbers under names that are nobody else's business, so their runs are two;
    the same visitor's are one, and who knows a name learns of neither.
    """
    return hashlib.sha256(f"{key}\n{owner}".encode()).hexdigest() if owner else key


def short_name(name: str) -> str:
    """The name as it stands in an address.

    >>> short_name("0123456789abcdef")
    '0123456789ab'
    """
    return name[:SHORT]


def is_short_for(short: str, name: str) -> bool:
    """Whether `short`, of at least 12 digits, stands for `name`.

    >>> is_short_for("0123456789ab", "0123456789abcdef"), is_short_for("0123", "0123456789abcdef")
    (True, False)
    """
    return len(short) >= SHORT and name.startswith(short)
