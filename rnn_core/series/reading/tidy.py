"""Tidy: rows in ascending order of distinct dates, and a count of those that had to go. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.errors import FileError
from rnn_core.words import N_, Sentence

NO_DATE = N_("no date")
EMPTY_ROW = N_("empty row")
NO_CLOSE = N_("no closing price")
DUPLICATE_DATE = N_("duplicate date")

Floats = npt.NDArray[np.float64]
# A close that is missing more often than this is no reason to drop rows.
_MOST_WITHOUT_CLOSE = 0.2


@dataclass(frozen=True)
class Tidied:
    """Float columns over ascending, distinct dates; `dropped` counts rows by reason."""

    frame: pd.DataFrame
    dropped: dict[str, int]
    warnings: tuple[Sentence, ...] = ()


def tidy(
    columns: Mapping[str, Floats],
    dates: npt.NDArray[np.datetime64],
    blank: npt.NDArray[np.bool_],
    close: str | None = None,
) -> Tidied:
    """Join `columns`, each `(rows,)`, with their `dates` `(rows,)`; `close` names the column that no row may lack.

    `blank` `(rows,)` says which rows have nothing in any cell. Of several rows with one date the first one stays.

    Raises:
        FileError: `too_few_rows`.
    """
    faults = _faults(columns, dates, blank, close)
    order = _ordered(dates, np.flatnonzero(~np.any(list(faults.values()), axis=0)))
    days = dates[order]
    again = np.concatenate(([False], days[1:] == days[:-1])) if len(days) else np.zeros(0, bool)
    differing = _differing(columns, order, again)
    order = order[~again]
    if len(order) < 2:
        raise FileError(
            "too_few_rows",
            "A series needs at least 2 rows with a date and a number, and the file has {rows}. Choose a longer one.",
            rows=len(order),
        )
    dropped = {reason: int(rows.sum()) for reason, rows in {**faults, DUPLICATE_DATE: again}.items() if rows.any()}
    return Tidied(_frame(columns, dates, order), dropped, _repeat_warnings(differing))


def _faults(
    columns: Mapping[str, Floats], dates: npt.NDArray[np.datetime64], blank: npt.NDArray[np.bool_], close: str | None
) -> dict[str, npt.NDArray[np.bool_]]:
    """Which rows `(rows,)` have to go, by reason; each goes for one reason only."""
    known = np.zeros(len(dates), bool)
    for values in columns.values():
        known |= ~np.isnan(values)
    undated = np.isnat(dates) & ~blank
    empty = ~undated & ~known
    priceless = ~empty & ~undated & _without_close(columns, close, ~empty & ~undated)
    return {NO_DATE: undated, EMPTY_ROW: empty, NO_CLOSE: priceless}


def _frame(
    columns: Mapping[str, Floats], dates: npt.NDArray[np.datetime64], order: npt.NDArray[np.intp]
) -> pd.DataFrame:
    """The rows of `order`; views where nothing moves, because a copy of a million rows costs memory."""
    rows = slice(None) if len(order) == len(dates) and _is_ascending(order) else order
    index = pd.DatetimeIndex(dates[order], name="date")
    return pd.DataFrame({name: values[rows] for name, values in columns.items()}, index=index, copy=False)


def _ordered(dates: npt.NDArray[np.datetime64], rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """`rows` in ascending order of their dates, equal ones as they stand."""
    return rows if _is_ascending(dates[rows].astype("int64")) else rows[np.argsort(dates[rows], kind="stable")]


def _is_ascending(numbers: npt.NDArray[np.int64]) -> bool:
    return bool((numbers[1:] > numbers[:-1]).all())


def _without_close(
    columns: Mapping[str, Floats], close: str | None, rows: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    if close is None:
        return np.zeros(len(rows), bool)
    missing = np.isnan(columns[close])
    few = bool(missing[rows].sum() <= _MOST_WITHOUT_CLOSE * max(1, rows.sum()))
    return missing if few else np.zeros(len(rows), bool)


def _differing(columns: Mapping[str, Floats], order: npt.NDArray[np.intp], again: npt.NDArray[np.bool_]) -> int:
    """How many rows of a date that was there already have other values than the row before them."""
    if not again.any():
        return 0
    places = np.flatnonzero(again)
    differ = np.zeros(len(places), bool)
    for values in columns.values():
        here, before = values[order[places]], values[order[places - 1]]
        differ |= (here != before) & ~(np.isnan(here) & np.isnan(before))
    return int(differ.sum())


def _repeat_warnings(differing: int) -> tuple[Sentence, ...]:
    """Rows that differ under one date are worth a word; exact copies are not."""
    if not differing:
        return ()
    return (
        Sentence(
            "differing_duplicates",
            "Rows with the date of an earlier row but other values: {count}. The earlier row was kept.",
            {"count": differing},
        ),
    )
