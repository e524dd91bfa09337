"""Exchanges: whose trading days the dates of a series are, and which days come next there. Pure."""

import warnings
from functools import lru_cache

import pandas as pd

# In the order in which they are looked at; a series of the first one should not wait for the others.
EXCHANGES = ("XNYS", "XLON", "XETR", "XPAR", "XSHG", "XBOM", "XTSE", "XASX", "XHKG", "XTKS")

_LOOK_BACK = pd.DateOffset(years=2)
# Half a year: with fewer days too few holidays tell one exchange from another.
_FEWEST_DAYS = 120
_MATCH = 0.99
# The closest two, Frankfurt and Paris, match each other by 0.992: from here on no other one can fit better.
_SURE_MATCH = 0.995
# Every exchange opens on so large a share of the business days; other days need not be compared with any.
_LEAST_OPEN, _MOST_OPEN = 0.9, 0.995


def next_sessions(days: pd.DatetimeIndex, count: int) -> pd.DatetimeIndex | None:
    """The `count` trading days after the last of `days` (midnights, ascending), None where they fit no exchange.

    They fit where 99 of 100 days of the last two years are trading days of the exchange, and as many of its trading
    days are among them; where several fit, the best. Fewer than `count` come back where its calendar ends earlier.
    """
    recent = days[days > days[-1] - _LOOK_BACK]
    open_share = len(recent) / max(1, len(pd.bdate_range(recent[0], recent[-1])))
    if len(recent) < _FEWEST_DAYS or not _LEAST_OPEN <= open_share <= _MOST_OPEN:
        return None
    # Trading days are less than two thirds of all days, and no exchange closes for longer than a month.
    end = recent[-1] + pd.Timedelta(days=2 * count + 31)
    best, found = _MATCH, None
    for name in EXCHANGES:
        sessions = _sessions(name, recent[0], end)
        match = _match(recent, sessions)
        if match >= best:
            best, found = match, sessions
        if match >= _SURE_MATCH:
            break
    return None if found is None else found[found > recent[-1]][:count]


def _match(days: pd.DatetimeIndex, sessions: pd.DatetimeIndex) -> float:
    """The smaller of two shares: of the days that are sessions, and of the sessions that are days."""
    within = sessions[sessions <= days[-1]]
    both = len(within.intersection(days))
    return both / max(len(within), len(days))


@lru_cache(maxsize=64)
def _sessions(name: str, first: pd.Timestamp, last: pd.Timestamp) -> pd.DatetimeIndex:
    """The trading days between two days as far as they are known, none where the calendar begins later."""
    # Takes a while to load and is only needed here.
    from exchange_calendars import get_calendar  # type: ignore[import-untyped] # noqa: PLC0415
    from exchange_calendars.errors import CalendarError  # type: ignore[import-untyped] # noqa: PLC0415

    # Some calendars are known for a few years only and refuse a later end; they choose their own where none is given.
    for end in (last, None):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of its own use of pandas
                return pd.DatetimeIndex(get_calendar(name, start=first, end=end).sessions)
        except (ValueError, CalendarError):
            continue
    return pd.DatetimeIndex([])
