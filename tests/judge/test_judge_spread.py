"""The spread: known before its row, never 0, and the weighted mean that its source describes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rnn_core.judge import spread
from rnn_core.judge.significance import Floats

NUMBERS = st.floats(-1e6, 1e6) | st.just(np.nan)
SERIES = arrays(np.float64, st.integers(3, 60), elements=NUMBERS)


@settings(deadline=None)
@given(values=SERIES, row=st.integers(0, 59), other=NUMBERS)
def test_a_row_changes_no_spread_up_to_its_own(values: Floats, row: int, other: float) -> None:
    row %= len(values)
    changed = values.copy()
    changed[row] = other
    np.testing.assert_array_equal(spread(changed)[: row + 1], spread(values)[: row + 1])


@settings(deadline=None)
@given(values=arrays(np.float64, st.integers(3, 60), elements=st.floats(-1e6, 1e6)))
def test_from_the_third_row_on_it_is_a_number_above_zero(values: Floats) -> None:
    known = spread(values)
    assert len(known) == len(values)
    assert np.isnan(known[:2]).all()
    assert np.isfinite(known[2:]).all()
    assert (known[2:] > 0).all()


def test_it_is_the_weighted_mean_of_the_squared_changes_so_far() -> None:
    values = np.random.default_rng(1).normal(size=80).cumsum()
    known = spread(values)
    for row in (2, 3, 20, 79):
        changes = np.diff(values[:row])
        weights = 0.94 ** np.arange(len(changes))[::-1]
        assert known[row] == pytest.approx(np.sqrt(np.average(changes**2, weights=weights)), rel=1e-9)


def test_it_grows_in_rough_times_and_shrinks_in_calm_ones() -> None:
    rng = np.random.default_rng(2)
    known = spread(np.r_[rng.normal(0, 1, 200), rng.normal(0, 5, 200), rng.normal(0, 1, 200)].cumsum())
    assert known[199] == pytest.approx(1, rel=0.3)
    assert known[399] == pytest.approx(5, rel=0.3)
    assert known[599] == pytest.approx(1, rel=0.3)


@pytest.mark.parametrize("level", [0.0, 5.0])
def test_a_series_that_never_changes_has_a_tiny_spread(level: float) -> None:
    known = spread(np.full(50, level))[2:]
    assert (known > 0).all()
    assert (known <= 1e-5).all()


def test_after_a_long_stretch_without_change_a_share_of_the_usual_one_is_left() -> None:
    moving = np.random.default_rng(3).normal(size=300).cumsum()
    known = spread(np.r_[moving, np.full(3000, moving[-1])])
    assert 0.01 < known[-1] < 0.2


def test_missing_values_are_passed_over() -> None:
    values = np.arange(20.0)
    values[[5, 11, 12]] = np.nan
    np.testing.assert_allclose(spread(values)[2:], 1.0)
    assert np.isnan(spread(np.full(5, np.nan))).all()


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_fewer_than_three_rows_know_nothing(rows: int) -> None:
    assert np.isnan(spread(np.arange(float(rows)))).all()
    assert len(spread(np.arange(float(rows)))) == rows
