"""From a text to cells: lines above the table, header, separator, records; lines that do not fit are counted. Pure.

Arrow cuts the records, which takes a quarter of a second for a million of them; lines that do not have the usual
number of cells come back one by one and are filled up or set aside.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells, unique_names
from rnn_core.series.reading.layout import Layout, Row, counts_rows, find_bare_layout, find_layout
from rnn_core.series.reading.separators import cut, find_separator, is_wrapped, unwrap

MOST_COLUMNS = 1_000
_HEAD_LINES = 200
_HEAD_CHARACTERS = 200_000
_SAYS_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\s*$", re.IGNORECASE)
_WIDE_SPACES = re.compile(r"(?<=\S)(?: {2,}|[ \t]*\t[ \t]*)(?=\S)")
_MOST_MISFITS = 0.5


@dataclass(frozen=True)
class _Head:
    """The first lines of a file and their rows, cut at `separator`."""

    lines: list[str]
    rows: list[Row]
    separator: str


def split_table(text: str, separator: str = "") -> Cells:
    """Cut `text` into cells at `separator`, found out when empty.

    Raises:
        FileError: `not_a_table`.
    """
    _refuse_markup(text)
    text, separator = _prepared(text, separator)
    head = _read_head(text, separator)
    layout = find_layout(head.rows) or find_bare_layout(head.rows)
    if not 1 <= layout.width <= MOST_COLUMNS:
        raise not_a_table()
    misfits: list[str] = []
    columns = _read_records(_after(text, layout.first), head.separator, layout.width, misfits)
    rescued, outside = _rescue(misfits, head.separator, layout.width)
    if outside > max(50, _MOST_MISFITS * len(columns[0])):
        raise not_a_table()
    joined = [pa.concat_arrays([column, more]) for column, more in zip(columns, rescued, strict=True)]
    return tidy_cells(layout, joined, separator=head.separator, outside=outside)


def tidy_cells(layout: Layout, columns: Sequence[pa.Array], *, separator: str = "", outside: int = 0) -> Cells:
    """Stripped cells under distinct names, without columns that hold nothing or only number the rows."""
    stripped = [pc.utf8_trim_whitespace(column) for column in columns]
    names = unique_names(layout.header)
    kept = [
        i
        for i, column in enumerate(stripped)
        if (layout.header[i].strip() or pc.any(pc.not_equal(column, "")).as_py())
        and not (i == 0 and counts_rows(layout.header[i], column.slice(0, 50).to_pylist()))
    ]
    above = layout.first - int(layout.named)
    taken = tuple(stripped[i] for i in kept)
    return Cells(tuple(names[i] for i in kept), taken, separator, layout.named, above, outside)


def not_a_table() -> FileError:
    """The refusal of a text that is no table."""
    return FileError(
        "not_a_table",
        "The file must be a table with the same columns in every row, and this text is not one. "
        "Choose a CSV file with a date and a number in every row.",
    )


def _refuse_markup(text: str) -> None:
    start = text.lstrip()[:1]
    if start in {"{", "["} or (start == "<" and not re.match(r"\s*<\w+>\s*[\t,;|]", text)):
        raise not_a_table()


def _prepared(text: str, separator: str) -> tuple[str, str]:
    """The text without quotes around whole lines, and with tabs for wide spaces; the separator if it says one."""
    says = _SAYS_SEPARATOR.match(text[: text.find("\n") + 1 or len(text)])
    if says:
        text, separator = text[says.end() :].lstrip("\r\n"), separator or says[1]
    lines = _first_lines(text)
    if is_wrapped(lines):
        text = unwrap(text)
    if not separator and _is_aligned(lines):
        text = _WIDE_SPACES.sub("\t", text)
    return text, separator


def _is_aligned(lines: Sequence[str]) -> bool:
    """Whether columns are set apart by several spaces and nothing else."""
    filled = [line for line in lines if line.strip()]
    wide = sum(bool(_WIDE_SPACES.search(line.strip())) for line in filled)
    marked = sum(any(mark in line for mark in ",;|") for line in filled)
    return wide * 2 > len(filled) and (marked * 2 < len(filled) or any("\t" in line for line in filled))


def _first_lines(text: str) -> list[str]:
    return [line.rstrip("\n") for line in islice(io.StringIO(text[:_HEAD_CHARACTERS]), _HEAD_LINES)]


def _read_head(text: str, separator: str) -> _Head:
    lines = _first_lines(text)
    separator = separator or find_separator(lines)
    return _Head(lines, [cut(line, separator) if line.strip() else [] for line in lines], separator)


def _after(text: str, lines: int) -> str:
    """What follows the first `lines` lines."""
    place = 0
    for _ in range(lines):
        place = text.find("\n", place) + 1
        if place == 0:
            return ""
    return text[place:]


def _read_records(text: str, separator: str, width: int, misfits: list[str]) -> list[pa.Array]:
    """The columns of all lines with `width` cells; the other lines go to `misfits`."""
    names = [str(i) for i in range(width)]
    if not text.strip():
        return [pa.array([], pa.string())] * width
    if len(separator.encode()) > 1:  # Arrow's separators have one byte
        text, separator = text.replace(separator, "\x1f"), "\x1f"

    def set_aside(row: arrow_csv.InvalidRow) -> str:
        misfits.append(row.text)
        return "skip"

    try:
        table = arrow_csv.read_csv(
            pa.py_buffer(text.encode("utf-8")),
            read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False),
            parse_options=arrow_csv.ParseOptions(delimiter=separator, invalid_row_handler=set_aside),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid as error:
        raise not_a_table() from error
    return [column.combine_chunks() for column in table.columns]


def _rescue(lines: Sequence[str], separator: str, width: int) -> tuple[list[pa.Array], int]:
    """Lines of another width as rows where they can be filled up or cut without a loss, and a count of the others."""
    rows = [cut(line, separator) for line in lines if line.strip(f'{separator} \r\t"')]
    kept = [[*row, *[""] * (width - len(row))][:width] for row in rows if _can_fit(row, width)]
    columns = [pa.array([row[i] for row in kept], pa.string()) for i in range(width)]
    return columns, len(rows) - len(kept)


def _can_fit(row: Row, width: int) -> bool:
    return 1 < len(row) < width or (len(row) > width and not any(row[width:]))
