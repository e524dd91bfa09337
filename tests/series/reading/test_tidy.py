"""Rows come in ascending order of distinct dates, and what had to go is counted."""

import numpy as np
import pytest

from rnn_core.errors import FileError
from rnn_core.series.reading.tidy import DUPLICATE_DATE, EMPTY_ROW, NO_CLOSE, NO_DATE, Tidied, tidy

NAN = np.nan


def tidied(values: list[float], days: list[str], close: str | None = None) -> Tidied:
    dates = np.array(days, "datetime64[us]")
    other = np.arange(len(values), dtype="float64")
    columns = {"a": np.array(values)} | ({"b": other} if close else {})
    return tidy(columns, dates, np.zeros(len(values), bool), close)


def test_rows_are_sorted_and_the_first_of_a_date_stays() -> None:
    found = tidied([3, 1, 2, 9], ["2024-01-03", "2024-01-01", "2024-01-02", "2024-01-01"])
    assert found.frame["a"].tolist() == [1, 2, 3]
    assert found.dropped == {DUPLICATE_DATE: 1}
    assert [warning.code for warning in found.warnings] == ["differing_duplicates"]


def test_exact_copies_are_counted_and_not_worth_a_word() -> None:
    found = tidied([1, 1, 2], ["2024-01-01", "2024-01-01", "2024-01-02"])
    assert (found.dropped, found.warnings) == ({DUPLICATE_DATE: 1}, ())


def test_rows_without_a_date_or_a_number_go() -> None:
    found = tidied([1, 2, NAN, 4], ["2024-01-01", "NaT", "2024-01-03", "2024-01-04"])
    assert found.dropped == {NO_DATE: 1, EMPTY_ROW: 1}
    assert found.frame.index.is_monotonic_increasing


def test_few_rows_without_a_close_go_and_many_stay() -> None:
    days = [f"2024-01-{day:02d}" for day in range(1, 11)]
    few = tidied([NAN, *map(float, range(9))], days, close="a")
    many = tidied([NAN] * 5 + [1.0] * 5, days, close="a")
    assert (few.dropped, many.dropped) == ({NO_CLOSE: 1}, {})


def test_one_row_is_no_series() -> None:
    with pytest.raises(FileError) as refusal:
        tidied([1, NAN], ["2024-01-01", "2024-01-02"])
    assert refusal.value.code == "too_few_rows"
