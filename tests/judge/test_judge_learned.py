"""Failures to learn: each kind is seen, and saying the mean of noise is none."""

import numpy as np
import pytest

from rnn_core.judge import failure

RNG = np.random.default_rng(1)
WALK = 100 + RNG.normal(size=201).cumsum()
ACTUAL, NAIVE = WALK[1:], WALK[:-1]
NOISE = RNG.normal(size=201)


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_numbers_beyond_all_bounds_have_diverged(broken: float) -> None:
    predicted = NAIVE.copy()
    predicted[3] = broken
    assert failure(ACTUAL, predicted, NAIVE, train_mean=0.0) == "diverged"


@pytest.mark.parametrize("wobble", [0.0, 0.01])
def test_the_same_value_everywhere_is_flat(wobble: float) -> None:
    predicted = np.full(200, ACTUAL.mean()) + wobble * NOISE[1:]
    assert failure(ACTUAL, predicted, NAIVE, train_mean=100.0) == "flat"


def test_further_off_than_the_mean_has_learnt_nothing() -> None:
    predicted = ACTUAL + 50 * NOISE[1:]
    assert failure(ACTUAL, predicted, NAIVE, train_mean=ACTUAL.mean()) == "worse than the mean"
    assert failure(ACTUAL, predicted, NAIVE, train_mean=1e6) is None


def test_without_a_mean_of_the_training_part_that_is_not_asked() -> None:
    assert failure(ACTUAL, ACTUAL + 50 * NOISE[1:], NAIVE, train_mean=np.nan) is None


def test_of_pure_noise_its_mean_is_the_right_thing_to_say() -> None:
    assert failure(NOISE[1:], np.zeros(200), NOISE[:-1], train_mean=0.0) is None
    assert failure(NOISE[1:], np.full(200, 0.1), NOISE[:-1], train_mean=0.0) is None


def test_what_is_as_close_as_the_naive_line_has_learnt_something() -> None:
    assert failure(ACTUAL, NAIVE, NAIVE, train_mean=ACTUAL.mean()) is None
    assert failure(ACTUAL, NAIVE + 0.5 * NOISE[1:], NAIVE, train_mean=0.0) is None


def test_a_test_part_that_never_changes_may_be_met_by_a_flat_line() -> None:
    flat = np.full(30, 5.0)
    assert failure(flat, flat + 0.1, flat, train_mean=0.0) is None


def test_no_rows_are_no_failure() -> None:
    nothing = np.empty(0)
    assert failure(nothing, nothing, nothing, train_mean=0.0) is None
