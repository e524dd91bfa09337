"""Where the table stands among the first lines of a file: what is above it, its header, its first record. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rnn_core.series.column_names import COUNT_WORDS, plain_name
from rnn_core.series.reading.date_names import is_called_dates
from rnn_core.series.reading.months import month_number
from rnn_core.series.reading.numbers import MISSING, is_number
from rnn_core.series.roles import find_roles

Row = Sequence[str]

# Enough to tell a date from a number while looking for the table; reading dates for good is the business of dates.py.
_DATE_LIKE = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,?\s*)?(?:"
    r"\d{1,4}\s*[-/.年년]\s*\d{1,2}\s*[-/.月월]\s*\d{1,4}\s*[日일.]?"
    # Of two parts one must be a whole year: 10.5 is a price.
    r"|(?:1[5-9]|2[01])\d{2}(?:\s*[-/年년]\s*(?:0?[1-9]|1[0-2])|\.(?:0[1-9]|1[0-2]))\s*[月월]?"
    r"|(?:(?:0?[1-9]|1[0-2])\s*[-/]\s*|(?:0[1-9]|1[0-2])\.)(?:1[5-9]|2[01])\d{2}"
    r"|(?:1[6-9]|2[01])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?[-/.\s]*(?:de\s+|of\s+)?(?P<m1>[^\W\d_]{3,12})\.?[-/.,\s]*(?:de\s+)?'?(?:\d{4}|\d{2})"
    r"|(?P<m2>[^\W\d_]{3,12})\.?[-/.\s]*(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?'?(?:\d{4}|\d{2})"
    r"|\d{4}[-/.\s]*(?:(?P<m3>[^\W\d_]{3,12})\.?[-/.\s]*\d{1,2}|[QMWT]\d{1,2})"
    r"|\d{4}\s*年?\s*第\s?[1-4]\s*(?:季度?|四半期)|[QT][1-4][-/.\s]*\d{4}|[MTSHR]\d{1,2}\.\d{1,2}\.\d{1,2}"
    r"|\d{10}(?:\.\d+)?|\d{13}|\d{16}|\d{19}"
    r")(?:[\sT,]+.{0,40})?",
    re.IGNORECASE,
)
_DATE_NUMBER = re.compile(r"\d{4,8}(?:\.\d+)?")  # days as spreadsheets count them, yymmdd, yyyymm, years
MOST_COLUMNS = 1_000
_LONGEST_CELL = 60  # of those that can be a date or a number
_LONGEST_COUNT = 9  # digits
_LOOK_BACK = 12  # header lines may stand so far above the first record: names, then units or tickers


@dataclass(frozen=True)
class Layout:
    """`header` holds the column names, empty texts where there are none; records begin at row `first`, and have
    `width` cells; `named` is False without a header."""

    header: tuple[str, ...]
    first: int
    width: int
    named: bool


def is_record(row: Row) -> bool:
    """Whether a date and a number stand in one row, or the places for them.

    >>> is_record(["2024-01-02", "MA", "1,5"]), is_record(["Date", "", "Close"]), is_record(["2024-01-02", "n/a"])
    (True, False, True)
    """
    date = next((i for i, cell in enumerate(row[:MOST_COLUMNS]) if is_date_like(cell)), None)
    return date is not None and any(_is_place_of_number(cell) for i, cell in enumerate(row[:MOST_COLUMNS]) if i != date)


def _is_place_of_number(cell: str) -> bool:
    return len(cell) <= _LONGEST_CELL and (is_number(cell) or cell.strip().casefold() in MISSING - {""})


def is_date_like(cell: str) -> bool:
    """Whether a cell could be a date.

    >>> [is_date_like(cell) for cell in ("09.01.2025", "Jan 9, 2025", "114/01/09", "20250109 170000", "1.041,96")]
    [True, True, True, True, False]
    """
    if len(cell) > _LONGEST_CELL:
        return False
    cell = unicodedata.normalize("NFKC", cell).strip().strip("\"'=")
    found = _DATE_LIKE.fullmatch(cell) if 4 <= len(cell) <= _LONGEST_CELL else None
    return found is not None and all(month_number(name) for name in found.groups() if name)


def find_layout(rows: Sequence[Row]) -> Layout | None:
    """The layout of a table whose first lines are `rows`; None where no records are among them."""
    records = find_records(rows)
    first = _first_record(rows, records)
    if first is None:
        return None
    while first and records[first - 1] and len(rows[first - 1]) > 1:
        first -= 1  # records of another width stand before it
    width = _usual_width([row for row, record in zip(rows[first:], records[first:], strict=True) if record])
    header = _header(rows[:first], width, next((i for i, cell in enumerate(rows[first]) if is_date_like(cell)), 0))
    return Layout(_fitted(header, rows[first], width), first, width, bool(header))


def find_records(rows: Sequence[Row]) -> list[bool]:
    """Which rows are records: below names that speak of dates, numbers in that column count as dates too.

    >>> find_records([["yymmdd", "Close"], ["240102", "10.5"], ["note", ""]])
    [False, True, False]
    """
    records: list[bool] = []
    names: Row = ()
    for row in rows:
        if _names_dates(row):
            names = row
        records.append(bool(row) and (is_record(row) or _is_record_below(names, row)))
    return records


def _names_dates(row: Row) -> bool:
    """Whether a row can be a header with a column of dates."""
    cells = row[:MOST_COLUMNS]
    # Numbers first: most rows have some, and names take longer to understand.
    plain = len(cells) > 1 and not any(is_number(cell) or is_date_like(cell) for cell in cells)
    return plain and any(is_called_dates(cell) for cell in cells)


def _is_record_below(names: Row, row: Row) -> bool:
    if len(names) != len(row):
        return False
    cells = list(zip(names, row, strict=True))[:MOST_COLUMNS]
    dates = [is_called_dates(name) and bool(_DATE_NUMBER.fullmatch(cell.strip())) for name, cell in cells]
    place = dates.index(True) if any(dates) else -1
    return place >= 0 and any(_is_place_of_number(cell) for i, cell in enumerate(row[:MOST_COLUMNS]) if i != place)


def find_bare_layout(rows: Sequence[Row]) -> Layout:
    """The layout of rows without records: the first one that fills half of the columns is taken for the header."""
    width = _usual_width(rows)
    place = next((i for i, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) * 2 >= width), 0)
    header = list(rows[place]) if rows else []
    if any(is_number(cell) for cell in header):
        return Layout(("",) * width, place, width, named=False)
    return Layout(_fitted(header, [], width), place + 1, width, named=True)


def _first_record(rows: Sequence[Row], records: Sequence[bool]) -> int | None:
    """The first record that another one of the same width follows soon; a lone one counts where there is no other."""
    places = [i for i, record in enumerate(records) if record]
    for place in places:
        following = [i for i in places if place < i <= place + 3]
        if any(len(rows[i]) == len(rows[place]) for i in following):
            return place
    return places[0] if places else None


def _usual_width(rows: Sequence[Row]) -> int:
    """The most usual number of cells; of equally usual ones the largest."""
    counts = Counter(len(row) for row in rows if row)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _header(above: Sequence[Row], width: int, date_place: int) -> list[str]:
    """The line of names: of those near the records the one with the most names that we know.

    Where we know none, it is the fullest one that says nothing, or dates, above the dates; else the lowest.
    """

    def worth(row: Row) -> tuple[int, bool, int]:
        above_dates = row[date_place].strip() if date_place < len(row) else ""
        known = len(find_roles(row)) + sum(is_called_dates(cell) for cell in row)
        return known, not above_dates or is_called_dates(above_dates), sum(bool(cell.strip()) for cell in row)

    near = [row for row in above[-_LOOK_BACK:] if len(row) * 2 >= width and not any(is_date_like(cell) for cell in row)]
    full = [list(row) for row in near if sum(bool(cell.strip()) for cell in row) * 2 > min(width, len(row) + 1)]
    return max(full[::-1], key=worth) if full else []


def _fitted(header: Sequence[str], record: Row, width: int) -> tuple[str, ...]:
    """`header` with as many names as the records have cells; R leaves out the name of its column of row names."""
    names = [name.strip() for name in header]
    missing = width - len(names)
    if missing == 1 and record and record[-1].strip() and not is_called_dates(names[0] if names else ""):
        return ("", *names)
    if missing == 1 and record and record[-1].strip() and is_date_like(record[1] if len(record) > 1 else ""):
        return ("", *names)
    return tuple([*names, *[""] * max(0, missing)][:width])


def counts_rows(name: str, first: Sequence[str]) -> bool:
    """Whether a column only numbers the rows: a name that says so or none, and 0, 1, 2, ... (or backwards) below it.

    >>> counts_rows("", ["0", "1", "2"]), counts_rows("Close", ["0", "1", "2"])
    (True, False)
    """
    if plain_name(name) not in COUNT_WORDS or len(first) < 2 or not all(_is_count(text) for text in first):
        return False
    numbers = [int(text) for text in first]
    return {b - a for a, b in pairwise(numbers)} in ({1}, {-1})


def _is_count(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_COUNT
