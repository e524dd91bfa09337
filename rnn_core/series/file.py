"""read_file: from a dated table to a Series and the receipt of how it was read. Law: a Series or a FileError."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pandas as pd

from rnn_core.errors import FileError
from rnn_core.series.dates import Dates, find_dates
from rnn_core.series.numbers import READABLE_SHARE, find_decimal, is_missing, read_numbers
from rnn_core.series.options import ReadOptions
from rnn_core.series.roles import find_roles
from rnn_core.series.series import Receipt, Series
from rnn_core.series.table import Table, split_table
from rnn_core.series.text import Text, decode, file_name, read_bytes
from rnn_core.series.tidy import tidy
from rnn_core.words import Sentence


@dataclass(frozen=True)
class _Columns:
    """The numeric columns of a table `(rows, columns)`, and what there is to say about the others."""

    values: pd.DataFrame
    warnings: tuple[Sentence, ...]


def read_file(
    file: str | Path | bytes | BinaryIO, name: str | None = None, *, options: ReadOptions | None = None
) -> Series:
    """Read a dated CSV file; `name` defaults to the file's own name without its ending.

    Missing cells stay NaN, rows come in ascending order of date, and the receipt counts what was left out.

    Raises:
        FileError: the file cannot be read as a series; the sentence says why and what to do.
    """
    options = options or ReadOptions()
    own = file_name(file)
    text = decode(read_bytes(file))
    table = split_table(text.content, options.separator)
    dates = _find_dates(table, options)
    columns = _read_columns(table, dates.column, options.decimal or find_decimal(table.cells, table.separator))
    tidied = tidy(columns.values, dates.values, (table.cells == "").all(axis=1))
    receipt = Receipt(
        source=own or name or "file",
        origin="own",
        encoding=text.encoding,
        separator=table.separator,
        roles=find_roles(tidied.frame.columns),
        dropped=tidied.dropped,
        warnings=(*_text_warnings(text, table), *dates.warnings, *columns.warnings, *tidied.warnings),
    )
    return Series(name or Path(own).stem or "file", tidied.frame, receipt)


def _find_dates(table: Table, options: ReadOptions) -> Dates:
    if table.cells.empty:
        raise FileError(
            "too_few_rows", "A series needs at least 2 rows with a date and a number, and the file has {rows}.", rows=0
        )
    try:
        return find_dates(table.cells, options)
    except FileError as error:
        first = table.cells.iloc[:, 0]
        if table.cells.shape[1] == 1 and not _is_numeric(first, read_numbers(first, options.decimal or ".")):
            raise FileError(
                "not_a_table",
                "The file must be a table with a date and a number in every row, and we found only text. "
                "Choose a CSV file.",
            ) from error
        raise


def _is_numeric(cells: pd.Series, values: pd.Series) -> bool:
    filled = ~is_missing(cells)
    return bool(filled.any()) and bool(values[filled].notna().mean() >= READABLE_SHARE)


def _read_columns(table: Table, date_column: str, decimal: str) -> _Columns:
    """Every column of numbers but the dates.

    Raises:
        FileError: `no_numbers`.
    """
    others = table.cells.drop(columns=date_column)
    read = {str(name): read_numbers(others[name], decimal) for name in others.columns}
    numeric = [name for name, values in read.items() if _is_numeric(others[name], values)]
    if not numeric:
        raise FileError(
            "no_numbers",
            "A series needs a column of numbers beside its dates, and the file has none. Add one and choose it again.",
        )
    values = pd.DataFrame({name: read[name] for name in numeric}).replace([np.inf, -np.inf], np.nan)
    unreadable = int((values.isna() & ~others[numeric].apply(is_missing)).to_numpy().sum())
    return _Columns(values, _column_warnings([name for name in read if name not in numeric], unreadable))


def _column_warnings(texts: list[str], unreadable: int) -> tuple[Sentence, ...]:
    warnings = []
    if texts:
        columns = ", ".join(texts)
        warnings.append(
            Sentence(
                "text_columns", "These columns hold no numbers and were left out: {columns}.", {"columns": columns}
            )
        )
    if unreadable:
        warnings.append(
            Sentence(
                "unreadable_numbers",
                "{count} entries in columns of numbers could not be read as numbers and count as missing.",
                {"count": unreadable},
            )
        )
    return tuple(warnings)


def _text_warnings(text: Text, table: Table) -> tuple[Sentence, ...]:
    warnings = []
    if text.guessed:
        warnings.append(
            Sentence(
                "guessed_encoding",
                "The file does not say which character encoding it uses; we took {encoding}. "
                "Check the names of the columns.",
                {"encoding": text.encoding},
            )
        )
    if not table.named:
        warnings.append(Sentence("no_header", "The file has no row of column names; we named them by their place."))
    return tuple(warnings)
