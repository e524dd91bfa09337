"""What is odd about a series is said, and ordinary ones are left in peace."""

import numpy as np
import pandas as pd
import pytest

from rnn_core.series import Frequency, load_builtin
from rnn_core.series.builtin import builtin_series
from rnn_core.series.checks import check
from tests.series.vendors.prices import daily

ROLES = {role: role for role in ("open", "high", "low", "close", "volume")}


def codes(frame: pd.DataFrame, roles: dict[str, str] = ROLES) -> list[str]:
    return [sentence.code for sentence in check(frame, roles)]


def changed(row: int | slice, column: str, value: float) -> pd.DataFrame:
    frame = daily().astype("float64")
    frame.iloc[row, frame.columns.get_loc(column)] = value
    return frame


def test_ordinary_prices_are_left_in_peace() -> None:
    assert codes(daily()) == []
    assert codes(daily().iloc[::-1].sort_index()) == []


def test_zero_prices_are_counted() -> None:
    assert codes(changed(5, "open", 0.0)) == ["zero_prices"]


def test_volumes_may_be_zero() -> None:
    assert codes(changed(slice(5, 9), "volume", 0.0)) == []


def test_prices_below_zero_are_counted() -> None:
    assert "negative_prices" in codes(changed(5, "low", -3.0))


@pytest.mark.parametrize("close", [100.0, 99_000.0])
def test_a_close_outside_of_its_day_is_said(close: float) -> None:
    assert "close_outside_range" in codes(changed(5, "close", close))


def test_rounding_is_no_reason_to_speak() -> None:
    frame = daily().astype("float64")
    frame["close"] = frame["high"] * (1 + 1e-9)
    assert "close_outside_range" not in codes(frame)


@pytest.mark.parametrize("factor", [2.0, 3.0, 10.0, 0.5])
def test_a_jump_like_a_split_is_said_with_its_day(factor: float) -> None:
    frame = daily() / np.where(np.arange(60) < 30, 1.0, factor)[:, None]
    (sentence,) = (one for one in check(frame, ROLES) if one.code == "split_like_jump")
    assert sentence.values["day"] == daily().index[30].date()


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_a_crash_is_no_split(share: float) -> None:
    frame = daily() * np.where(np.arange(60) < 30, 1.0, 1 - share)[:, None]
    assert "split_like_jump" not in codes(frame)


@pytest.mark.parametrize(
    ("frequency", "usual", "gap"),
    [("B", 7, 20), ("D", 10, 20), ("W-FRI", 2, 5), ("MS", 1, 3), ("YS", 1, 3), ("h", 3 * 24, 9 * 24)],
)
def test_gaps_longer_than_usual_are_said_and_holidays_are_not(frequency: str, usual: int, gap: int) -> None:
    dates = pd.date_range("2020-01-01", periods=400, freq=frequency)
    close = pd.DataFrame({"close": np.linspace(100, 110, 400)}, index=dates)
    assert codes(close, {"close": "close"}) == []
    assert codes(close.drop(dates[100 : 100 + usual - 1]), {"close": "close"}) == []
    assert codes(close.drop(dates[100 : 100 + gap]), {"close": "close"}) == ["gaps"]


def test_irregular_dates_have_no_gaps() -> None:
    dates = pd.to_datetime(["2000-01-01", "2003-05-01", "2010-01-01"])
    assert codes(pd.DataFrame({"close": [1.0, 1.1, 1.2]}, index=dates), {"close": "close"}) == []


@pytest.mark.parametrize(("rows", "expected"), [(9, []), (10, ["constant_stretch"])])
def test_prices_that_stand_still_for_ten_rows_are_said(rows: int, expected: list[str]) -> None:
    price = daily()["close"].iloc[20]
    frame = pd.DataFrame({"close": daily()["close"].to_numpy().copy()}, index=daily().index)
    frame.iloc[20 : 20 + rows] = price
    assert codes(frame, {"close": "close"}) == expected


def test_adjusted_and_plain_closes_side_by_side_are_said() -> None:
    frame = daily().assign(adjusted=daily()["close"] * 0.97)
    roles = ROLES | {"adjusted close": "adjusted"}
    assert codes(frame, roles) == ["adjusted_and_unadjusted"]
    assert codes(frame.assign(adjusted=frame["close"]), roles) == []


@pytest.mark.parametrize("name", sorted(builtin_series()))
def test_builtin_series_are_left_in_peace(name: str) -> None:
    series = load_builtin(name)
    assert isinstance(series.frequency, Frequency)
    assert check(series.frame, series.receipt.roles) == ()
