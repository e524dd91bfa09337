"""Sentences that a person will read, kept as a template and its values so that a page can translate them. Pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


def N_(text: str) -> str:
    """Mark `text` for translation without translating it here (the usual gettext name)."""
    return text


def decimals(value: float, significant: int = 3) -> int:
    """Digits after the point so that `value` shows `significant` digits, whole digits never cut.

    >>> decimals(5.2765), decimals(349.1), decimals(0.000312)
    (2, 0, 6)
    """
    if value == 0 or not math.isfinite(value):
        return 0
    rounded = float(f"{value:.{significant}g}")  # 9.999 has two whole digits once it is rounded
    return max(0, significant - 1 - math.floor(math.log10(abs(rounded))))


def show(value: object) -> str:
    """A value as English text: three significant digits, a dash where there is no number, ISO days.

    >>> show(5.2765), show(12345.6), show(float("nan")), show(0.5)
    ('5.28', '12,346', '–', '0.500')
    """
    match value:
        case bool():
            return str(value)
        case float() if not math.isfinite(value):
            return "–"
        case float():
            return f"{value:,.{decimals(value)}f}"
        case int():
            return f"{value:,}"
        case date():
            return value.isoformat()[:10]
    return str(value)


@dataclass(frozen=True)
class Amount:
    """A number and its unit, empty when unknown; `str()` shows three significant digits.

    >>> str(Amount(5.2765, "USD")).split()
    ['5.28', 'USD']
    """

    value: float
    unit: str = ""

    def __str__(self) -> str:
        return f"{show(self.value)}\N{NO-BREAK SPACE}{self.unit}".rstrip()


@dataclass(frozen=True)
class Percent:
    """A share of a hundred; `str()` shows it without digits after the point.

    >>> str(Percent(0.143)).split()
    ['14', '%']
    """

    share: float

    def __str__(self) -> str:
        return f"{self.share * 100:,.0f}\N{NO-BREAK SPACE}%" if math.isfinite(self.share) else "–"


@dataclass(frozen=True)
class Sentence:
    """One sentence with a stable `code`; `str()` gives it in English. Templates name values without format marks.

    >>> str(Sentence("rows", "The file has {rows} rows.", {"rows": 1200}))
    'The file has 1,200 rows.'
    """

    code: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**{name: show(value) for name, value in self.values.items()})
