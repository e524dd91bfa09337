"""The border between training and test part: where it stands, and what a move of it means."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from pages.ui.series.border import find_border
from rnn_core.series import Receipt, Series

A_DAY = 86_400_000


def series_of(dates):
    frame = pd.DataFrame({"x": np.arange(float(len(dates)))}, index=pd.DatetimeIndex(dates, name="date"))
    return Series("made", frame, Receipt("demo", "own"))


@pytest.fixture
def weekdays():
    """Two weeks of trading days, from Monday the first to Friday the twelfth."""
    return series_of(pd.date_range("2024-01-01", periods=10, freq="B"))


def moment(text):
    return int(np.datetime64(text, "ms").astype("int64"))


def test_the_border_stands_where_the_test_part_begins(weekdays):
    border = find_border(weekdays, {}, np.datetime64("2024-01-09"))
    assert (border.day, border.number) == (date(2024, 1, 9), 6)
    assert border.moment(border.number) == moment("2024-01-09")
    assert border.step == A_DAY


@pytest.mark.parametrize(
    ("settings", "day"),
    [
        ({"test_from": date(2024, 1, 6)}, date(2024, 1, 8)),
        ({"train_to": date(2024, 1, 5)}, date(2024, 1, 8)),
        ({"test_share": 0.3}, date(2024, 1, 10)),
        ({"test_from": date(2030, 1, 1)}, date(2024, 1, 12)),
        ({}, date(2024, 1, 11)),
    ],
)
def test_settings_that_do_not_fit_still_have_a_border_to_be_moved(weekdays, settings, day):
    assert find_border(weekdays, settings, None).day == day


def test_a_border_dropped_on_a_weekend_goes_to_the_nearest_day_with_rows(weekdays):
    border = find_border(weekdays, {}, np.datetime64("2024-01-09"))
    assert border.move({"at": moment("2024-01-06T03:00")}) == {
        "train_to": date(2024, 1, 4),
        "test_from": date(2024, 1, 5),
    }
    assert border.move({"at": moment("2024-01-07")})["test_from"] == date(2024, 1, 8)


def test_arrow_keys_step_from_row_to_row_over_the_weekend(weekdays):
    border = find_border(weekdays, {}, np.datetime64("2024-01-08"))
    assert border.move({"by": -1}) == {"train_to": date(2024, 1, 4), "test_from": date(2024, 1, 5)}
    assert border.move({"by": 1}) == {"train_to": date(2024, 1, 8), "test_from": date(2024, 1, 9)}


@pytest.mark.parametrize(("moved", "day"), [({"by": -99}, 2), ({"by": 99}, 12), ({"at": 0}, 2), ({"at": 10**15}, 12)])
def test_one_day_at_least_stays_on_either_side(weekdays, moved, day):
    border = find_border(weekdays, {}, np.datetime64("2024-01-08"))
    assert border.move(moved)["test_from"] == date(2024, 1, day)


def test_the_border_stays_within_the_chosen_days(weekdays):
    settings = {"train_from": date(2024, 1, 3), "test_to": date(2024, 1, 10)}
    border = find_border(weekdays, settings, np.datetime64("2024-01-08"))
    assert border.move({"by": -99}) == {"train_to": date(2024, 1, 3), "test_from": date(2024, 1, 4)}
    assert border.move({"by": 99})["test_from"] == date(2024, 1, 10)


def test_several_rows_a_day_are_never_cut_apart():
    border = find_border(series_of(pd.date_range("2024-01-01", periods=96, freq="h")), {}, np.datetime64("2024-01-03"))
    assert len(border.days) == 4
    assert border.move({"at": moment("2024-01-02T20:00")})["test_from"] == date(2024, 1, 3)
    assert border.move({"by": -1}) == {"train_to": date(2024, 1, 1), "test_from": date(2024, 1, 2)}


def test_a_single_day_has_no_border():
    assert find_border(series_of(pd.date_range("2024-01-01", periods=20, freq="h")), {}, None) is None


def test_a_validation_part_behind_the_moved_border_is_given_up(weekdays):
    border = find_border(weekdays, {}, np.datetime64("2024-01-08"))
    assert border.move({"by": -1}, date(2024, 1, 5))["validation_from"] is None
    assert "validation_from" not in border.move({"by": 1}, date(2024, 1, 5))
