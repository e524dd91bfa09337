"""A second file continues the first; whatever does not fit where they meet is said."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rnn_core.errors import SpecError
from rnn_core.series import Series, join_series, read_file
from rnn_core.series.join import second_begins, shared_columns

SHARED = Path(__file__).parents[3] / "shared" / "data"


def from_dates(dates: pd.DatetimeIndex, columns: str = "Close,Volume", level: float = 100.0) -> Series:
    """A file whose columns all hold a calm walk that begins at `level`."""
    steps = np.random.default_rng(len(dates)).normal(0.0, 0.01, len(dates))
    values = (level * np.exp(np.cumsum(steps) - steps[0])).round(4)
    frame = pd.DataFrame(dict.fromkeys(columns.split(","), values), index=dates.rename("Date"))
    return read_file(frame.to_csv().encode(), f"from {dates[0].date()}")


def make(first_day: str, days: int, columns: str = "Close,Volume", level: float = 100.0) -> Series:
    return from_dates(pd.date_range(first_day, periods=days), columns, level)


def codes(joined: Series) -> list[str]:
    return [warning.code for warning in joined.receipt.warnings]


def warning(joined: Series, code: str) -> str:
    return next(str(sentence) for sentence in joined.receipt.warnings if sentence.code == code)


def test_files_that_follow_each_other_are_joined_whole() -> None:
    joined = join_series(make("2024-01-01", 5), make("2024-01-06", 3))
    assert (len(joined.frame), joined.name, joined.frame.index.name) == (8, "from 2024-01-01", "date")
    assert joined.receipt.dropped == {}
    assert joined.receipt.warnings == ()


def test_the_test_part_begins_with_the_second_file() -> None:
    first, second = make("2024-01-01", 5), make("2024-01-04", 5)
    begins = second_begins(second)
    assert begins == date(2024, 1, 4)
    joined = join_series(first, second)
    assert joined.frame.loc[str(begins) :].equals(second.frame)


def test_rows_that_both_have_come_from_the_second() -> None:
    first, second = make("2024-01-01", 5), make("2024-01-04", 3)
    joined = join_series(first, second)
    assert joined.frame["Close"].tolist() == [*first.frame["Close"][:3], *second.frame["Close"]]
    assert joined.receipt.dropped == {"also in the second file": 2}
    assert "overlap" in codes(joined)


def test_equal_rows_in_both_files_are_counted_and_no_cause_for_worry() -> None:
    whole = make("2024-01-01", 20)
    rows = whole.frame.to_csv().splitlines(keepends=True)
    first, second = ("".join([rows[0], *rows[1:][part]]).encode() for part in (slice(0, 12), slice(9, 20)))
    joined = join_series(read_file(first, "a"), read_file(second, "b"))
    assert codes(joined) == ["overlap"]
    assert joined.fingerprint == whole.fingerprint


def test_other_values_in_rows_that_both_have_are_said_with_their_columns() -> None:
    whole = make("2024-01-01", 20)
    other = whole.frame.iloc[9:].copy()
    other.iloc[[0, 1], 1] += 1.0
    other.iloc[2, 0] *= 1 + 1e-7  # written with other digits, no other value
    joined = join_series(make("2024-01-01", 20), read_file(other.to_csv().encode(), "b"))
    assert codes(joined) == ["overlap", "overlap_differs"]
    assert warning(joined, "overlap_differs").startswith("Of 11 dates that both files have, 2 hold other values")
    assert "in Volume;" in warning(joined, "overlap_differs")


def test_a_value_that_only_one_file_has_is_no_other_value() -> None:
    first = make("2024-01-01", 20)
    other = first.frame.iloc[9:].copy()
    other.iloc[3, 0] = np.nan
    assert "overlap_differs" not in codes(join_series(first, read_file(other.to_csv().encode(), "b")))


@pytest.mark.parametrize(
    ("freq", "end", "begin"),
    [
        ("B", "2024-01-05", "2024-01-08"),  # Friday to Monday
        ("B", "2024-01-12", "2024-01-16"),  # Martin Luther King's day
        ("B", "2024-03-28", "2024-04-02"),  # Easter
        ("D", "2024-03-28", "2024-03-31"),
        ("W-FRI", "2024-03-29", "2024-04-12"),
        ("MS", "2024-03-01", "2024-05-01"),
    ],
)
def test_weekends_holidays_and_a_missing_row_are_no_gap(freq: str, end: str, begin: str) -> None:
    first = from_dates(pd.date_range(end=end, periods=60, freq=freq))
    assert codes(join_series(first, from_dates(pd.date_range(begin, periods=60, freq=freq)))) == []


@pytest.mark.parametrize(
    ("freq", "end", "begin", "days"),
    [
        ("B", "2024-03-28", "2024-04-08", 11),
        ("D", "2024-03-28", "2024-04-01", 4),
        ("W-FRI", "2024-03-29", "2024-05-03", 35),
        ("MS", "2024-03-01", "2024-08-01", 153),
        ("h", "2024-03-28 10:00", "2024-03-28 16:00", "0.250"),
    ],
)
def test_a_gap_between_the_files_is_said_in_days(freq: str, end: str, begin: str, days: object) -> None:
    first = from_dates(pd.date_range(end=end, periods=200, freq=freq))
    joined = join_series(first, from_dates(pd.date_range(begin, periods=60, freq=freq)))
    assert codes(joined) == ["gap_between_files"]
    assert f"lie {days} days without a value" in warning(joined, "gap_between_files")


def test_pauses_that_the_first_file_has_itself_are_no_gap() -> None:
    days = pd.bdate_range("2020-01-01", "2023-12-29")
    # A week of holidays twice a year, as in China.
    open_days = days[~((days.month == 10) & (days.day < 9)) & ~((days.month == 2) & (days.day < 9))]
    first = from_dates(open_days[open_days < "2023-10-01"])
    assert codes(join_series(first, from_dates(open_days[open_days > "2023-10-01"]))) == []


def test_one_hole_in_the_first_file_makes_no_other_gap_usual() -> None:
    days = pd.bdate_range("2020-01-01", "2023-12-29")
    first = from_dates(days[(days < "2021-05-01") | ((days > "2021-08-01") & (days < "2023-05-01"))])
    assert "gap_between_files" in codes(join_series(first, from_dates(days[days > "2023-06-01"])))


def test_files_with_another_step_are_said() -> None:
    daily, weekly = make("2024-01-01", 60), from_dates(pd.date_range("2024-03-03", periods=20, freq="7D"))
    joined = join_series(daily, weekly)
    assert codes(joined) == ["other_frequency"]
    assert "usually 1 days in the first file and 7 in the second" in warning(joined, "other_frequency")


@pytest.mark.parametrize("level", [1_000.0, 200.0, 50.0, 1.0])
def test_another_unit_or_unadjusted_prices_are_said(level: float) -> None:
    joined = join_series(make("2024-01-01", 60), make("2024-03-01", 60, level=level))
    assert codes(joined) == ["level_jump"]
    first, second = joined.frame["Close"].iloc[[59, 60]]
    assert warning(joined, "level_jump").startswith(f"Close jumps from {first:.{1 if first < 100 else 0}f}")
    assert second == level


@pytest.mark.parametrize("level", [150.0, 70.0])
def test_an_ordinary_step_between_the_files_is_no_jump(level: float) -> None:
    assert codes(join_series(make("2024-01-01", 60), make("2024-03-01", 60, level=level))) == []


def test_values_that_leap_anyway_may_leap_between_the_files() -> None:
    days = pd.date_range("2024-01-01", periods=120)
    values = 10 ** np.random.default_rng(1).normal(0.0, 0.3, 120)
    first, second = (
        read_file(pd.DataFrame({"Volume": part}, index=part_days.rename("Date")).to_csv().encode(), "v")
        for part, part_days in ((values[:60], days[:60]), (values[60:] * 3, days[60:]))
    )
    assert codes(join_series(first, second)) == []


def test_columns_of_one_file_only_are_left_out_and_named() -> None:
    joined = join_series(make("2024-01-01", 5), make("2024-01-06", 3, "Close,Turnover"))
    assert joined.columns == ("Close",)
    assert dict(joined.receipt.roles) == {"close": "Close"}
    assert "Volume, Turnover" in warning(joined, "unshared_columns")


def test_columns_of_the_same_role_are_shared_under_the_name_of_the_first() -> None:
    first, second = make("2024-01-01", 5, "Open,Close"), make("2024-01-06", 3, "收盘价,成交量")
    assert shared_columns(first, second) == {"Close": "收盘价"}
    joined = join_series(first, second)
    assert joined.frame["Close"].tolist() == [*first.frame["Close"], *second.frame["收盘价"]]
    assert warning(joined, "matched_columns").endswith("we took these for the same: Close = 收盘价.")
    assert "Open, 成交量" in warning(joined, "unshared_columns")


def test_the_same_name_counts_more_than_the_same_role() -> None:
    first, second = make("2024-01-01", 5, "Close,Price"), make("2024-01-06", 3, "Price")
    assert shared_columns(first, second) == {"Price": "Price"}


def test_files_without_a_shared_column_are_refused() -> None:
    with pytest.raises(SpecError, match="same names"):
        join_series(make("2024-01-01", 5), make("2024-01-06", 3, "Rain"))


def test_second_file_that_starts_first_is_refused() -> None:
    with pytest.raises(SpecError, match="Swap the two files"):
        join_series(make("2024-01-06", 3), make("2024-01-01", 5))


@pytest.mark.skipif(not SHARED.exists(), reason="the reference files are not here")
def test_the_two_files_of_the_reference_say_only_what_is_so() -> None:
    first, second = (read_file(SHARED / name) for name in ("NSE-TATAGLOBAL.csv", "tatatest.csv"))
    joined = join_series(first, second)
    assert len(joined.frame) == len(first.frame) + len(second.frame)
    assert codes(joined) == [sentence.code for one in (first, second) for sentence in one.receipt.warnings]
