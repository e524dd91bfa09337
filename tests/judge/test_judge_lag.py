"""The lag: a repeated value fits one row late, a true forecast is in time."""

import numpy as np
import pytest

from rnn_core.judge import lag, rmse

VALUES = np.random.default_rng(1).normal(size=120).cumsum()


@pytest.mark.parametrize("late", [0, 1, 2, 5, 10])
def test_a_forecast_that_repeats_an_earlier_value_is_found_out(late: int) -> None:
    found = lag(VALUES[20:], VALUES[20 - late : 120 - late])
    assert found is not None
    assert found.best == late
    assert found.rmse[late] == 0.0


def test_a_noisy_copy_of_the_last_value_is_one_row_late() -> None:
    found = lag(VALUES[1:], VALUES[:-1] + np.random.default_rng(2).normal(0, 0.3, 119))
    assert found is not None
    assert found.best == 1


def test_every_shift_is_measured_on_the_same_rows() -> None:
    predicted = np.random.default_rng(3).normal(size=120)
    found = lag(VALUES, predicted, shifts=3)
    assert found is not None
    assert found.rmse.tolist() == pytest.approx(
        [rmse(VALUES[3 - shift : 120 - shift], predicted[3:]) for shift in range(4)]
    )


@pytest.mark.parametrize(("rows", "shifts"), [(11, 1), (16, 6), (20, 10), (60, 10)])
def test_a_short_test_is_tried_with_fewer_shifts(rows: int, shifts: int) -> None:
    found = lag(VALUES[1 : rows + 1], VALUES[:rows])
    assert found is not None
    assert (len(found.rmse), found.best) == (shifts + 1, 1)


@pytest.mark.parametrize("rows", [0, 1, 10])
def test_too_few_rows_have_no_lag(rows: int) -> None:
    assert lag(VALUES[:rows], VALUES[:rows]) is None


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_numbers_that_are_no_numbers_have_no_lag(broken: float) -> None:
    spoilt = VALUES.copy()
    spoilt[7] = broken
    assert lag(VALUES, spoilt) is None
    assert lag(spoilt, VALUES) is None
