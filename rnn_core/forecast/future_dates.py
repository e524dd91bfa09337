"""Future dates: the dates after the last row of a series, in its own rhythm. Pure."""

import numpy as np
import pandas as pd

from rnn_core.forecast.exchanges import next_sessions
from rnn_core.series.frequency import Frequency

_RECENT_YEARS = pd.DateOffset(years=2)
_DAYS_A_MONTH = 30.437
# The dates of so many last months tell on which day they lie, and this share of them must agree.
_RECENT_MONTHS, _USUAL = 24, 0.75
# The hours of so many last days are taken, those that occur on half of them, if they cover this share of the rows.
_RECENT_DAYS, _COVERED = 10, 0.8


def future_dates(dates: pd.DatetimeIndex, frequency: Frequency, steps: int) -> pd.DatetimeIndex:
    """The `steps` dates that follow the last of `dates` (ascending, without time zone), of the same kind.

    Daily: the trading days of the exchange that the dates fit, else business days if there are no weekends, else every
    day. Weekly: the usual weekday. Monthly, quarterly, yearly: the usual day of the month. Within a day: the hours that
    occur, on days as above. Everything else, and all that does not fit its frequency: the median distance.

    >>> [str(day.date()) for day in future_dates(pd.to_datetime(["2024-01-31", "2024-02-29"]), Frequency.MONTHLY, 2)]
    ['2024-03-31', '2024-04-30']
    """
    if steps < 1 or not len(dates):
        return dates[:0]
    dates = dates.as_unit("us")  # finer units end in the year 2262
    try:
        found = _in_rhythm(dates, frequency, steps)
    # Days and months that pandas has no rules for, such as those of very distant years.
    except (ValueError, OverflowError):
        found = None
    found = _evenly(dates, steps) if found is None else found
    return pd.DatetimeIndex(found, name=dates.name).as_unit("us")


def _in_rhythm(dates: pd.DatetimeIndex, frequency: Frequency, steps: int) -> pd.DatetimeIndex | None:
    """The dates, None where the distances are not those of `frequency`."""
    step = _usual_step(dates) / pd.Timedelta(days=1)
    months = round(step / _DAYS_A_MONTH)
    off = abs(step - months * _DAYS_A_MONTH) / step
    match frequency:
        case Frequency.INTRADAY:
            return _within_days(dates, steps)
        case Frequency.DAILY if step == 1:
            return _next_days(dates.normalize(), steps) + _time_of_day(dates)
        case Frequency.WEEKLY if step == 7:
            return _weekly(dates, steps)
        case Frequency.MONTHLY | Frequency.QUARTERLY | Frequency.YEARLY if off < 0.1:
            return _by_months(dates, months, steps)
    return None


def _evenly(dates: pd.DatetimeIndex, steps: int) -> pd.DatetimeIndex:
    """At the median distance; one day where there is a single date."""
    return pd.DatetimeIndex([dates[-1] + number * _usual_step(dates) for number in range(1, steps + 1)])


def _usual_step(dates: pd.DatetimeIndex) -> pd.Timedelta:
    return pd.Timedelta(np.median(np.diff(dates))) if len(dates) > 1 else pd.Timedelta(days=1)


def _time_of_day(dates: pd.DatetimeIndex) -> pd.Timedelta:
    return dates[-1] - dates[-1].normalize()


def _next_days(days: pd.DatetimeIndex, count: int) -> pd.DatetimeIndex:
    """The days after the last of `days` (midnights)."""
    known = next_sessions(days, count)
    start = days[-1] if known is None or not len(known) else known[-1]
    weekends = (days[days > days[-1] - _RECENT_YEARS].day_of_week >= 5).any()
    missing = count if known is None else count - len(known)
    rest = pd.date_range(start + pd.Timedelta(days=1), periods=missing, freq="D" if weekends else "B")
    return rest if known is None else pd.DatetimeIndex(known.append(rest))


def _weekly(dates: pd.DatetimeIndex, steps: int) -> pd.DatetimeIndex:
    """The usual weekday, also where the last row lies on another because that day was a holiday."""
    usual = int(dates[dates > dates[-1] - _RECENT_YEARS].day_of_week.value_counts().index[0])
    later = dates[-1] + pd.Timedelta(weeks=1)
    shift = (usual - later.day_of_week + 3) % 7 - 3  # the nearest such weekday, -3 to 3 days away
    return pd.date_range(later + pd.Timedelta(days=shift), periods=steps, freq="7D")


def _by_months(dates: pd.DatetimeIndex, months: int, steps: int) -> pd.DatetimeIndex:
    """Each `months` months, on the day of the month that is usual: its end, its first business day, the 15th, ..."""
    first = dates[-1].to_period("M")
    starts = [(first + months * number).to_timestamp() for number in range(1, steps + 1)]
    recent = dates[-_RECENT_MONTHS:].normalize()
    offsets = (pd.offsets.MonthEnd(), pd.offsets.BMonthEnd(), pd.offsets.MonthBegin(), pd.offsets.BMonthBegin())
    shares = [float(np.mean([offset.is_on_offset(day) for day in recent])) for offset in offsets]
    best = int(np.argmax(shares))
    if shares[best] >= _USUAL:
        days = [offsets[best].rollforward(start) for start in starts]
    else:
        day = int(recent.day.value_counts().index[0])
        days = [start + pd.Timedelta(days=min(day, start.days_in_month) - 1) for start in starts]
    return pd.DatetimeIndex(days) + _time_of_day(dates)


def _within_days(dates: pd.DatetimeIndex, steps: int) -> pd.DatetimeIndex | None:
    """The hours at which there usually are rows, on the days on which there are; None where no hours are usual."""
    days = dates.normalize().unique()
    recent = dates[dates >= days[-_RECENT_DAYS:][0]]
    hours = (recent - recent.normalize()).value_counts()
    usual = hours[hours >= min(len(days), _RECENT_DAYS) / 2]
    if len(days) < 2 or usual.sum() < _COVERED * len(recent):
        return None
    # What is left of the last day comes first.
    coming = [days[-1], *_next_days(days, -(-steps // len(usual)))]
    moments = pd.DatetimeIndex([day + hour for day in coming for hour in sorted(usual.index)])
    return moments[moments > dates[-1]][:steps]
