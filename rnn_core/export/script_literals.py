"""Values as Python source, the only way in which they get into a script. Pure."""

import math
from typing import Any


class Code(str):
    """Text that stands in a script as it is; all else becomes a literal."""

    __slots__ = ()


def literal(value: Any) -> str:
    """`value` as Python source; strings in double quotes where they need no escapes for that.

    >>> print(literal("High"), literal('6" x'), literal(float("nan")), literal(0.5))
    "High" '6" x' float("nan") 0.5
    """
    if isinstance(value, Code):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    if isinstance(value, str):
        # `repr` escapes all that ends a line or cannot be seen.
        return repr(value) if {"'", '"'} & set(value) else f'"{repr(value)[1:-1]}"'
    if isinstance(value, bool | int | float):
        return repr(value)
    raise TypeError(f"A script has no place for a {type(value).__name__}.")
