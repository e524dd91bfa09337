"""Cells: a table of text under distinct column names, whatever kind of file it came from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

_LONGEST_NAME = 200  # a header that is longer is a text
_MOST_SHOWN, _LONGEST_SHOWN = 10, 60


@dataclass(frozen=True)
class Cells:
    """Columns of stripped texts `(rows,)` under distinct `names`; a missing cell is an empty text.

    `separator` stood between the cells (empty for workbooks); `named` is False where the names are ours; `above` and
    `outside` count the lines above the table, and those inside or below it that do not fit its columns.
    """

    names: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    separator: str = ""
    named: bool = True
    above: int = 0
    outside: int = 0

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self.columns[0]) if self.columns else 0

    def column(self, name: str) -> pa.Array:
        """The texts of one column."""
        return self.columns[self.names.index(name)]


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """Stripped, distinct column names; an empty one is named by its place.

    >>> unique_names(["Close ", "Close", ""])
    ('Close', 'Close (2)', 'column 3')
    """
    found: dict[str, None] = {}
    for place, name in enumerate(names, start=1):
        base = " ".join(name[:_LONGEST_NAME].split()) or f"column {place}"
        copies = (f"{base} ({number})" for number in range(2, len(names) + 2))
        found[base if base not in found else next(copy for copy in copies if copy not in found)] = None
    return tuple(found)


def listed(names: Sequence[str]) -> str:
    """Names for a sentence: no more than a person reads, and none longer.

    >>> listed(["Open", "Close"]), listed([str(number) for number in range(99)])
    ('Open, Close', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …')
    """
    shown = [f"{name[:_LONGEST_SHOWN]}…" if len(name) > _LONGEST_SHOWN else name for name in names[:_MOST_SHOWN]]
    return ", ".join([*shown, *["…"] * (len(names) > _MOST_SHOWN)])
