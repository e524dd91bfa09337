"""From text cells to dates: which column holds them, and the time of day where there is one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.errors import FileError
from rnn_core.series.column_names import is_clock_name
from rnn_core.series.options import DateOrder, ReadOptions
from rnn_core.series.reading.cells import Cells, listed
from rnn_core.series.reading.clocks import read_clocks, split_clock
from rnn_core.series.reading.date_names import is_called_dates, is_surely_dates
from rnn_core.series.reading.date_parts import find_date_parts
from rnn_core.series.reading.days import READABLE_SHARE, read_days
from rnn_core.series.reading.epochs import read_epochs
from rnn_core.series.reading.numbers import is_missing

Times = npt.NDArray[np.datetime64]

_DAY = np.int64(86_400_000_000)  # in microseconds
_SAMPLE = 50
_MOST_TRIED = 40
_MOST_DAYS = 250_000  # distinct ones; no calendar has more
_CLOCK = r"^\d{1,2}:\d{2}(?::\d{2})?$"
_NONE = np.datetime64("NaT", "us")


@dataclass(frozen=True)
class Dates:
    """The dates of a table: `values` `(rows,)` in microseconds, NaT where the cells cannot be read.

    `columns` hold them (the day, and the time of day where it stands apart), `share` is that of the readable cells
    among those that are not empty, `example` the first unreadable cell; `order` and `settled` are those of the reading.
    """

    columns: tuple[str, ...]
    values: Times
    share: float
    example: str = ""
    order: DateOrder = ""
    settled: str = "days"


def find_dates(cells: Cells, options: ReadOptions) -> Dates:
    """The dates of a table of text cells.

    Raises:
        FileError: `no_dates`, `unreadable_dates` or `unknown_column`.
    """
    parts = find_date_parts(cells)
    if parts is not None and options.date_column in ("", parts[0][0]):
        joined = read_dates(parts[0][0], parts[1], wanted=True)
        if joined.share >= READABLE_SHARE:
            return _with_clock(cells, replace(joined, columns=parts[0]))
    best = Dates((), np.empty(0, "datetime64[us]"), 0.0)
    for name in _candidates(cells.names, options.date_column):
        dates = read_dates(name, cells.column(name), options.date_order, wanted=bool(options.date_column))
        if dates.share >= READABLE_SHARE:
            return _with_clock(cells, dates)
        if dates.share > best.share or (not best.columns and is_called_dates(name)):
            best = dates
    named = bool(options.date_column) or any(is_called_dates(name) for name in best.columns)
    raise _refusal(best, named=named)


def read_dates(name: str, cells: pa.Array, order: DateOrder = "", *, wanted: bool = False) -> Dates:
    """One column as dates, whatever its cells are; `wanted` when the person says that these are the dates."""
    named = wanted or is_surely_dates(name)
    filled = pc.invert(is_missing(cells))
    count = int(pc.sum(filled).as_py() or 0)
    nothing = Dates((name,), np.full(len(cells), _NONE), 0.0, _first(cells, filled))
    if not count:
        return nothing
    epochs = read_epochs(cells, named=named)
    if epochs is not None:
        return replace(nothing, values=epochs, share=1.0, example="")
    day_texts, clock_texts = _split(cells)
    days = day_texts.dictionary_encode()
    if len(days.dictionary) > _MOST_DAYS:
        return nothing
    rows = days.indices.to_numpy(zero_copy_only=False).astype("intp")
    texts = days.dictionary.to_pylist()
    mask = np.asarray(filled)
    used, places = _only(texts, rows[mask])
    reading = read_days(used, places, order=order, named=named)
    if reading.share < READABLE_SHARE / 2:
        return nothing
    values: Times = np.full(len(cells), _NONE)
    values[mask] = reading.days.astype("datetime64[us]")[places]
    values = _at_clock(values, clock_texts)
    known = ~np.isnat(values)
    share = float(known[mask].mean())
    return Dates((name,), values, share, _first(cells, pa.array(mask & ~known)), reading.order, reading.settled)


def _only(texts: Sequence[str], rows: npt.NDArray[np.intp]) -> tuple[list[str], npt.NDArray[np.intp]]:
    """The texts that occur in `rows`, and the rows counted in these."""
    occurs = np.bincount(rows, minlength=len(texts)) > 0
    places = np.cumsum(occurs) - 1
    return [text for text, one in zip(texts, occurs, strict=True) if one], places[rows]


def _split(cells: pa.Array) -> tuple[pa.Array, pa.Array | None]:
    step = max(1, len(cells) // _SAMPLE)
    sample = cells.take(pa.array(range(0, len(cells), step)))
    has_clock = pc.any(pc.match_substring_regex(sample, r"\d[hT: ]\d|[^\d]\d{6}")).as_py()
    return split_clock(cells) if has_clock else (cells, None)


def _at_clock(days: Times, clock_texts: pa.Array | None) -> Times:
    """Days `(n,)` with their times of day. A day stays in its own calendar; times with a zone become universal time."""
    if clock_texts is None:
        return days
    since, zone = read_clocks(clock_texts)
    whole_days = bool((since[~np.isnat(days)] % _DAY == 0).all())
    moved = since if whole_days else since - zone
    return np.where(since < 0, _NONE, days + moved.astype("timedelta64[us]"))


def _with_clock(cells: Cells, dates: Dates) -> Dates:
    """Days together with the times of day that stand in a column of their own."""
    known = ~np.isnat(dates.values)
    if (dates.values[known].astype("int64") % _DAY != 0).any():
        return dates
    for name in cells.names:
        if name in dates.columns or not (is_clock_name(name) or _is_clock_beside(cells, dates.columns[0], name)):
            continue
        since, zone = read_clocks(_padded(cells.column(name)))
        if (since[known] >= 0).all():
            moved = dates.values + (since - zone).astype("timedelta64[us]")
            return replace(dates, columns=(*dates.columns, name), values=np.where(known, moved, _NONE))
    return dates


def _is_clock_beside(cells: Cells, date_column: str, name: str) -> bool:
    """Whether the column right of the dates holds times of day, whatever it is called."""
    beside = cells.names.index(name) == cells.names.index(date_column) + 1
    return beside and bool(pc.all(pc.match_substring_regex(cells.column(name).slice(0, 50), _CLOCK)).as_py())


def _padded(cells: pa.Array) -> pa.Array:
    """Times like 93000 with the zero that a spreadsheet has taken away."""
    digits = pc.match_substring_regex(cells, r"^\d{1,6}$")
    short = pc.less_equal(pc.utf8_length(cells), 4)
    hours = pc.binary_join_element_wise(pc.utf8_lpad(cells, 4, "0"), "00", "")
    return pc.if_else(
        digits, pc.if_else(pc.and_(short, _looks_like_minutes(cells)), hours, pc.utf8_lpad(cells, 6, "0")), cells
    )


def _looks_like_minutes(cells: pa.Array) -> bool:
    """Whether the longest of the times has four digits: 930 is half past nine then, and no seconds."""
    longest = pc.max(pc.utf8_length(cells)).as_py()
    return bool(longest is not None and 3 <= longest <= 4)


def _candidates(columns: tuple[str, ...], wanted: str) -> list[str]:
    """Columns worth trying: those that are called like dates, then the first ones of a table."""
    if not wanted:
        named = [column for column in columns if is_called_dates(column)]
        return [*named, *[column for column in columns[:_MOST_TRIED] if column not in named]]
    if wanted not in columns:
        raise FileError(
            "unknown_column",
            "The file has no column called {name}. Choose one of: {columns}.",
            name=wanted,
            columns=listed(columns),
        )
    return [wanted]


def _first(cells: pa.Array, mask: pa.Array) -> str:
    found = cells.filter(mask)
    return str(found[0].as_py())[:40] if len(found) else ""


def _refusal(best: Dates, *, named: bool) -> FileError:
    if named or best.share > 0:
        return FileError(
            "unreadable_dates",
            "All dates must be written in one way, and some in the column {column} are not, for instance {example}. "
            "Write them like 2024-12-31.",
            column=best.columns[0] if best.columns else "-",
            example=best.example or "an empty cell",
        )
    return FileError(
        "no_dates",
        "A column of dates is needed, and the file has none. Add one with dates like 2024-12-31.",
    )
