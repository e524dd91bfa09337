"""Dates whose year, month and day, or year and quarter or week, stand in columns of their own. Pure."""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.series.column_names import DAY_NAMES, MONTH_NAMES, YEAR_NAMES, plain_name
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.months import month_number

QUARTER_NAMES = frozenset(
    {"quarter", "qtr", "q", "quartal", "trimestre", "kwartal", "季度", "四半期", "분기", "квартал"}
)
WEEK_NAMES = frozenset({"week", "wk", "woche", "kw", "semaine", "semana", "settimana", "tydzien", "周", "週", "주"})
_YEAR, _DAY, _QUARTER = r"^(?:1[6-9]|2[01])\d\d$", r"^\d{1,2}$", r"^[QqTt]?[1-4]$"
_MONTH = r"^(?:0?[1-9]|1[0-2])$"
_WEEK = r"^(?:0?[1-9]|[1-4]\d|5[0-3])$"
_MOST_MONTHS = 200  # spellings
_FITTING_SHARE = 0.9  # lines below a table are no dates


def find_date_parts(cells: Cells) -> tuple[tuple[str, ...], pa.Array] | None:
    """The columns that make a date together, the year's first, and their texts `(rows,)`; else None.

    >>> columns = tuple(pa.array(texts) for texts in (["2024", "2024"], ["1", "Feb"], ["5", "7"]))
    >>> find_date_parts(Cells(("Year", "Month", "Rain"), columns))[1].to_pylist()
    ['2024-1', '2024-2']
    """
    year = _find(cells, YEAR_NAMES, _YEAR)
    if year is None:
        return None
    month = _find(cells, MONTH_NAMES, _MONTH, _month_texts)
    if month is not None:
        day = _find(cells, DAY_NAMES, _DAY)
        names, texts = (year[0], month[0]), [year[1], month[1]]
        return (names, _joined(texts, "-")) if day is None else ((*names, day[0]), _joined([*texts, day[1]], "-"))
    for known, pattern, mark in ((WEEK_NAMES, _WEEK, "-W"), (QUARTER_NAMES, _QUARTER, "-Q")):
        part = _find(cells, known, pattern)
        if part is not None:
            digits = pc.utf8_ltrim(part[1], "QqTt")
            return (year[0], part[0]), _joined([year[1], digits], mark)
    return None


def _joined(texts: list[pa.Array], mark: str) -> pa.Array:
    return pc.binary_join_element_wise(*texts, mark)


def _find(
    cells: Cells, known: frozenset[str], pattern: str, made: Callable[[pa.Array], pa.Array] = lambda column: column
) -> tuple[str, pa.Array] | None:
    """The first column of a `known` name whose texts, as `made` writes them, have the pattern; and these texts."""
    for name in cells.names:
        if plain_name(name) in known and cells.rows:
            texts = made(cells.column(name))
            if pc.sum(pc.match_substring_regex(texts, pattern)).as_py() >= _FITTING_SHARE * cells.rows:
                return name, texts
    return None


def _month_texts(column: pa.Array) -> pa.Array:
    """Names of months as their numbers; other texts as they are."""
    coded = column.dictionary_encode()
    if len(coded.dictionary) > _MOST_MONTHS:
        return column
    texts = [str(month_number(text) or text) for text in coded.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(coded.indices)
