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
from rnn_core.series.reading.clock_columns import find_clock
from rnn_core.series.reading.clocks import read_clocks, split_clock
from rnn_core.series.reading.date_names import is_called_dates, is_surely_dates
from rnn_core.series.reading.date_parts import find_date_parts
from rnn_core.series.reading.days import READABLE_SHARE, read_days
from rnn_core.series.reading.epochs import read_epochs, read_serials
from rnn_core.series.reading.numbers import is_missing

Times = npt.NDArray[np.datetime64]

_CLOCK_DIGITS = r"^\d{0,6}$"
_DAY = np.int64(86_400_000_000)  # in microseconds
_SAMPLE = 50
_MOST_TRIED = 40
_MOST_DAYS = 250_000  # distinct ones; no calendar has more
_NONE = np.datetime64("NaT", "us")
_MOST_BELOW, _FEWEST_ABOVE = 0.1, 5  # rows without dates below a table, and rows with dates above these
_NAMELESS = "column 1"  # what a column without a name is called
_YYYYMM = r"^(?:1[6-9]|2[01])\d\d(?:0[1-9]|1[0-2])$"


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
    wanted = options.date_column
    if wanted and wanted not in cells.names:
        raise _unknown_column(wanted, cells.names)
    joined = _joined_dates(cells, wanted)
    if wanted and joined is not None:
        return _with_clock(cells, joined)
    names = [wanted] if wanted else [name for name in cells.names if is_called_dates(name)]
    tried = [_read_column(cells, name, options) for name in names]
    best = _finest(cells, [dates for dates in tried if dates.share >= READABLE_SHARE], joined)
    others = () if wanted else tuple(name for name in cells.names[:_MOST_TRIED] if name not in names)
    if best is not None:
        return _with_clock(cells, best)
    for name in others:
        tried.append(_read_column(cells, name, options))
        if tried[-1].share >= READABLE_SHARE:
            return _with_clock(cells, tried[-1])
    raise _refusal(max(tried, key=lambda dates: dates.share), named=bool(names))


def _read_column(cells: Cells, name: str, options: ReadOptions) -> Dates:
    column = cells.column(name)
    wanted = bool(options.date_column) or (name == cells.names[0] == _NAMELESS and _are_months(column))
    return read_dates(name, column, options.date_order, wanted=wanted)


def _are_months(column: pa.Array) -> bool:
    """Whether a column holds nothing but months like 202401, which are dates even without a name."""
    return bool(pc.all(pc.match_substring_regex(column, _YYYYMM)).as_py())


def _joined_dates(cells: Cells, wanted: str) -> Dates | None:
    """The dates that several columns make together, if they do and no other column is `wanted`."""
    parts = find_date_parts(cells)
    if parts is None or wanted not in ("", parts[0][0]):
        return None
    joined = replace(read_dates(parts[0][0], parts[1], wanted=True), columns=parts[0])
    return joined if joined.share >= READABLE_SHARE else None


def _finest(cells: Cells, readable: Sequence[Dates], joined: Dates | None) -> Dates | None:
    """Of several readable columns the best one, or the dates that parts make, where they tell more rows apart.

    Columns that are surely called dates come first, digits called like times of day last, then those that repeat least.
    """
    if not readable:
        return joined
    ranked = [(*_sureness(cells, one.columns[0]), _distinct(one)) for one in readable]
    place = max(range(len(readable)), key=lambda i: ranked[i])
    whole = readable[place]
    if joined is None or (whole.columns[0] not in joined.columns and _distinct(joined) <= ranked[place][-1]):
        return whole
    return joined


def _sureness(cells: Cells, name: str) -> tuple[bool, bool]:
    digits = is_clock_name(name) and bool(pc.all(pc.match_substring_regex(cells.column(name), _CLOCK_DIGITS)).as_py())
    return is_surely_dates(name), not digits


def _distinct(dates: Dates) -> int:
    return len(np.unique(dates.values[~np.isnat(dates.values)]))


def read_dates(name: str, cells: pa.Array, order: DateOrder = "", *, wanted: bool = False) -> Dates:
    """One column as dates, whatever its cells are; `wanted` when the person says that these are the dates."""
    named = wanted or is_surely_dates(name)
    filled = pc.invert(is_missing(cells))
    count = int(pc.sum(filled).as_py() or 0)
    nothing = Dates((name,), np.full(len(cells), _NONE), 0.0, _first(cells, filled))
    if not count:
        return nothing
    epochs = read_epochs(cells, named=named)
    if epochs is None and named:
        epochs = read_serials(cells)
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
    share = _share(known[mask])
    return Dates((name,), values, share, _first(cells, pa.array(mask & ~known)), reading.order, reading.settled)


def _share(known: npt.NDArray[np.bool_]) -> float:
    """The share of readable dates `(n,)`; lines below a table, such as totals, are none of its rows."""
    last = int(np.flatnonzero(known)[-1]) + 1 if known.any() else 0
    few = len(known) - last <= max(1, _MOST_BELOW * len(known)) and last >= _FEWEST_ABOVE
    return float(known[:last].mean() if few else known.mean())


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
    found = find_clock(cells, dates.columns, dates.values)
    return dates if found is None else replace(dates, columns=(*dates.columns, found[0]), values=found[1])


def _unknown_column(wanted: str, columns: tuple[str, ...]) -> FileError:
    return FileError(
        "unknown_column",
        "The file has no column called {name}. Choose one of: {columns}.",
        name=wanted,
        columns=listed(columns),
    )


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
