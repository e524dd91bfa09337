"""From a text to cells: lines above the table, header, separator, records; lines that do not fit are counted. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells, unique_names
from rnn_core.series.reading.layout import MOST_COLUMNS, Layout, Row, counts_rows, find_bare_layout, find_layout
from rnn_core.series.reading.records import read_records
from rnn_core.series.reading.separators import cut, find_separator, is_wrapped, unwrap

MOST_ROWS = 3_000_000
_NO_SEPARATORS = ('"', "\n", "\r", "\0")
_HEAD_LINES = 200
_HEAD_BYTES = 200_000
_LINE_END = re.compile(rb"\r\n|\n|\r")
_SAYS_SEPARATOR = re.compile(rb"\"?sep=([^\w\"\s]|\t)\"?[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
_WIDE_SPACES = re.compile(r"(?<=\S) {2,}+(?=\S)")
_MOST_MISFITS, _FEW_MISFITS = 0.5, 50


@dataclass(frozen=True)
class _Head:
    """The rows of the first lines of a file, cut at `separator`."""

    rows: list[Row]
    separator: str


def split_table(text: bytes, separator: str = "") -> Cells:
    """Cut `text` (UTF-8) into cells at `separator`, found out when empty.

    Raises:
        FileError: `not_a_table`, `too_many_rows` or `unknown_separator`.
    """
    _refuse_markup(text)
    _refuse_odd_separators(separator)
    text, separator = _prepared(text, separator)
    head = _read_head(text, separator)
    layout = find_layout(head.rows) or find_bare_layout(head.rows)
    if not 1 <= layout.width <= MOST_COLUMNS:
        raise not_a_table()
    try:
        records = read_records(text, _after(text, layout.first), head.separator, layout.width)
    except pa.ArrowInvalid as error:
        raise not_a_table() from error
    _refuse_too_many(len(records.columns[0]))
    if records.outside > max(_FEW_MISFITS, _MOST_MISFITS * len(records.columns[0])):
        raise not_a_table()
    return tidy_cells(layout, records.columns, separator=head.separator, outside=records.outside)


def tidy_cells(layout: Layout, columns: list[pa.Array], *, separator: str = "", outside: int = 0) -> Cells:
    """Stripped cells under distinct names, without columns that hold nothing or only number the rows."""
    stripped, again = _without_headers(layout, [_stripped(column) for column in columns])
    names = unique_names(layout.header)
    kept = [
        i
        for i, column in enumerate(stripped)
        if (layout.header[i].strip() or pc.any(pc.not_equal(column, "")).as_py())
        and not (i == 0 and counts_rows(layout.header[i], column.slice(0, 50).to_pylist()))
    ]
    above = layout.first - int(layout.named)
    taken = tuple(stripped[i] for i in kept)
    return Cells(tuple(names[i] for i in kept), taken, separator, layout.named, above, outside + again)


def _without_headers(layout: Layout, columns: list[pa.Array]) -> tuple[list[pa.Array], int]:
    """The columns without rows that repeat the header, as files pasted together have them, and a count of these."""
    again = pc.equal(columns[0], layout.header[0].strip())
    if not layout.named or not any(layout.header) or not pc.any(again).as_py():
        return columns, 0
    for name, column in zip(layout.header[1:], columns[1:], strict=True):
        again = pc.and_(again, pc.equal(column, name.strip()))
    count = int(pc.sum(again).as_py())
    return ([column.filter(pc.invert(again)) for column in columns], count) if count else (columns, 0)


def _stripped(column: pa.Array) -> pa.Array:
    # Almost all columns have nothing to strip, and are not copied then.
    untidy = pc.any(pc.match_substring_regex(column, r"^\s|\s$|^\p{Z}|\p{Z}$")).as_py()
    return pc.utf8_trim_whitespace(column) if untidy else column


def not_a_table() -> FileError:
    """The refusal of a text that is no table."""
    return FileError(
        "not_a_table",
        "The file must be a table with the same columns in every row, and this text is not one. "
        "Choose a CSV file with a date and a number in every row.",
    )


def _refuse_odd_separators(separator: str) -> None:
    if len(separator) > 1 or separator in _NO_SEPARATORS:
        raise FileError(
            "unknown_separator",
            "A separator is one character and no quote or line end; {separator} is none. Choose one like ; or a comma.",
            separator=separator[:10],
        )


def _refuse_too_many(rows: int) -> None:
    if rows > MOST_ROWS:
        raise FileError(
            "too_many_rows",
            "A table may have at most {most} rows, and this file has {rows}. Leave out the oldest ones.",
            most=MOST_ROWS,
            rows=rows,
        )


def _refuse_markup(text: bytes) -> None:
    start = text[:_HEAD_BYTES].lstrip()[:40]
    if start[:1] in {b"{", b"["} or (start[:1] == b"<" and not re.match(rb"<\w+>\s*[\t,;|]", start)):
        raise not_a_table()


def _prepared(text: bytes, separator: str) -> tuple[bytes, str]:
    """The text without quotes around whole lines, and with tabs for wide spaces; the separator if it says one."""
    if says := _SAYS_SEPARATOR.match(text):
        text, separator = text[says.end() :], separator or says[1].decode("utf-8", "replace")
    lines = _first_lines(text)
    if is_wrapped(lines):
        text = unwrap(_with_plain_ends(text)).encode()
    if separator in ("", "\t") and _is_aligned(lines):
        text = _WIDE_SPACES.sub("\t", _with_plain_ends(text)).encode()
    return text, separator


def _with_plain_ends(text: bytes) -> str:
    return _LINE_END.sub(b"\n", text).decode()


def _is_aligned(lines: Sequence[str]) -> bool:
    """Whether columns are set apart by several spaces and nothing else."""
    filled = [line.strip() for line in lines if line.strip()]
    wide = sum(bool(_WIDE_SPACES.search(line)) for line in filled)
    marked = sum(any(mark in line for mark in "\t,;|") for line in filled)
    return wide * 2 > len(filled) and marked * 2 < len(filled)


def _first_lines(text: bytes) -> list[str]:
    lines = _LINE_END.split(text[:_HEAD_BYTES])
    whole = lines if len(text) <= _HEAD_BYTES or len(lines) == 1 else lines[:-1]
    return [line.decode("utf-8", "ignore") for line in whole[:_HEAD_LINES]]


def _read_head(text: bytes, separator: str) -> _Head:
    lines = _first_lines(text)
    separator = separator or find_separator(lines)
    return _Head([cut(line, separator) if line.strip() else [] for line in lines], separator)


def _after(text: bytes, lines: int) -> int:
    """Where the text goes on after its first `lines` lines."""
    ends = _LINE_END.finditer(text)
    place = 0
    for _ in range(lines):
        end = next(ends, None)
        place = len(text) if end is None else end.end()
    return place
