"""read_file: from a person's file to a Series and the receipt of how it was read. Law: a Series or a FileError."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.errors import FileError
from rnn_core.series.checks import check
from rnn_core.series.column_names import is_code_name
from rnn_core.series.options import Decimal, ReadOptions
from rnn_core.series.reading import remarks
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.dates import Dates, find_dates
from rnn_core.series.reading.given import File, file_name, read_bytes
from rnn_core.series.reading.numbers import find_decimal, is_missing, read_numbers
from rnn_core.series.reading.opened import Opened, open_cells
from rnn_core.series.reading.pick import Picked, pick_rows
from rnn_core.series.reading.price_roles import roles_by_values
from rnn_core.series.reading.tidy import Tidied, tidy
from rnn_core.series.roles import find_roles
from rnn_core.series.series import Receipt, Series
from rnn_core.words import Sentence

Floats = npt.NDArray[np.float64]

# A column counts as numeric when at least this share of its cells that are not missing can be read.
READABLE_SHARE = 0.9
_DECIMAL_SAMPLE = 400
PRICES = frozenset(("open", "high", "low", "close"))
_PRICES_OF_A_SHARE = 3  # so many make a table one of prices, whose rows are worth nothing without a close


@dataclass(frozen=True)
class _Columns:
    """The numeric columns `(rows,)` of a table, the names of those without numbers, and how they were read."""

    numbers: dict[str, Floats]
    texts: list[str]
    unreadable: int
    decimal: Decimal
    unsure: bool


def read_file(file: File, name: str | None = None, *, options: ReadOptions | None = None) -> Series:
    """Read a dated table: CSV with any separator, XLSX, XLS, ODS or Parquet, in any usual alphabet and language.

    `name` defaults to the file's own name without its ending. Missing cells stay NaN, rows come in ascending order of
    date, and the receipt says how the file was read and what was left out; `options` are the person's own words on how
    to read it.

    Raises:
        FileError: the file cannot be read as a series; the sentence says why and what to do.
    """
    options = options or ReadOptions()
    opened = open_cells(read_bytes(file), options)
    cells = opened.cells
    dates = _find_dates(cells, options)
    columns = _read_columns(cells, dates.columns, options.decimal)
    picked = pick_rows(cells, dates.values, _may_name(columns), options.pick)
    tidied, roles = _tidy(cells, dates, columns, picked)
    own = file_name(file)
    warnings = (*_remarks(opened, dates, columns, picked), *tidied.warnings, *check(tidied.frame, roles))
    receipt = Receipt(
        source=own or name or "file",
        origin="own",
        roles=roles,
        dropped=_dropped(tidied, picked),
        warnings=warnings,
        options=options,
        found=_found(opened, dates, columns, picked),
        table=cells.names,
        sheets=opened.sheets,
        picks=picked.names,
    )
    return Series(name or Path(own).stem or "file", tidied.frame, receipt)


def _tidy(cells: Cells, dates: Dates, columns: _Columns, picked: Picked) -> tuple[Tidied, dict[str, str]]:
    """The rows of the series that was picked, in order, and the roles of its columns."""
    rows = picked.rows if picked.name else slice(None)
    numbers = {name: values[rows] for name, values in columns.numbers.items() if name not in picked.columns}
    numbers, roles = _with_roles(numbers, named=cells.named)
    close = roles.get("close") if len(PRICES & roles.keys()) >= _PRICES_OF_A_SHARE else None
    return tidy(numbers, dates.values[rows], _blank(cells, dates)[rows], close), roles


def _blank(cells: Cells, dates: Dates) -> npt.NDArray[np.bool_]:
    """Whether each row has nothing in any cell; only rows without a date can."""
    blank = np.isnat(dates.values)
    for column in cells.columns if blank.any() else ():
        blank &= np.asarray(pc.equal(column, ""))
    return blank


def _may_name(columns: _Columns) -> tuple[str, ...]:
    """Columns that may say which of several series a row belongs to: texts, and numbers that are called codes."""
    codes = [name for name in columns.numbers if is_code_name(name)]
    return (*columns.texts, *(codes if len(codes) < len(columns.numbers) else ()))


def _with_roles(numbers: dict[str, Floats], *, named: bool) -> tuple[dict[str, Floats], dict[str, str]]:
    """The columns and their roles, by name or else by value; columns without a name are then called by their role."""
    roles = find_roles(numbers, lambda column: bool(np.nan_to_num(numbers[column]).any()))
    if "close" not in roles:
        by_values = roles_by_values(numbers)
        # Names that say something else are believed, unless they agree on the high and the low.
        if not named or {"high": roles.get("high"), "low": roles.get("low")}.items() <= by_values.items():
            roles = by_values or roles
    if named:
        return numbers, roles
    shown = {column: role.capitalize() for role, column in roles.items()}
    renamed = {shown.get(column, column): values for column, values in numbers.items()}
    return renamed, {role: shown[column] for role, column in roles.items()}


def _find_dates(cells: Cells, options: ReadOptions) -> Dates:
    if not cells.rows:
        raise FileError(
            "too_few_rows", "A series needs at least 2 rows with a date and a number, and the file has {rows}.", rows=0
        )
    try:
        return find_dates(cells, options)
    except FileError as error:
        if len(cells.columns) == 1 and not _is_numeric(cells.columns[0], options.decimal or "."):
            raise FileError(
                "not_a_table",
                "The file must be a table with a date and a number in every row, and we found only text. "
                "Choose a CSV file.",
            ) from error
        raise


def _is_numeric(cells: pa.Array, decimal: str) -> bool:
    filled = pc.sum(pc.invert(is_missing(cells))).as_py() or 0
    return filled > 0 and len(cells) - read_numbers(cells, decimal).null_count >= READABLE_SHARE * filled


def _read_columns(cells: Cells, date_columns: tuple[str, ...], decimal: Decimal) -> _Columns:
    """Every column of numbers but the dates.

    Raises:
        FileError: `no_numbers`.
    """
    others = [name for name in cells.names if name not in date_columns]
    mark, unsure = _decimal(cells, others, decimal)
    numbers: dict[str, Floats] = {}
    texts, unreadable = [], 0
    for name in others:
        column = cells.column(name)
        values = read_numbers(column, mark)
        filled = len(column) - int(pc.sum(is_missing(column)).as_py() or 0)
        read = len(values) - values.null_count
        if not filled or read < READABLE_SHARE * filled:
            texts += [name] * bool(filled)
            continue
        found = values.to_numpy(zero_copy_only=False).astype("float64")
        endless = np.isinf(found)
        numbers[name] = np.where(endless, np.nan, found) if endless.any() else found
        unreadable += filled - read + int(endless.sum())
    if not numbers:
        raise FileError(
            "no_numbers",
            "A series needs a column of numbers beside its dates, and the file has none. Add one and choose it again.",
        )
    return _Columns(numbers, texts, unreadable, mark, unsure)


def _decimal(cells: Cells, columns: list[str], said: Decimal) -> tuple[Decimal, bool]:
    """The decimal mark: the person's word, or found out from cells of all parts of the table."""
    if said:
        return said, False
    step = max(1, cells.rows // _DECIMAL_SAMPLE)
    places = pa.array(range(0, cells.rows, step))
    sample = [text for name in columns for text in cells.column(name).take(places).to_pylist()]
    mark, unsure = find_decimal(sample, cells.separator)
    # The numbers of workbooks and Parquet come with points; only where texts have commas is there anything to ask.
    asked = unsure and (bool(cells.separator) or any("," in text for text in sample))
    return ("," if mark == "," else "."), asked


def _remarks(opened: Opened, dates: Dates, columns: _Columns, picked: Picked) -> list[Sentence]:
    return [
        *opened.warnings,
        *remarks.about_dates(dates),
        *([remarks.about_decimal(columns.decimal)] if columns.unsure else []),
        *remarks.about_columns([name for name in columns.texts if not picked.names], columns.unreadable),
        *remarks.about_pick(picked),
    ]


def _dropped(tidied: Tidied, picked: Picked) -> dict[str, int]:
    others = int((~picked.rows).sum())
    return {**tidied.dropped, **({"other series": others} if others else {})}


def _found(opened: Opened, dates: Dates, columns: _Columns, picked: Picked) -> ReadOptions:
    return ReadOptions(
        encoding=opened.encoding,
        sheet=opened.sheet,
        separator=opened.cells.separator,
        decimal=columns.decimal,
        date_column=dates.columns[0],
        date_order=dates.order,
        pick=picked.name,
    )
