"""The dates that follow a series go on in its own rhythm, on the exchange that it comes from, and never fail."""

import warnings
from collections.abc import Iterator
from itertools import chain

import numpy as np
import pandas as pd
import pytest

from rnn_core.forecast.exchanges import EXCHANGES, next_sessions
from rnn_core.forecast.future_dates import future_dates
from rnn_core.series import builtin_series, load_builtin
from rnn_core.series.frequency import Frequency, frequency_of
from tests.forecast.forecast_series import SHARED, needs_shared


def follow(dates: pd.DatetimeIndex, steps: int = 5) -> list[str]:
    """The dates after `dates`, without midnight."""
    return [str(moment).removesuffix(" 00:00:00") for moment in future_dates(dates, frequency_of(dates), steps)]


def sessions(name: str, first: str, last: str) -> pd.DatetimeIndex:
    import exchange_calendars

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = exchange_calendars.get_calendar(name, start=first, end=last).sessions
    return pd.DatetimeIndex(found).as_unit("us")


@pytest.mark.parametrize("first", ["2021-03-01", "2024-01-02"])
@pytest.mark.parametrize("name", chain(*EXCHANGES))
def test_the_trading_days_of_each_exchange_go_on(name: str, first: str) -> None:
    days = sessions(name, first, "2025-06-30")
    known = days < "2025-01-15"
    coming = next_sessions(days[known], 60)
    assert coming is not None
    assert coming.as_unit("us").equals(days[~known][:60])


def test_a_few_missing_days_do_not_hide_the_exchange() -> None:
    days = sessions("XNYS", "2018-01-01", "2021-11-22")
    holes = days.delete([5, -3, -30, -200])
    assert follow(holes, 4) == ["2021-11-23", "2021-11-24", "2021-11-26", "2021-11-29"]  # without Thanksgiving


@needs_shared
def test_the_sessions_after_the_last_day_of_mastercard() -> None:
    file = pd.read_csv(SHARED / "Mastercard_stock_history.csv", parse_dates=["Date"])
    coming = follow(pd.DatetimeIndex(file["Date"]), 40)
    assert coming[:5] == ["2021-10-12", "2021-10-13", "2021-10-14", "2021-10-15", "2021-10-18"]
    assert "2021-11-24" in coming
    assert "2021-11-25" not in coming


def test_after_the_known_end_of_a_calendar_come_business_days() -> None:
    import exchange_calendars

    end = exchange_calendars.get_calendar("XSHG").bound_max()  # its holidays are announced year by year
    assert end is not None
    days = sessions("XSHG", str(end - pd.DateOffset(years=2)), str(end - pd.DateOffset(days=14)))
    coming = future_dates(days, Frequency.DAILY, 300)
    assert len(coming) == 300
    assert coming[-1] > end + pd.DateOffset(years=1)
    assert (coming.day_of_week < 5).all()


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (pd.bdate_range("2020-01-01", "2022-12-30"), ["2023-01-02", "2023-01-03", "2023-01-04"]),
        (pd.date_range("2024-02-01", "2024-02-27"), ["2024-02-28", "2024-02-29", "2024-03-01"]),
        (pd.date_range("2024-03-04 16:00", periods=5, freq="B"), ["2024-03-11 16:00:00", "2024-03-12 16:00:00"]),
        (pd.date_range("2024-01-01", periods=9, freq="2D"), ["2024-01-19", "2024-01-21"]),
        (pd.date_range("2024-01-05", periods=9, freq="W-FRI"), ["2024-03-08", "2024-03-15"]),
        # Good Friday: the week's row lies on Thursday.
        (
            pd.date_range("2024-01-05", "2024-03-22", freq="W-FRI").append(pd.DatetimeIndex(["2024-03-28"])),
            ["2024-04-05"],
        ),
        (pd.date_range("2023-01-31", periods=13, freq="ME"), ["2024-02-29", "2024-03-31", "2024-04-30"]),
        (pd.date_range("2023-01-01", periods=13, freq="BME"), ["2024-02-29", "2024-03-29", "2024-04-30"]),
        (pd.date_range("2023-01-01", periods=13, freq="MS"), ["2024-02-01", "2024-03-01"]),
        (pd.date_range("2023-01-01", periods=5, freq="BMS"), ["2023-06-01", "2023-07-03"]),
        (pd.DatetimeIndex([f"2023-{month:02}-15" for month in range(1, 13)]), ["2024-01-15", "2024-02-15"]),
        (pd.DatetimeIndex(["2022-11-30", "2022-12-30", "2023-01-30"]), ["2023-02-28", "2023-03-30"]),
        (pd.date_range("2020-01-01", periods=9, freq="QE"), ["2022-06-30", "2022-09-30"]),
        (pd.date_range("2020-01-01", periods=9, freq="QS"), ["2022-04-01", "2022-07-01"]),
        (pd.date_range("1700-01-01", periods=309, freq="YS", unit="us"), ["2009-01-01", "2010-01-01"]),
        (pd.date_range("2000-01-01", periods=9, freq="YE"), ["2009-12-31", "2010-12-31"]),
        (pd.date_range("2024-01-01", periods=9, freq="14D"), ["2024-05-06", "2024-05-20"]),
        (pd.DatetimeIndex(["2000-01-01", "2004-01-01", "2008-01-01"]), ["2012-01-01"]),
        (pd.DatetimeIndex(["2024-01-01"]), ["2024-01-02", "2024-01-03"]),
    ],
    ids=lambda value: None if isinstance(value, list) else f"{value[0].date()} {len(value)}",
)
def test_dates_go_on_in_their_rhythm(dates: pd.DatetimeIndex, wanted: list[str]) -> None:
    assert follow(dates, len(wanted)) == wanted


