"""Times of day in a column of their own, and the dates of a table joined with them. Pure."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.series.column_names import CLOCK_WORDS, is_clock_name, plain_name
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.clocks import read_clocks

Times = npt.NDArray[np.datetime64]

_DAY = np.int64(86_400_000_000)  # in microseconds
_CLOCK = r"^\d{1,2}:\d{2}(?::\d{2})?$"
_DIGITS = r"^\d{1,6}$"


def find_clock(cells: Cells, date_columns: tuple[str, ...], days: Times) -> tuple[str, Times] | None:
    """The column that holds the times of day of `days` `(rows,)`, and both together; None where there is none.

    A column of which one value is no time of day is one of numbers.
    """
    known = ~np.isnat(days)
    if (days[known].astype("int64") % _DAY != 0).any():
        return None
    for name in cells.names:
        if name in date_columns or not (_is_clock(cells, name) or _is_clock_beside(cells, date_columns[0], name)):
            continue
        since, zone = read_clocks(_padded(cells.column(name)))
        if (since[known] >= 0).all():
            moved = days + (since - zone).astype("timedelta64[us]")
            return name, np.where(known, moved, np.datetime64("NaT", "us"))
    return None


def _is_clock(cells: Cells, name: str) -> bool:
    """Whether a column is called like times of day; of digits alone the whole name must say so."""
    if plain_name(name) in CLOCK_WORDS:
        return True
    return is_clock_name(name) and not bool(pc.any(pc.match_substring_regex(cells.column(name), _DIGITS)).as_py())


def _is_clock_beside(cells: Cells, date_column: str, name: str) -> bool:
    """Whether the column right of the dates holds times of day, whatever it is called."""
    beside = cells.names.index(name) == cells.names.index(date_column) + 1
    return beside and bool(pc.all(pc.match_substring_regex(cells.column(name).slice(0, 50), _CLOCK)).as_py())


def _padded(cells: pa.Array) -> pa.Array:
    """Digits as six of them: a spreadsheet takes zeros away in front. The longest ones say what the last two count.

    >>> [_padded(pa.array(texts)).to_pylist() for texts in (["9", "24"], ["30", "930"], ["0", "93000"])]
    [['090000', '240000'], ['003000', '093000'], ['000000', '093000']]
    """
    digits = pc.match_substring_regex(cells, _DIGITS)
    longest = pc.max(pc.if_else(digits, pc.utf8_length(cells), 0)).as_py() or 0
    width = 2 if longest <= 2 else 4 if longest <= 4 else 6
    filled = pc.binary_join_element_wise(pc.utf8_lpad(cells, width, "0"), "0" * (6 - width), "")
    return pc.if_else(digits, filled, cells)
