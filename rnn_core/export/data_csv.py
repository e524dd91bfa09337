"""The numbers of a series as CSV text, exact to the last digit. Pure."""

import csv
import re
from collections.abc import Sequence
from io import StringIO
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

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
