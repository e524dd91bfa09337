"""From a text to a table of cells: separator, header, column names. Pure; every cell stays text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from rnn_core.errors import FileError
from rnn_core.series.numbers import is_number

# In the order of preference when several cut the text equally well; commas also stand inside numbers.
SEPARATORS = ("\t", ";", "|", ",")
_HEAD_ROWS = 50
_HEAD_CHARACTERS = 65_536
_MAX_COLUMNS = 2_000
_DIGIT_GROUPS = re.compile(r"\d+\D+\d+\D+\d+|\d{8}")


@dataclass(frozen=True)
class Table:
    """Rows of text cells under distinct column names; `named` is False where the names are ours."""

    cells: pd.DataFrame
    separator: str
    named: bool


def split_table(text: str, separator: str = "") -> Table:
    """Cut `text` into cells at `separator`, found out when empty.

    Raises:
        FileError: `not_a_table`.
    """
    if text.lstrip()[:1] in {"<", "{", "["} and not re.match(r"\s*<\w+>[\t,;|]", text):
        raise _not_a_table()
    separator = separator or find_separator(text)
    rows = _without_preamble(_read(text, separator))
    named = not _is_data(rows.iloc[0].tolist())
    header = rows.iloc[0].tolist() if named else [""] * rows.shape[1]
    cells = rows.iloc[1:] if named else rows
    filled = [bool(name.strip()) or bool((cells[i] != "").any()) for i, name in enumerate(header)]
    cells = cells.loc[:, filled].reset_index(drop=True)
    cells.columns = pd.Index(unique_names([name for name, keep in zip(header, filled, strict=True) if keep]))
    return Table(cells, separator, named)


def find_separator(text: str) -> str:
    """The separator that cuts the head of `text` into the most even rows, a comma when none does.

    >>> find_separator("Date;Close\\n2024-01-02;1,5\\n2024-01-03;1,6")
    ';'
    """
    evenness = {separator: _evenness(text, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: evenness[separator])
    return best if evenness[best] > 0 else ","


def unique_names(names: Sequence[str]) -> list[str]:
    """Stripped, distinct column names; an empty one is named by its place.

    >>> unique_names(["Close ", "Close", ""])
    ['Close', 'Close (2)', 'column 3']
    """
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        base = name.strip() or f"column {place}"
        copies = (f"{base} ({number})" for number in range(2, len(names) + 2))
        found.append(base if base not in found else next(copy for copy in copies if copy not in found))
    return found


def _widths(text: str, separator: str) -> list[int]:
    reader = csv.reader(io.StringIO(text[:_HEAD_CHARACTERS]), delimiter=separator)
    return [len(row) for row in islice(reader, _HEAD_ROWS) if row]


def _evenness(text: str, separator: str) -> float:
    """Share of rows that have the most usual number of cells, 0 where that number is one."""
    ((width, count),) = Counter(_widths(text, separator)).most_common(1) or [(1, 0)]
    return count / len(_widths(text, separator)) if width > 1 else 0.0


def _read(text: str, separator: str) -> pd.DataFrame:
    """All rows, shorter ones filled up with empty cells."""
    width = max(_widths(text, separator), default=0)
    if not 1 <= width <= _MAX_COLUMNS:
        raise _not_a_table()
    try:
        rows = pd.read_csv(
            io.StringIO(text),
            sep=separator,
            header=None,
            names=list(range(width)),
            index_col=False,
            dtype=str,
            na_filter=False,
            skipinitialspace=True,
            on_bad_lines="error",
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise _not_a_table() from error
    rows = rows.fillna("")
    if rows.empty:
        raise _not_a_table()
    return rows


def _without_preamble(rows: pd.DataFrame) -> pd.DataFrame:
    """Start at the first row that fills more than half of the columns: titles and notes above a table do not."""
    full = (rows != "").sum(axis=1) > rows.shape[1] / 2
    return rows.loc[full.idxmax() :] if full.any() else rows


def _is_data(first: list[str]) -> bool:
    """Whether the first row is already data: a date (or many digits) and a number stand in it."""
    dates = [bool(_DIGIT_GROUPS.fullmatch(cell.strip().split(" ")[0])) for cell in first]
    return any(dates) and any(is_number(cell) for cell, date in zip(first, dates, strict=True) if not date)


def _not_a_table() -> FileError:
    return FileError(
        "not_a_table",
        "The file must be a table with the same columns in every row, and this text is not one. "
        "Choose a CSV file with a date and a number in every row.",
    )
