"""The numbers of a series as CSV text, exact to the last digit, and back. Pure."""

import csv
import re
from collections.abc import Sequence
from io import StringIO
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.errors import RecordError
from rnn_core.series import Series
from rnn_core.series.safe_csv import safe_csv

DATE = "date"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def data_csv(series: Series) -> str:
    """All columns of `series` behind its dates; missing cells are empty, numbers as short as they can be exactly.

    Days are written in the form of ISO 8601, with the time of day if any row has one. See `data_headers` for names.
    """
    table = series.frame.set_axis(list(data_headers(series.columns)), axis=1).reset_index(drop=True)
    table.insert(0, DATE, _iso(series.dates))
    return safe_csv(table, index=False)


def data_headers(columns: Sequence[str]) -> tuple[str, ...]:
    """What `data_csv` calls each of `columns`: names that no spreadsheet takes for a formula, no two alike.

    >>> data_headers(["Close", "=cmd", "'=cmd", "date", ""])
    ('Close', "'=cmd", "'=cmd (2)", 'date (2)', 'column')
    """
    taken, found = {DATE}, []
    for column in _defused(columns):
        # For an empty name pandas would invent one.
        name = first = column or "column"
        count = 1
        while name in taken:
            count += 1
            name = f"{first} ({count})"
        taken.add(name)
        found.append(name)
    return tuple(found)


def read_data_csv(text: str, columns: Sequence[str]) -> pd.DataFrame:
    """The frame that `data_csv` wrote as `text`; its columns come back by their places, under the names `columns`.

    Raises:
        RecordError: the text is not such a table.
    """
    try:
        names = _header(text)
        kinds = dict.fromkeys(names[1:], "float64") | {names[0]: "str"}
        table = pd.read_csv(StringIO(text), dtype=kinds, keep_default_na=False, na_values=[""])
        dates = pd.DatetimeIndex(pd.to_datetime(table.pop(names[0]), format="ISO8601"), name=DATE).as_unit("us")
    except (ValueError, IndexError, OverflowError) as error:  # what pandas raises is a ValueError
        raise _damaged() from error
    # With more cells than names in its rows, pandas would take the first cells for names of rows.
    whole = isinstance(table.index, pd.RangeIndex) and table.shape[1] == len(columns)
    if not whole or dates.hasnans or dates.tz is not None or not (dates.is_monotonic_increasing and dates.is_unique):
        raise _damaged()
    return table.set_axis(dates, axis=0).set_axis(list(columns), axis=1)


def _header(text: str) -> list[str]:
    return [str(name) for name in pd.read_csv(StringIO(text), nrows=0).columns]


def _defused(columns: Sequence[str]) -> list[str]:
    """The names that a table of `columns` has as CSV."""
    plain = [" ".join(_CONTROLS.sub(" ", column).split()) for column in columns]
    head = safe_csv(pd.DataFrame(columns=pd.Index(plain, dtype="object")), index=False)
    return next(csv.reader(StringIO(head, newline="")))


def _iso(dates: pd.DatetimeIndex) -> list[str]:
    moments: npt.NDArray[np.datetime64] = dates.to_numpy("datetime64[us]")
    units: tuple[Literal["D", "s", "us"], ...] = ("D", "s", "us")
    unit = next(unit for unit in units if (moments.astype(f"datetime64[{unit}]") == moments).all())
    return [str(day) for day in np.datetime_as_string(moments, unit=unit)]


def _damaged() -> RecordError:
    return RecordError("damaged_data", "The table of data.csv is damaged and cannot be read.")
