"""Dates are read in one way for a whole column."""

import pandas as pd
import pytest

from rnn_core.series import ReadOptions, Series, read_file
from rnn_core.series.zones import without_zone

DAYS = pd.date_range("2024-01-10", periods=12)


def read(dates: list[str], name: str = "Date", order: str = "") -> Series:
    rows = [f'"{date}",{number}' for number, date in enumerate(dates, start=1)]
    return read_file("\n".join([f"{name},Close", *rows]).encode(), options=ReadOptions(date_order=order))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "style",
    [
        *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y%m%d"),
        *("%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S+00:00", "%m/%d/%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%b %d, %Y"),
        "%d-%b-%Y",
    ],
)
def test_usual_formats_are_read(style: str) -> None:
    series = read(list(DAYS.strftime(style)))
    assert list(series.dates) == list(DAYS)
    assert series.receipt.warnings == ()


def test_dates_are_found_under_any_name() -> None:
    assert read(list(DAYS.strftime("%Y%m%d")), name="When").columns == ("Close",)


def test_bare_years_count_only_where_the_column_is_called_so() -> None:
    assert [day.year for day in read(["1700", "1701", "1702"], name="YEAR").dates] == [1700, 1701, 1702]


def test_ambiguous_dates_are_read_month_first_and_said() -> None:
    series = read(["01/02/2024", "02/02/2024", "03/02/2024"])
    assert [day.month for day in series.dates] == [1, 2, 3]
    assert [warning.code for warning in series.receipt.warnings] == ["ambiguous_dates"]


def test_order_of_day_and_month_can_be_said() -> None:
    series = read(["01/02/2024", "02/02/2024", "03/02/2024"], order="day")
    assert [day.day for day in series.dates] == [1, 2, 3]
    assert series.receipt.warnings == ()


def test_days_keep_their_own_calendar_whatever_their_zone() -> None:
    series = read(["2024-03-08 00:00:00-05:00", "2024-03-11 00:00:00-04:00"])
    assert [str(day) for day in series.dates] == ["2024-03-08 00:00:00", "2024-03-11 00:00:00"]


def test_times_of_day_become_universal_time() -> None:
    series = read(["2024-03-08T09:30:00-05:00", "2024-03-11T09:30:00-04:00"])
    assert [day.hour for day in series.dates] == [14, 13]
    zoned = pd.DatetimeIndex(["2024-03-11 09:30"]).tz_localize("Asia/Tokyo")
    assert str(without_zone(zoned)[0]) == "2024-03-11 00:30:00"
