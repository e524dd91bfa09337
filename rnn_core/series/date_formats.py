"""The ways to write a date that we know, and how a column is read with one of them. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from rnn_core.series.options import DateOrder

_ISO = "ISO8601"


@dataclass(frozen=True)
class DateFormat:
    """One way to write a date: `pattern` must match before pandas reads the cell as `format`.

    `order` says what comes first where it could be mistaken; `twin` is the order of the earlier format that fits the
    same cells.
    """

    format: str
    pattern: str
    order: DateOrder = ""
    twin: Literal["", "month"] = ""


# Month first stands before day first, so that it wins where both fit.
_FORMATS = (
    DateFormat(_ISO, r"^\d{4}-\d{2}(?:-\d{2}(?:[ T].*)?)?$"),
    DateFormat("%Y-%m-%d", r"^\d{4}-"),
    DateFormat("%Y/%m/%d", r"^\d{4}/"),
    DateFormat("%Y.%m.%d", r"^\d{4}\."),
    DateFormat("%d.%m.%Y", r"^\d{1,2}\."),
    DateFormat("%m/%d/%Y", r"^\d{1,2}/", "month"),
    DateFormat("%d/%m/%Y", r"^\d{1,2}/", "day", "month"),
    DateFormat("%m-%d-%Y", r"^\d{1,2}-", "month"),
    DateFormat("%d-%m-%Y", r"^\d{1,2}-", "day", "month"),
    # Plain numbers must look like dates of our time, or volumes would pass for dates.
    DateFormat("%Y%m%d", r"^(?:1[5-9]|20)\d{6}$"),
    DateFormat("%b %d, %Y", r"^[A-Za-z]{3} "),
    DateFormat("%d-%b-%Y", r"^\d{1,2}-[A-Za-z]{3}-"),
    DateFormat("%d %b %Y", r"^\d{1,2} [A-Za-z]{3} "),
)
_YEAR = DateFormat("%Y", r"^(?:1\d|20)\d{2}$")
_TIMES = ((r" \d{1,2}:\d{2}$", " %H:%M"), (r" \d{1,2}:\d{2}:\d{2}$", " %H:%M:%S"))
# A zone only counts after a time of day, since dates contain minus signs too.
_SECONDS, _ZONE = r":\d{2}(?:\.\d+)?", r"\s*(?:Z|[+-]\d{2}(?::?\d{2})?)$"


def formats_for(cells: pd.Series, order: DateOrder, *, years: bool) -> Iterator[DateFormat]:
    """The formats worth trying on `cells`, with the time of day of the first cells; bare years only if `years`."""
    first = cells.head(20)
    suffix = next((time for pattern, time in _TIMES if first.str.contains(pattern, regex=True).any()), "")
    for style in _fitting(first, [*_FORMATS, *([_YEAR] if years else [])]):
        if order and style.order not in {"", order}:
            continue
        yield style if style.format == _ISO else replace(style, format=style.format + suffix)


def parse(cells: pd.Series, style: DateFormat) -> pd.Series:
    """Dates of `cells` `(n,)` without a time zone, missing where a cell does not fit `style`."""
    if not len(cells):
        return pd.Series(pd.NaT, index=cells.index, dtype="datetime64[us]")
    fitting = cells.where(cells.str.match(style.pattern))
    if style.format == _ISO:
        return _parse_iso(fitting)
    return pd.to_datetime(fitting, format=style.format, errors="coerce").dt.as_unit("us")


def without_zone(dates: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """Zoned dates as plain ones: days keep their own calendar, times of day become universal time."""
    if dates.tz is None:
        return dates.as_unit("us")
    local = dates.tz_localize(None)
    plain = local if (local == local.normalize()).all() else dates.tz_convert("UTC").tz_localize(None)
    return plain.as_unit("us")


def _fitting(first: pd.Series, styles: Iterable[DateFormat]) -> list[DateFormat]:
    return [style for style in styles if first.str.match(style.pattern).any()]


def _parse_iso(cells: pd.Series) -> pd.Series:
    zoned = cells.str.contains(_SECONDS + _ZONE, regex=True, na=False)
    local = cells.str.replace(f"({_SECONDS}){_ZONE}", r"\1", regex=True) if zoned.any() else cells
    wall = pd.to_datetime(local, format=_ISO, errors="coerce").dt.as_unit("us")
    if not zoned.any() or (wall.dropna() == wall.dropna().dt.normalize()).all():
        return wall  # a day is a day in its own place, whatever it is elsewhere
    return pd.to_datetime(cells, format=_ISO, errors="coerce", utc=True).dt.tz_localize(None).dt.as_unit("us")
