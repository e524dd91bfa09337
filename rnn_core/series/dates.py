"""From text cells to dates: which column holds them, in which format. Pure; one format for a whole column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from rnn_core.errors import FileError
from rnn_core.series.date_formats import DateFormat, formats_for, parse
from rnn_core.series.options import DateOrder, ReadOptions
from rnn_core.words import Sentence

# The share of cells that must read as dates; the rest are notes below a table.
READABLE_SHARE = 0.98
_SAMPLE = 200
_SAMPLE_SHARE = 0.9
_NAMES = {
    *("date", "datetime", "timestamp", "time", "day", "month", "year", "period", "week"),
    *("datum", "fecha", "data", "日期", "时间", "日付", "날짜", "일자"),
}


@dataclass(frozen=True)
class Dates:
    """The dates of a table: `values` has one for each row, missing where the cell cannot be read.

    `share` is that of the readable cells among those that are not empty, `example` the first unreadable cell.
    """

    column: str
    values: pd.Series
    share: float
    example: str = ""
    warnings: tuple[Sentence, ...] = ()


def find_dates(cells: pd.DataFrame, options: ReadOptions) -> Dates:
    """The column of dates in a table of text cells.

    Raises:
        FileError: `no_dates`, `unreadable_dates` or `unknown_column`.
    """
    best = Dates("", pd.Series(dtype="datetime64[us]"), 0.0)
    for column in _candidates([str(name) for name in cells.columns], options.date_column):
        dates = read_dates(cells[column], options.date_order)
        if dates.share >= READABLE_SHARE:
            return dates
        if dates.share > best.share or (not best.column and _is_named(column)):
            best = dates
    raise _refusal(best, named=bool(options.date_column) or _is_named(best.column))


def read_dates(cells: pd.Series, order: DateOrder = "") -> Dates:
    """Read one column with the format that fits the most cells; earlier formats win ties."""
    cells = cells.str.strip()
    filled = cells[cells != ""]
    none = pd.Series(pd.NaT, index=cells.index, dtype="datetime64[us]")
    best = Dates(str(cells.name), none, 0.0, _first(filled))
    for style in formats_for(filled, order, years=_is_named(str(cells.name))):
        if parse(filled.head(_SAMPLE), style).notna().mean() < _SAMPLE_SHARE:
            continue
        dates = _read_as(cells, filled, style)
        if dates.share == best.share and style.twin == "month":
            best = replace(best, warnings=(*best.warnings, _ambiguous(best.column)))
        elif dates.share > best.share:
            best = dates
    return best


def _read_as(cells: pd.Series, filled: pd.Series, style: DateFormat) -> Dates:
    found = parse(filled, style)
    share = float(found.notna().mean())
    return Dates(str(cells.name), found.reindex(cells.index), share, _first(filled[found.isna()]))


def _candidates(columns: list[str], wanted: str) -> Iterable[str]:
    """Columns worth trying, those that are called like dates first."""
    if not wanted:
        return sorted(columns, key=lambda column: not _is_named(column))
    if wanted not in columns:
        raise FileError(
            "unknown_column",
            "The file has no column called {name}. Choose one of: {columns}.",
            name=wanted,
            columns=", ".join(columns),
        )
    return [wanted]


def _is_named(column: str) -> bool:
    return bool(_NAMES & set(column.casefold().strip(" <>").replace("_", " ").split()))


def _first(cells: pd.Series) -> str:
    return str(cells.iloc[0])[:40] if len(cells) else ""


def _ambiguous(column: str) -> Sentence:
    return Sentence(
        "ambiguous_dates",
        "The dates in {column} can be read with the month first or with the day first; we took the month first. "
        "Say so if that is wrong.",
        {"column": column},
    )


def _refusal(best: Dates, *, named: bool) -> FileError:
    if named or best.share > 0:
        return FileError(
            "unreadable_dates",
            "All dates must be written in one way, and some in the column {column} are not, for instance {example}. "
            "Write them like 2024-12-31.",
            column=best.column,
            example=best.example or "an empty cell",
        )
    return FileError(
        "no_dates",
        "A column of dates is needed, and the file has none. Add one with dates like 2024-12-31.",
    )
