"""Tidy: rows in ascending order of distinct dates, and a count of those that had to go. Pure."""

from dataclasses import dataclass

import pandas as pd

from rnn_core.errors import FileError
from rnn_core.words import N_, Sentence

NO_DATE = N_("no date")
EMPTY_ROW = N_("empty row")
DUPLICATE_DATE = N_("duplicate date")


@dataclass(frozen=True)
class Tidied:
    """Float columns over ascending, distinct dates; `dropped` counts rows by reason."""

    frame: pd.DataFrame
    dropped: dict[str, int]
    warnings: tuple[Sentence, ...] = ()


def tidy(values: pd.DataFrame, dates: pd.Series, blank: pd.Series) -> Tidied:
    """Join `values` `(rows, columns)` with their `dates` `(rows,)`; `blank` rows have nothing in any cell.

    Of several rows with one date the first one stays.

    Raises:
        FileError: `too_few_rows`.
    """
    undated = dates.isna() & ~blank
    empty = blank | (~undated & values.isna().all(axis=1))
    kept = values[~undated & ~empty]
    days = dates[kept.index]
    repeated = days.duplicated()
    frame = kept[~repeated].set_axis(pd.DatetimeIndex(days[~repeated], name="date"), axis=0).sort_index()
    if len(frame) < 2:
        raise FileError(
            "too_few_rows",
            "A series needs at least 2 rows with a date and a number, and the file has {rows}. Choose a longer one.",
            rows=len(frame),
        )
    counts = {NO_DATE: undated, EMPTY_ROW: empty, DUPLICATE_DATE: repeated}
    dropped = {reason: int(rows.sum()) for reason, rows in counts.items() if rows.any()}
    return Tidied(frame, dropped, _repeat_warnings(kept, days))


def _repeat_warnings(kept: pd.DataFrame, days: pd.Series) -> tuple[Sentence, ...]:
    """Rows that differ under one date are worth a word; exact copies are not."""
    repeated = days.duplicated()
    differing = int(repeated.sum()) - int((kept.assign(**{"\0date": days}).duplicated() & repeated).sum())
    if not differing:
        return ()
    return (
        Sentence(
            "differing_duplicates",
            "{count} rows have the same date as an earlier row but other values; the earlier row was kept.",
            {"count": differing},
        ),
    )
