"""A second file continues the first."""

import pandas as pd
import pytest

from rnn_core.errors import SpecError
from rnn_core.series import Series, join_series, read_file


def make(first_day: str, days: int, columns: str = "Close,Volume") -> Series:
    dates = pd.date_range(first_day, periods=days).strftime("%Y-%m-%d")
    width = columns.count(",") + 1
    rows = [f"{date}" + f",{number}" * width for number, date in enumerate(dates)]
    return read_file("\n".join([f"Date,{columns}", *rows]).encode(), f"from {first_day}")


def test_files_that_follow_each_other_are_joined_whole() -> None:
    joined = join_series(make("2024-01-01", 5), make("2024-01-06", 3))
    assert (len(joined.frame), joined.name, joined.frame.index.name) == (8, "from 2024-01-01", "date")
    assert joined.receipt.dropped == {}
    assert joined.receipt.warnings == ()


def test_rows_that_both_have_come_from_the_second() -> None:
    joined = join_series(make("2024-01-01", 5), make("2024-01-04", 3))
    assert joined.frame["Close"].tolist() == [0, 1, 2, 0, 1, 2]
    assert joined.receipt.dropped == {"also in the second file": 2}
    assert [warning.code for warning in joined.receipt.warnings] == ["overlap"]


def test_columns_of_one_file_only_are_left_out_and_named() -> None:
    joined = join_series(make("2024-01-01", 5), make("2024-01-06", 3, "Close,Turnover"))
    assert joined.columns == ("Close",)
    assert dict(joined.receipt.roles) == {"close": "Close"}
    assert "Volume, Turnover" in str(joined.receipt.warnings[0])


def test_files_without_a_shared_column_are_refused() -> None:
    with pytest.raises(SpecError, match="same names"):
        join_series(make("2024-01-01", 5), make("2024-01-06", 3, "Price"))


def test_second_file_that_starts_first_is_refused() -> None:
    with pytest.raises(SpecError, match="Swap the two files"):
        join_series(make("2024-01-06", 3), make("2024-01-01", 5))
