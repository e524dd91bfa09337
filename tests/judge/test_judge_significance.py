"""The chance of luck: Diebold and Mariano's test, held against a second implementation."""

import numpy as np
import pytest
from scipy import stats

from rnn_core.judge.significance import LIKELY_REAL, Floats, chance_of_luck


def by_the_papers(actual: Floats, forecast: Floats, other: Floats) -> float:
    """Diebold and Mariano (1995), Bartlett weights up to the cube root of n; Harvey et al. (1997) at horizon 1."""
    gap = (actual - forecast) ** 2 - (actual - other) ** 2
    n, lags = len(gap), int(np.ceil(len(gap) ** (1 / 3)))
    centred = gap - gap.mean()
    variance = centred @ centred / n
    for lag in range(1, lags + 1):
        variance += 2 * (1 - lag / (lags + 1)) * (centred[lag:] @ centred[:-lag]) / n
    statistic = gap.mean() / np.sqrt(variance / n) * np.sqrt((n - 1) / n)
    return float(2 * stats.t.sf(abs(statistic), n - 1))


def three_lines(rows: int, seed: int) -> tuple[Floats, Floats, Floats]:
    rng = np.random.default_rng(seed)
    actual = rng.normal(size=rows).cumsum()
    return actual, actual + rng.normal(0, 1.0, rows), actual + rng.normal(0, 1.3, rows)


@pytest.mark.parametrize("rows", [10, 16, 64, 195])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_a_second_implementation(rows: int, seed: int) -> None:
    lines = three_lines(rows, seed)
    assert chance_of_luck(*lines) == pytest.approx(by_the_papers(*lines), rel=1e-8)


def test_does_not_depend_on_which_forecast_comes_first() -> None:
    actual, one, two = three_lines(60, 4)
    assert chance_of_luck(actual, one, two) == pytest.approx(chance_of_luck(actual, two, one))


def test_equal_forecasts_differ_by_luck_alone() -> None:
    actual, one, _ = three_lines(60, 5)
    assert chance_of_luck(actual, one, one) == 1.0
    # Mirrored misses have the same squares.
    assert chance_of_luck(np.zeros(60), np.ones(60), -np.ones(60)) == 1.0


def test_a_clearly_better_forecast_is_hardly_luck() -> None:
    rng = np.random.default_rng(6)
    actual = rng.normal(size=200)
    assert chance_of_luck(actual, actual + rng.normal(0, 0.1, 200), actual + rng.normal(0, 2, 200)) < 1e-6


def test_two_equally_good_forecasts_may_well_differ_by_luck() -> None:
    rng = np.random.default_rng(7)
    actual, *noise = rng.normal(size=(3, 200))
    assert chance_of_luck(actual, actual + noise[0], actual + noise[1]) > LIKELY_REAL


def test_few_rows_tell_nothing() -> None:
    actual, one, _ = three_lines(9, 8)
    assert chance_of_luck(actual, one, one + 100) == 1.0


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_forecasts_that_are_no_numbers_tell_nothing(broken: float) -> None:
    actual, one, two = three_lines(20, 9)
    two[3] = broken
    assert chance_of_luck(actual, one, two) == 1.0


def test_what_is_better_by_the_same_amount_in_every_row_is_no_luck() -> None:
    assert chance_of_luck(np.zeros(20), np.full(20, 1.0), np.full(20, 2.0)) == 0.0
