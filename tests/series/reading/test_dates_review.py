"""Dates of odd tables: numbers as dates, several columns of dates, parts of dates, short years, lines below a table."""

from collections.abc import Sequence

import pandas as pd
import pytest

from rnn_core.series import ReadOptions, Series, read_file

DAYS = pd.date_range("2024-01-01", periods=30)


def read(header: str, rows: Sequence[str], options: ReadOptions | None = None) -> Series:
    return read_file("\n".join([header, *rows]).encode(), "table", options=options)


def test_prices_that_look_like_dates_do_not_begin_the_table() -> None:
    rows = [f"{day:%y%m%d},{place + 0.5}" for place, day in enumerate(DAYS)]
    assert list(read("yymmdd,Close", rows).dates) == list(DAYS)


def test_no_row_of_a_table_of_months_is_lost() -> None:
    months = pd.date_range("2021-01-01", periods=36, freq="MS")
    series = read("period,x", [f"{month:%Y%m},{place + 0.5}" for place, month in enumerate(months)])
    assert list(series.dates) == list(months)


def test_days_counted_by_a_spreadsheet_need_no_special_prices() -> None:
    prices = [*range(10, 24), *[20.5] * 16]
    series = read("Date,Close", [f"{45292 + place},{price}" for place, price in enumerate(prices)])
    assert list(series.dates) == list(DAYS)
    assert list(series.frame["Close"]) == prices


@pytest.mark.parametrize(
    ("header", "style"),
    [
        ("Date,Close,Year,Month", "{d:%Y-%m-%d},{i}.5,{d:%Y},{d.month}"),
        ("Year,Date,Close", "{d:%Y},{d:%Y-%m-%d},{i}.5"),
        ("Month,Date,Close", "{d:%Y-%m},{d:%Y-%m-%d},{i}.5"),
        ("Expiry Date,Trade Date,Close", "2025-03-21,{d:%Y-%m-%d},{i}.5"),
        ("7 day cases,date,deaths", "2{i:04d},{d:%Y-%m-%d},{i}"),
        ("Year,Month,Day,Close", "{d:%Y},{d:%b},{d.day},{i}.5"),
    ],
)
def test_the_finest_dates_of_a_table_are_taken(header: str, style: str) -> None:
    rows = [style.format(d=day, i=place) for place, day in enumerate(DAYS)]
    assert list(read(header, rows).dates) == list(DAYS)


def test_names_of_months_are_parts_of_dates() -> None:
    months = pd.date_range("2021-01-01", periods=36, freq="MS")
    assert list(read("Month,Year,Sales", [f"{day:%B},{day:%Y},{day.month}5" for day in months]).dates) == list(months)


def test_a_year_and_its_quarter_or_week_are_one_date() -> None:
    quarters = [(2004 + place // 4, place % 4 + 1) for place in range(80)]
    series = read("Year,Quarter,Sales", [f"{year},{part},{part}5" for year, part in quarters])
    assert [(day.year, (day.month + 2) // 3) for day in series.dates] == quarters
    weeks = pd.date_range("2023-01-02", periods=80, freq="W-MON")
    rows = [f"{day.isocalendar().year},{day.isocalendar().week},{place}5" for place, day in enumerate(weeks)]
    assert list(read("Year,Week,Sales", rows).dates) == list(weeks)


@pytest.mark.parametrize("first", [0, 1])
def test_one_or_two_digits_are_hours(first: int) -> None:
    hours = pd.date_range("2024-01-01", periods=48, freq="h") + pd.Timedelta(hours=first)
    rows = [f"2024-01-0{1 + place // 24},{place % 24 + first},{place}.5" for place in range(48)]
    assert list(read("Date,Hour,Price", rows).dates) == list(hours)


def test_numbers_that_are_no_times_of_day_stay_numbers() -> None:
    rows = [f"{day:%Y-%m-%d},{20 + place},{100 + place}" for place, day in enumerate(DAYS)]
    for name in ("response time", "lead time", "time"):
        series = read(f"date,{name},visits", rows)
        assert list(series.dates) == list(DAYS)
        assert series.columns == (name, "visits")


def test_months_without_a_name_above_them_are_dates() -> None:
    months = pd.date_range("2021-01-01", periods=36, freq="MS")
    series = read(",Mkt-RF,RF", [f"{month:%Y%m},{place - 5}.25,0.1" for place, month in enumerate(months)])
    assert list(series.dates) == list(months)


def test_short_years_do_not_lie_in_the_future() -> None:
    days = pd.date_range("1947-11-01", periods=40, freq="37D")
    for style in ("%d-%b-%y", "%m/%d/%y", "%d.%m.%y"):
        assert list(read("Date,Close", [f"{day:{style}},1{place}" for place, day in enumerate(days)]).dates) == list(
            days
        )


@pytest.mark.parametrize("newest_first", [False, True])
def test_rows_of_short_years_that_jump_a_century_run_in_one_direction(newest_first: bool) -> None:
    days = pd.date_range("1920-01-31", "1935-01-31", freq="ME")
    rows = [f"{day:%d-%b-%y},{place}.5" for place, day in enumerate(days)]
    assert list(read("Date,Close", rows[::-1] if newest_first else rows).dates) == list(days)


def test_years_around_2000_stay_where_they_are() -> None:
    days = pd.date_range("1990-01-31", "2010-01-31", freq="ME")
    assert list(read("Date,Close", [f"{day:%d-%b-%y},1.5" for day in days]).dates) == list(days)


def test_parts_of_a_spreadsheets_day_are_times() -> None:
    series = read("Date,Close", ["45000.25,1.5", "45000.395833333,1.6", "45001,1.7"])
    assert [str(time) for time in series.dates] == ["2023-03-15 06:00:00", "2023-03-15 09:30:00", "2023-03-16 00:00:00"]


def test_days_that_a_spreadsheet_swapped_are_in_doubt() -> None:
    days = pd.date_range("2024-01-03", periods=120)
    swapped = [f"{day:%m/%d/%Y}" if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]
    series = read("Date,Close", [f"{text},{place}.5" for place, text in enumerate(swapped)])
    assert "ambiguous_dates" in [warning.code for warning in series.receipt.warnings]


@pytest.mark.parametrize("last", [["Total,99"], ["Average,3", "Total,99"]])
def test_lines_of_totals_below_a_table_are_no_dates(last: list[str]) -> None:
    series = read("Date,Close", [*(f"{day:%Y-%m-%d},{place}.5" for place, day in enumerate(DAYS)), *last])
    assert list(series.dates) == list(DAYS)
    assert series.receipt.dropped == {"no date": len(last)}
