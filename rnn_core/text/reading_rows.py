"""From a person's table, whatever kind of file it is, to rows of cells. Pure."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.kinds import Kind, kind_of
from rnn_core.series.reading.parquet import read_parquet
from rnn_core.series.reading.text import decode
from rnn_core.series.reading.workbook import read_workbook
from rnn_core.text.reading_tidy import refuse_too_large

Row = Sequence[str]

# In the order of preference when several cut equally well; commas also stand inside sentences.
_SEPARATORS = ("\t", ";", "|", ",", "，")
_SAMPLE_ROWS = 500
MOST_ROWS = 100_000
# Refusals whose words ask for a date and a number in every row.
_SPEAK_OF_SERIES = frozenset(("not_text", "empty_file", "not_a_table", "not_a_table_file", "no_numbers"))


def read_rows(data: bytes) -> tuple[list[Row], str]:
    """The rows of a table, its names first if it has any, and the separator between cells (empty for workbooks).

    Raises:
        FileError: `text_too_large`, `too_many_examples`, `no_table_of_texts`, or what refuses a damaged workbook.
    """
    refuse_too_large(len(data))
    readers: dict[Kind, Callable[[bytes], tuple[list[Row], str]]] = {
        Kind.WORKBOOK: lambda book: (_from_cells(read_workbook(book).cells), ""),
        Kind.PARQUET: lambda table: (_from_cells(read_parquet(table)), ""),
        Kind.TEXT: _from_text,
    }
    try:
        return readers[kind_of(data)](data)
    except FileError as error:
        if error.code in _SPEAK_OF_SERIES:
            raise no_table() from error
        raise


def no_table() -> FileError:
    """The refusal of what is no table of texts and labels."""
    return FileError(
        "no_table_of_texts",
        "The file must be a table with a text and a label in every row, and this one is not. "
        "Choose a CSV or Excel file with a column of texts and a column of labels.",
    )


def _from_cells(cells: Cells) -> list[Row]:
    # A small workbook can hold the same text in very many cells.
    refuse_too_large(sum(column.nbytes for column in cells.columns))
    _refuse_too_many(cells.rows)
    return [cells.names, *zip(*(column.to_pylist() for column in cells.columns), strict=True)]


def _from_text(data: bytes) -> tuple[list[Row], str]:
    text = decode(data).content.decode()
    separator = max(_SEPARATORS, key=lambda one: _evenness(_cut(text, one, _SAMPLE_ROWS)))
    rows = _cut(text, separator, MOST_ROWS + 2)
    _refuse_too_many(len(rows) - 1)
    return rows, separator


def _refuse_too_many(rows: int) -> None:
    if rows > MOST_ROWS:
        raise FileError(
            "too_many_examples",
            "A table of texts may have at most {most} rows, and this one has more. Choose a part of it.",
            most=MOST_ROWS,
        )


def _cut(text: str, separator: str, most: int) -> list[Row]:
    """The first `most` filled rows; where a quote never ends, quotes are characters like any other."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, skipinitialspace=True)
        try:
            return list(islice((row for row in lines if any(map(str.strip, row))), most))
        except csv.Error:  # a cell is longer than any cell can be
            continue
    return []


def _evenness(rows: Sequence[Row]) -> float:
    """The share of rows that have the most usual number of cells, 0 where that is one."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0) / max(1, len(rows))
