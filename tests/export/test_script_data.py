"""data.csv: exact numbers, names that no spreadsheet runs, and the same numbers back where a script reads them."""

from io import StringIO

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.export.data_csv import data_csv, data_headers
from rnn_core.series import Receipt, Series

NAMES = ["Close", "=cmd", "'=cmd", "date", "", "a\r\nb", 'q"q', "nul\0x", " sp ", "\r", "Unnamed: 4", "Close"]


def series_with(values: np.ndarray, names: list[str], dates: list[str]) -> Series:
    index = pd.DatetimeIndex(np.array(dates, "datetime64[us]"), name="date")
    return Series("s", pd.DataFrame(values, columns=names, index=index), Receipt("t", "own"))


def test_days_are_days_and_missing_cells_are_empty() -> None:
    series = series_with(np.array([[0.1, np.nan], [2.0, -3e-9]]), ["a", "=b"], ["2024-01-01", "2024-01-02"])
    assert data_csv(series) == "date,a,'=b\r\n2024-01-01,0.1,\r\n2024-01-02,2.0,-3e-09\r\n"


def test_times_are_written_where_any_row_has_one() -> None:
    series = series_with(np.ones((2, 1)), ["a"], ["2024-01-01", "2024-01-02T09:30"])
    assert data_csv(series).splitlines()[1:] == ["2024-01-01T00:00:00,1.0", "2024-01-02T09:30:00,1.0"]


def test_names_are_distinct_and_harmless() -> None:
    headers = data_headers(NAMES)
    assert headers[:5] == ("Close", "'=cmd", "'=cmd (2)", "date (2)", "column")
    assert len({"date", *headers}) == len(NAMES) + 1
    assert all(name.isprintable() and not name.startswith(("=", "+", "-", "@")) for name in headers)
    series = series_with(np.ones((1, len(NAMES))), NAMES, ["0999-01-01"])
    assert tuple(pd.read_csv(StringIO(data_csv(series)), index_col="date").columns) == headers


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=30))
@settings(max_examples=60, deadline=None)
def test_numbers_come_back_to_the_last_bit(values: list[float]) -> None:
    dates = np.datetime_as_string(np.datetime64("1700-03-01T00:00:00.000001") + np.arange(len(values)) * 10**11)
    series = series_with(np.array([values, values[::-1]]).T, ["=a", ""], list(dates))
    text = data_csv(series)
    # As the script does it.
    by_pandas = pd.read_csv(StringIO(text), index_col="date", parse_dates=["date"])
    assert np.array_equal(by_pandas.to_numpy().view("int64"), series.frame.to_numpy().view("int64"))
    assert (by_pandas.index == series.dates).all()
