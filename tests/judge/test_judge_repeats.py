"""Repeats: the middle run stands for all, failures count as the worst, and ranges speak only with enough runs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.special import comb

from rnn_core.judge import Repeats, apart, repeats
from rnn_core.judge.repeats import comparable
from rnn_core.judge.significance import Floats

ACTUAL = np.random.default_rng(1).normal(size=50).cumsum()
NAIVE = np.r_[0.0, ACTUAL[:-1]]
LOST = np.full(50, np.nan)


def missing_by(*sizes: float) -> list[Floats]:
    return [LOST if np.isnan(size) else ACTUAL + size for size in sizes]


def runs_of(*sizes: float) -> Repeats:
    return repeats("GRU", ACTUAL, missing_by(*sizes), naive=NAIVE)


@pytest.mark.parametrize(
    ("sizes", "middle"),
    [([2], 0), ([1, 3], 1), ([3, 1], 0), ([3, 1, 2], 2), ([4, 1, 2, 3], 3), ([5, 1, 4, 2, 3], 4)],
)
def test_the_middle_one_stands_for_all_and_of_two_the_worse(sizes: list[float], middle: int) -> None:
    found = runs_of(*sizes)
    assert (found.name, found.middle) == ("GRU", middle)
    assert found.rmse == pytest.approx(sizes)
    assert (found.lowest, found.highest) == pytest.approx((min(sizes), max(sizes)))


def test_failed_runs_count_as_the_worst_and_not_into_the_range() -> None:
    found = runs_of(1, np.nan, 3, np.nan, 2)
    assert found.rmse == pytest.approx((1, np.nan, 3, np.nan, 2), nan_ok=True)
    assert found.middle == 2
    assert (found.lowest, found.highest) == pytest.approx((1, 3))
    assert found.learnt == pytest.approx((1, 3, 2))


def test_where_most_failed_a_failed_one_stands_for_all() -> None:
    found = runs_of(np.nan, 1, np.nan)
    assert np.isnan(found.rmse[found.middle])
    assert np.isnan(runs_of(1, np.nan).rmse[1])
    assert runs_of(1, np.nan).middle == 1


def test_where_all_failed_there_is_no_range() -> None:
    found = runs_of(np.nan, np.nan)
    assert np.isnan([found.lowest, found.highest]).all()
    assert found.learnt == ()


def test_a_flat_run_has_failed_too() -> None:
    found = repeats("GRU", ACTUAL, [np.full(50, 99.0), ACTUAL + 0.1], naive=NAIVE, train_mean=0.0)
    assert np.isnan(found.rmse[0])


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ([1, 2, 3], [4, 5, 6], True),
        ([4, 5, 6], [1, 2, 3], True),
        ([1, 2, 4], [3, 5, 6], False),
        ([1, 2, 3], [3, 4, 5], False),
        ([1, 2], [4, 5, 6], False),
        ([1], [4], False),
        ([1, 2, np.nan], [4, 5, 6], False),
        ([1, 2, 3, np.nan], [4, 5, 6], True),
    ],
)
def test_apart_are_ranges_of_three_or_more_that_do_not_overlap(one: list[float], other: list[float], are: bool) -> None:
    assert apart(runs_of(*one), runs_of(*other)) is are


def test_ranges_can_be_compared_with_three_that_learnt_on_both_sides() -> None:
    three, two = runs_of(1, 2, 3), runs_of(1, 2, np.nan)
    assert comparable(three, three)
    assert not comparable(three, two)
    assert not comparable(two, three)


@settings(deadline=None, max_examples=30)
@given(st.integers(3, 8), st.integers(3, 8), st.integers(0, 99))
def test_where_ranges_are_apart_no_exact_test_could_find_more(one: int, other: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    low, high = rng.uniform(1, 2, one), rng.uniform(3, 4, other)
    assert apart(runs_of(*low), runs_of(*high))
    chance = stats.mannwhitneyu(low, high, method="exact").pvalue
    assert chance == pytest.approx(2 / comb(one + other, one))
    assert chance < 0.05 or min(one, other) == 3
