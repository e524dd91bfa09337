"""Numbers that may be very small or very large, as text that reads the same in every language. Pure."""

import math

from rnn_core.words import show

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

# What a computer can hardly tell from 0.
_NOTHING = 1e-290


def magnitude(value: float, significant: int = 3) -> str:
    """`value` to so many digits, with a power of ten where it is below a thousandth or above a hundred thousand.

    >>> magnitude(0.1234), magnitude(0.25, 2), magnitude(-96.8), magnitude(5.76e-5).split()
    ('0.123', '0.25', '−96.8', ['5.76', '×', '10⁻⁵'])
    """
    if not math.isfinite(value):
        return "–"
    if abs(value) < _NOTHING:
        return "0"
    if 1e-3 <= abs(value) < 1e5:
        return _with_minus(show(float(value)) if significant >= 3 else f"{value:.{significant}g}")
    digits, _, power = f"{value:.{significant - 1}e}".partition("e")
    return f"{_with_minus(digits)}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}10{str(int(power)).translate(_RAISED)}"


def brief(value: float) -> str:
    """The same as short as it can be, for numbers inside a drawing.

    >>> brief(0.1234), brief(0.0123), brief(5.76e-5), brief(12.3), brief(2345.0)
    ('0.12', '0.012', '6·10⁻⁵', '12', '2·10³')
    """
    if not math.isfinite(value):
        return "–"
    if abs(value) < _NOTHING:
        return "0"
    if 1e-3 <= abs(value) < 1e3:
        places = 3 if abs(value) < 0.0995 else 2 if abs(value) < 10 else 0
        return _with_minus(f"{value:.{places}f}")
    digits, _, power = f"{value:.0e}".partition("e")
    return f"{_with_minus(digits)}·10{str(int(power)).translate(_RAISED)}"


def _with_minus(text: str) -> str:
    """`text` with the sign that is as wide as a plus, where a hyphen was."""
    return text.replace("-", "−")
