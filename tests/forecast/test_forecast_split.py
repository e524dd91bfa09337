"""Cutting a series in time: chronological, days inclusive, and no window ever holds what it should predict."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.windows import windows
from rnn_core.judge import mae, rmse
from rnn_core.series import read_file
from tests.forecast.forecast_series import SHARED, count_up, needs_shared, series_of

NAN = float("nan")


def test_the_last_share_of_the_rows_is_the_test_part() -> None:
    parts = split(ForecastSpec(window=10, test_share=0.25), count_up(100))
    assert (parts.train, parts.test) == (range(75), range(75, 100))
    assert (parts.train_windows, parts.fit_windows, parts.test_windows) == (65, 65, 25)


def test_the_share_is_one_of_the_chosen_days_only() -> None:
    spec = ForecastSpec(window=5, test_share=0.5, train_from="2024-01-11", test_to="2024-02-09")
    parts = split(spec, count_up(100))
    # Rows 10 to 39 are chosen; half of them test.
    assert (parts.dates[parts.train.start].date(), len(parts.train)) == (date(2024, 1, 11), 15)
    assert (parts.dates[parts.test.stop - 1].date(), len(parts.test)) == (date(2024, 2, 9), 15)


def test_the_days_given_are_inclusive() -> None:
    spec = ForecastSpec(
        window=3, train_from="2024-01-05", train_to="2024-01-20", test_from="2024-01-25", test_to="2024-01-31"
    )
    parts = split(spec, count_up(60))
    train, test = parts.dates[parts.train], parts.dates[parts.test]
    assert (str(train[0].date()), str(train[-1].date())) == ("2024-01-05", "2024-01-20")
    assert (str(test[0].date()), str(test[-1].date())) == ("2024-01-25", "2024-01-31")


def test_days_without_a_row_of_their_own_fit_too() -> None:
    # 2024-01-06 and 07 are a weekend.
    series = series_of("2024-01-01", "B", value=range(40))
    parts = split(ForecastSpec(window=2, train_to="2024-01-07", test_from="2024-01-13"), series)
    assert str(parts.dates[parts.train[-1]].date()) == "2024-01-05"
    assert str(parts.dates[parts.test[0]].date()) == "2024-01-15"


def test_without_a_first_test_day_testing_follows_training() -> None:
    parts = split(ForecastSpec(window=3, train_to="2024-01-20"), count_up(60))
    assert (parts.train, parts.test) == (range(20), range(20, 60))


def test_without_a_last_training_day_training_ends_where_testing_begins() -> None:
    parts = split(ForecastSpec(window=3, test_from="2024-01-21"), count_up(60))
    assert (parts.train, parts.test) == (range(20), range(20, 60))


@pytest.mark.parametrize("missing", ["refuse", "drop", "previous"])
def test_the_last_day_counts_in_full_where_a_day_has_many_rows(missing: str) -> None:
    hours = series_of(freq="h", value=range(96))
    spec = ForecastSpec(window=3, train_to="2024-01-02", test_to="2024-01-03", missing=missing)
    parts = split(spec, hours)
    assert (parts.train, parts.test) == (range(48), range(48, 72))


def test_windows_of_the_first_test_rows_reach_into_the_gap_before_them() -> None:
    parts = split(ForecastSpec(window=4, train_to="2024-01-20", test_from="2024-01-31"), count_up(60))
    assert (parts.train, parts.test) == (range(20), range(30, 60))
    first = windows(parts.inputs, parts.window)[parts.test.start - parts.window]
    assert first[:, 0].tolist() == [26.0, 27.0, 28.0, 29.0]


def test_the_last_training_windows_are_kept_back_for_validation() -> None:
    parts = split(ForecastSpec(window=10, test_share=0.2, validation_share=0.25), count_up(100))
    # 80 training rows have 70 windows, of which a quarter is 17.5, rounded to an even 18.
    assert (parts.train_windows, parts.validation_windows, parts.fit_windows) == (70, 18, 52)


def test_something_is_left_to_learn_from_however_little_there_is() -> None:
    parts = split(ForecastSpec(window=8, test_share=0.5, validation_share=0.5), count_up(20))
    assert (parts.train_windows, parts.fit_windows) == (2, 1)


def test_the_target_stands_before_the_inputs() -> None:
    series = count_up(30, high=range(100, 130), low=range(200, 230))
    parts = split(ForecastSpec(window=3, target="High", inputs=("low", "value")), series)
    assert parts.columns == ("high", "low", "value")
    assert parts.target[0] == 100
    assert parts.inputs[0].tolist() == [200, 0]


def test_without_inputs_the_network_reads_the_target() -> None:
    parts = split(ForecastSpec(window=3), count_up(30))
    assert parts.columns == ("value", "value")
    assert np.array_equal(parts.inputs[:, 0], parts.target)


def test_dropping_leaves_out_rows_in_which_a_used_column_is_missing() -> None:
    series = series_of(value=[0, 1, NAN, *range(3, 30)], other=[NAN, *range(1, 30)], unused=[NAN] * 30)
    parts = split(ForecastSpec(window=3, target="value", inputs=("other",), missing="drop"), series)
    assert parts.target.tolist() == [1, *range(3, 30)]
    assert len(parts.dates) == 28


def test_the_last_known_value_is_repeated_and_never_a_later_one() -> None:
    series = series_of(value=[NAN, 1, NAN, NAN, *range(4, 30)])
    parts = split(ForecastSpec(window=3, missing="previous"), series)
    assert parts.target[:5].tolist() == [1, 1, 1, 4, 5]


def test_a_value_that_was_filled_in_is_learnt_from_but_never_tested_on() -> None:
    series = series_of(value=[*range(10), NAN, *range(11, 30), NAN, 31, NAN, *range(33, 40)])
    parts = split(ForecastSpec(window=3, missing="previous", test_share=0.25), series)
    assert (parts.test, parts.test_windows) == (range(30, 40), 8)
    assert parts.test_rows.tolist() == [31, *range(33, 40)]
    assert np.flatnonzero(~parts.given).tolist() == [10, 30, 32]
    assert (len(parts.train), parts.train_windows) == (30, 27)


def test_a_filled_in_input_is_no_reason_not_to_test() -> None:
    series = count_up(40, other=[*range(35), *[NAN] * 5])
    parts = split(ForecastSpec(window=3, inputs=("other",), missing="previous", test_share=0.25), series)
    assert parts.test_windows == 10


def test_without_missing_values_every_row_is_given_and_every_test_row_tested() -> None:
    parts = split(ForecastSpec(window=3), count_up(40))
    assert parts.given.all()
    assert parts.test_rows.tolist() == list(parts.test)


def test_missing_values_outside_the_chosen_days_do_no_harm() -> None:
    series = series_of(value=[NAN, NAN, *range(2, 59), NAN])
    parts = split(ForecastSpec(window=3, train_from="2024-01-03", test_to="2024-02-28"), series)
    used = np.r_[parts.target[parts.train], parts.target[parts.test]]
    assert np.isfinite(used).all()
    assert (used[0], used[-1]) == (2, 58)


@needs_shared
def test_the_mastercard_tutorial_has_its_known_windows_and_naive_line() -> None:
    series = read_file(SHARED / "Mastercard_stock_history.csv")
    spec = ForecastSpec(
        target="High", window=60, train_from="2016-01-01", train_to="2020-12-31", test_from="2021-01-01"
    )
    parts = split(spec, series)
    assert (len(parts.train), parts.train_windows, parts.test_windows) == (1259, 1199, 195)
    test = np.arange(parts.test.start, parts.test.stop)
    actual, naive = parts.target[test], parts.target[test - 1]
    assert rmse(actual, naive) == pytest.approx(5.2765, abs=1e-4)
    assert mae(actual, naive) == pytest.approx(3.8446, abs=1e-4)
    share_above = (actual > parts.target[parts.train].max()).mean()
    assert share_above == pytest.approx(0.508, abs=0.001)


DAYS = st.none() | st.dates(date(2023, 12, 20), date(2024, 4, 20))


@examples(max_examples=60, deadline=None)
@given(
    rows=st.integers(5, 100),
    window=st.integers(1, 30),
    shares=st.tuples(st.floats(0.01, 0.9), st.floats(0.0, 0.5)),
    days=st.tuples(DAYS, DAYS, DAYS, DAYS),
    gaps=st.sets(st.integers(0, 99), max_size=5),
    missing=st.sampled_from(["drop", "previous"]),
)
def test_training_and_test_never_touch_whatever_is_asked(
    rows: int,
    window: int,
    shares: tuple[float, float],
    days: tuple[date | None, ...],
    gaps: set[int],
    missing: str,
) -> None:
    values = [NAN if row in gaps else float(row) for row in range(rows)]
    names = ("train_from", "train_to", "test_from", "test_to")
    settings = {"window": window, "test_share": shares[0], "validation_share": shares[1], "missing": missing}
    settings |= dict(zip(names, days, strict=True))
    chosen = [day for day in days if day is not None]
    if chosen != sorted(chosen) or (days[1] is not None and days[1] == days[2]):
        with pytest.raises(SpecError) as refusal:
            ForecastSpec(**settings)
        assert refusal.value.code == "days_contradict"
        return
    spec = ForecastSpec(**settings)
    try:
        parts = split(spec, series_of(value=values))
    except SpecError:
        return
    assert parts.train.stop <= parts.test.start
    assert set(parts.train).isdisjoint(parts.test)
    assert 0 <= parts.train.start < parts.train.stop <= parts.test.start < parts.test.stop <= len(parts.values)
    assert (parts.fit_windows >= 1, parts.fit_windows + parts.validation_windows) == (True, parts.train_windows)
    assert np.isfinite(parts.values).all()
    assert set(parts.test_rows) <= set(parts.test)
    assert (parts.test_windows >= 1, parts.test_windows) == (True, len(parts.test_rows))
    assert np.array_equal(parts.target[parts.test_rows], parts.dates[parts.test_rows].dayofyear - 1)
    for row in parts.test:
        # Window i predicts row i + window, so that it ends one row before its target.
        seen = windows(parts.dates.to_numpy()[:, None], window)[row - window]
        assert seen.max() < parts.dates[row]
    for day, ends, is_start in zip(days, (parts.train, parts.train, parts.test, parts.test), (1, 0, 1, 0), strict=True):
        if day is not None:
            first, last = parts.dates[ends[0]], parts.dates[ends[-1]]
            assert first >= pd.Timestamp(day) if is_start else last <= pd.Timestamp(day)
