"""The records of a text: cut by Arrow, with lines of another width filled up in their place or set aside. Pure.

Arrow cuts a million records in a quarter of a second; lines that do not have the usual number of cells come back one
by one, and those of one width are cut together.
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

_BLOCK = 4 * 1024 * 1024
_MOST_OUTSIDE, _MOST_MISFITS = 200_000, 1_000_000
_MOST_TOO_WIDE = 50
_ONE_BYTE = "\x1f"  # Arrow's separators have one byte


@dataclass(frozen=True)
class Records:
    """Columns of texts, each `(rows,)`; `outside` counts the lines that fit no row."""

    columns: list[pa.Array]
    outside: int = 0


@dataclass
class _Misfits:
    """Lines with another number of cells than `width`, under that number, with their places counted from 1."""

    width: int
    blank: str
    lines: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    outside: int = 0

    def set_aside(self, row: arrow_csv.InvalidRow) -> str:
        """Arrow's question what to do with a line."""
        self.places.append(row.number)
        if 1 < row.actual_columns <= self.width + _MOST_TOO_WIDE:
            self.lines.setdefault(row.actual_columns, []).append((row.number, row.text))
        else:
            self.outside += bool(row.text.strip(self.blank))
        return "error" if self.outside > _MOST_OUTSIDE or len(self.places) > _MOST_MISFITS else "skip"


def read_records(text: bytes, start: int, separator: str, width: int, *, quoted: bool = True) -> Records:
    """The lines of `text` (UTF-8) from `start` on as rows of `width` cells.

    A line with fewer cells is filled up, one with more is cut if nothing stands in these; all others are outside.
    Cells may stand in quotes if they are `quoted`; a quote that swallows whole records is a character like any other.

    Raises:
        ArrowInvalid: the text is no table.
    """
    if len(separator.encode()) > 1:
        text, start, separator = text[start:].replace(separator.encode(), _ONE_BYTE.encode()), 0, _ONE_BYTE
    if not text[start:].strip():
        return Records([pa.array([], pa.string())] * width)
    if quoted and b'"' in text:
        with contextlib.suppress(pa.ArrowInvalid):
            records = _read(text, start, separator, width, quotes=True)
            if not any(_holds_records(column, separator, width) for column in records.columns):
                return records
    return _read(text, start, separator, width, quotes=False)


def _read(text: bytes, start: int, separator: str, width: int, *, quotes: bool) -> Records:
    misfits = _Misfits(width, f'{separator} \r\t"')
    content = pa.py_buffer(text).slice(start)
    columns = _cut(content, separator, width, misfits.set_aside, quotes=quotes)
    return _with_misfits(columns, misfits, separator, quotes=quotes)


def _cut(
    content: pa.Buffer, separator: str, width: int, set_aside: Callable[..., str], *, quotes: bool
) -> list[pa.Array]:
    names = [str(i) for i in range(width)]
    table = arrow_csv.read_csv(
        pa.BufferReader(content),
        read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=_BLOCK),
        parse_options=arrow_csv.ParseOptions(
            delimiter=separator, quote_char='"' if quotes else False, invalid_row_handler=set_aside
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    columns: list[pa.Array] = table.columns
    del table
    for i, column in enumerate(columns):  # one by one, so that only one lies in memory twice
        columns[i] = _without_quotes(column.combine_chunks())
    return columns


def _without_quotes(column: pa.Array) -> pa.Array:
    left = pc.any(pc.match_substring(column, '"')).as_py()
    return pc.utf8_trim(column, '"') if left else column


def _holds_records(column: pa.Array, separator: str, width: int) -> bool:
    """Whether whole lines stand in a cell, with as many separators as a record has."""
    broken = column.filter(pc.match_substring(column, "\n"))
    return any(line.count(separator) >= width - 1 > 0 for cell in broken.to_pylist() for line in cell.split("\n"))


def _with_misfits(columns: list[pa.Array], misfits: _Misfits, separator: str, *, quotes: bool) -> Records:
    """The columns with the misfits that can be rows in their places, which the order of dates depends on."""
    if not misfits.lines:
        return Records(columns, misfits.outside)
    outside = misfits.outside
    regular = np.ones(len(columns[0]) + len(misfits.places) + 1, bool)
    regular[[0, *misfits.places]] = False
    parts, places = [columns], [np.flatnonzero(regular)]
    for count, lines in sorted(misfits.lines.items()):
        kept, fits = _fitted([text for _, text in lines], separator, (count, misfits.width), quotes=quotes)
        outside += sum(not fit and bool(text.strip(misfits.blank)) for fit, (_, text) in zip(fits, lines, strict=True))
        parts.append(kept)
        places.append(np.array([place for place, _ in lines])[fits])
    order = np.argsort(np.concatenate(places), kind="stable")
    joined = [pa.concat_arrays(pieces).take(order) for pieces in zip(*parts, strict=True)]
    return Records(joined, outside)


def _fitted(
    lines: Sequence[str], separator: str, widths: tuple[int, int], *, quotes: bool
) -> tuple[list[pa.Array], np.ndarray]:
    """`lines` of the first of `widths` as columns of the second, and which of them could be fitted `(lines,)`."""
    count, width = widths
    content = pa.py_buffer("\n".join(lines).encode())
    columns = _cut(content, separator, count, lambda _: "skip", quotes=quotes)
    if len(columns[0]) != len(lines):  # cut alone they are other lines than in their place
        return [pa.array([], pa.string())] * width, np.zeros(len(lines), bool)
    empty = [np.asarray(pc.equal(pc.utf8_trim_whitespace(column), "")) for column in columns]
    fits = np.all(empty[width:], axis=0) & ~np.all(empty, axis=0) if count > width else ~np.all(empty, axis=0)
    filled = [*columns, *[pa.array([""] * len(lines), pa.string())] * max(0, width - count)]
    return [column.filter(pa.array(fits)) for column in filled[:width]], fits
