"""Dates whose year, month and day stand in columns of their own. Pure."""

import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.series.column_names import DAY_NAMES, MONTH_NAMES, YEAR_NAMES, plain_name
from rnn_core.series.reading.cells import Cells

_YEAR, _SMALL = r"^(?:1[6-9]|2[01])\d\d$", r"^\d{1,2}$"


def find_date_parts(cells: Cells) -> tuple[tuple[str, ...], pa.Array] | None:
    """The columns of year, month and, where there is one, day, and their texts `(rows,)` as 2024-1-31; else None.

    >>> columns = tuple(pa.array(texts) for texts in (["2024", "2024"], ["1", "2"], ["5", "7"]))
    >>> find_date_parts(Cells(("Year", "Month", "Rain"), columns))[1].to_pylist()
    ['2024-1', '2024-2']
    """
    year = _find(cells, YEAR_NAMES, _YEAR)
    month = _find(cells, MONTH_NAMES, _SMALL)
    if year is None or month is None:
        return None
    day = _find(cells, DAY_NAMES, _SMALL)
    names = (year, month) if day is None else (year, month, day)
    return names, pc.binary_join_element_wise(*(cells.column(name) for name in names), "-")


def _find(cells: Cells, known: frozenset[str], pattern: str) -> str | None:
    for name in cells.names:
        if plain_name(name) in known and cells.rows:
            fitting = pc.sum(pc.match_substring_regex(cells.column(name), pattern)).as_py()
            if fitting >= 0.9 * cells.rows:
                return name
    return None