def trading_hours(days: pd.DatetimeIndex) -> Iterator[pd.Timestamp]:
    """Half hours from 9:30 to 15:30 on `days`."""
    for day in days:
        yield from pd.date_range(day + pd.Timedelta(hours=9.5), periods=13, freq="30min")


def test_within_a_day_only_hours_that_occur_come_after_the_rest_of_the_last_day() -> None:
    dates = pd.DatetimeIndex(list(trading_hours(pd.bdate_range("2024-02-05", "2024-02-23"))))[:-2]  # a Friday
    wanted = ["2024-02-23 15:00:00", "2024-02-23 15:30:00", "2024-02-26 09:30:00", "2024-02-26 10:00:00"]
    assert follow(dates, 4) == wanted
    assert len(follow(dates, 500)) == 500


def test_hours_of_an_exchange_skip_its_holidays() -> None:
    dates = pd.DatetimeIndex(list(trading_hours(sessions("XNYS", "2024-01-01", "2024-11-27"))))
    assert follow(dates, 1) == ["2024-11-29 09:30:00"]


def test_around_the_clock_and_on_a_single_day_the_usual_step_goes_on() -> None:
    assert follow(pd.date_range("2024-03-01", periods=100, freq="h"), 2) == [
        "2024-03-05 04:00:00",
        "2024-03-05 05:00:00",
    ]
    assert follow(pd.date_range("2024-03-01 10:00", periods=9, freq="min"), 1) == ["2024-03-01 10:09:00"]


def test_times_that_never_come_again_go_on_at_their_median_distance() -> None:
    seconds = np.sort(np.random.default_rng(0).choice(864_000, 3000, replace=False))
    dates = pd.Timestamp("2024-01-01") + pd.to_timedelta(seconds, unit="s")
    coming = future_dates(pd.DatetimeIndex(dates), Frequency.INTRADAY, 10)
    assert len(set(np.diff(coming))) == 1
    assert coming[0] > dates[-1]


@pytest.mark.parametrize("frequency", Frequency)
@pytest.mark.parametrize("name", builtin_series())
def test_under_any_frequency_so_many_dates_come_as_asked_for_ascending_and_later(
    name: str, frequency: Frequency
) -> None:
    dates = load_builtin(name).dates
    coming = future_dates(dates, frequency, 70)
    assert len(coming) == 70
    assert coming.is_monotonic_increasing
    assert coming.is_unique
    assert coming[0] > dates[-1]
    assert (coming.unit, coming.name, coming.tz) == ("us", dates.name, None)


@pytest.mark.parametrize("first", ["0010-01-01", "1650-01-01", "2261-06-01", "9990-01-01"])
@pytest.mark.parametrize("freq", ["D", "B", "7D", "MS", "h"])
def test_distant_years_never_fail(first: str, freq: str) -> None:
    dates = pd.date_range(first, periods=300, freq=freq, unit="us")
    coming = future_dates(dates, frequency_of(dates), 400)
    assert len(coming) == 400
    assert coming[0] > dates[-1]


def test_no_steps_and_no_dates_give_none() -> None:
    dates = pd.date_range("2024-01-01", periods=9)
    assert len(future_dates(dates, Frequency.DAILY, 0)) == 0
    assert len(future_dates(dates[:0], Frequency.DAILY, 5)) == 0
