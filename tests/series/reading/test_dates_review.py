"""Dates of odd tables: numbers as dates, several columns of dates, parts of dates, short years, lines below a table."""

from collections.abc import Sequence

import pandas as pd

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
