"""Exchanges: whose trading days the dates of a series are, and which days come next there. Pure."""

import warnings
from functools import lru_cache
from itertools import chain

import pandas as pd

# In the order in which they are looked at; a series of the first one should not wait for the others. Two that are in
# one group have nearly the same holidays, so that both must be compared; all others differ by more than `_MATCH`.
EXCHANGES = (("XNYS",), ("XLON",), ("XETR", "XPAR"), ("XSHG",), ("XBOM",), ("XTSE",), ("XASX",), ("XHKG",), ("XTKS",))

# In two years 24 December, by which Paris differs from Frankfurt, may fall on weekends both times.
_LOOK_BACK = pd.DateOffset(years=3)
# Half a year: with fewer days too few holidays tell one exchange from another.
_FEWEST_DAYS = 120
# With fewer than nearly three years, several may fit, and all are compared.
_PLENTY_OF_DAYS = 700
_MATCH = 0.99
# Every exchange opens on so large a share of the business days; other days need not be compared with any.
_LEAST_OPEN, _MOST_OPEN = 0.9, 0.995


def next_sessions(days: pd.DatetimeIndex, count: int) -> pd.DatetimeIndex | None:
    """The `count` trading days after the last of `days` (midnights, ascending), None where they fit no exchange.

    They fit where 99 of 100 days of the last three years are trading days of the exchange, and as many of its trading
    days are among them; of several the best. Fewer than `count` come back where its calendar ends earlier.
    """
    recent = days[days > days[-1] - _LOOK_BACK]
    open_share = len(recent) / max(1, len(pd.bdate_range(recent[0], recent[-1])))
    if len(recent) < _FEWEST_DAYS or not _LEAST_OPEN <= open_share <= _MOST_OPEN:
        return None
    # Trading days are less than two thirds of all days, and no exchange closes for longer than a month.
    end = recent[-1] + pd.Timedelta(days=2 * count + 31)
    for group in EXCHANGES if len(recent) >= _PLENTY_OF_DAYS else (tuple(chain(*EXCHANGES)),):
        calendars = [_sessions(name, recent[0], end) for name in group]
        best = max(calendars, key=lambda sessions: _match(recent, sessions))
        if _match(recent, best) >= _MATCH:
            return best[best > recent[-1]][:count]
    return None


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
