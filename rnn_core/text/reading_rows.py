"""From a person's table, whatever kind of file it is, to rows of cells. Pure."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
# Fewer lines within a text may look like rows by chance.
_LINES_OF_CHANCE = 3
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
    lines = list(io.StringIO(decode(data).content.decode(), newline=""))
    separator = max(_SEPARATORS, key=lambda one: _evenness(_cut(lines, one, _SAMPLE_ROWS)))
    rows = _cut(lines, separator, MOST_ROWS + 2)
    _refuse_too_many(len(rows) - 1)
    return rows, separator


def _refuse_too_many(rows: int) -> None:
    if rows > MOST_ROWS:
        raise FileError(
            "too_many_examples",
            "A table of texts may have at most {most} rows, and this one has more. Choose a part of it.",
            most=MOST_ROWS,
        )


def _cut(lines: Sequence[str], separator: str, most: int) -> list[Row]:
    """The first `most` filled rows of `lines`, each with its end."""
    return list(islice((row for row in _rows(lines, separator) if any(map(str.strip, row))), most))


def _rows(lines: Sequence[str], separator: str) -> Iterator[Row]:
    """All rows; a quote that is not closed as it should be opens nothing, so that it costs no row but its own.

    Scanning from such a quote ends at the next one that is no pair at the latest: all in all, lines are read twice.
    """
    done = 0
    while done < len(lines):
        rest = map(lines.__getitem__, range(done, len(lines)))
        reader, read = csv.reader(rest, delimiter=separator, skipinitialspace=True, strict=True), 0
        try:
            for row in reader:
                if _hides_rows(lines[done + read : done + reader.line_num], separator, len(row)):
                    break
                yield row
                read = reader.line_num
        except csv.Error:
            pass  # The line of the quote is read alone, as below.
        done += read
        if done < len(lines):
            yield _lone(lines[done], separator)
            done += 1


def _hides_rows(lines: Sequence[str], separator: str, width: int) -> bool:
    """Whether `lines`, which quotes make one row of so many cells, are rows themselves: a chance quote closed it.

    Nobody writes several lines on end in each of which the separators stand just as in a table.
    """
    within = lines[1:-1]
    cut = csv.reader(within, delimiter=separator, quoting=csv.QUOTE_NONE)
    return width > 1 and len(within) >= _LINES_OF_CHANCE and all(len(row) == width and all(row) for row in cut)


def _lone(line: str, separator: str) -> Row:
    """The cells of a line that breaks the rules of quotes: by these as far as they end in it, else as it stands."""
    plain = line.rstrip("\r\n")
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            (row,) = csv.reader([f"{plain}\n"], delimiter=separator, quoting=quoting, skipinitialspace=True)
        except csv.Error:  # a cell is longer than any cell can be
            continue
        if not row[-1].endswith("\n"):
            return row
    return []


def _evenness(rows: Sequence[Row]) -> float:
    """The share of rows that have the most usual number of cells, 0 where that is one."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0) / max(1, len(rows))
