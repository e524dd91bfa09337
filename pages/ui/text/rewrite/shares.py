"""Shares in percent, as a person would say them: what is not quite nothing or all is not said to be. Pure."""

_LEAST = 0.005


def percent(share: float) -> str:
    """A share (0 to 1) in whole percents, as text without marks.

    >>> percent(0.42), percent(0.999), percent(1.0), percent(0.001)
    ('42%', '> 99%', '100%', '< 1%')
    """
    if 1 - _LEAST < share < 1:
        return "> 99%"
    return "< 1%" if 0 < share < _LEAST else f"{share:.0%}"


def sign(right: bool) -> str:
    """Right or wrong, to be seen without colours."""
    return "✓" if right else "✗"
