"""Errors of a forecast: by hand, by scikit-learn, and nan where there is no score."""

from collections.abc import Callable

import numpy as np
import pytest
from sklearn import metrics

from rnn_core.judge import mae, mape, mse, r2, rmse

SCORES = [mse, rmse, mae]


def test_scores_by_hand() -> None:
    actual, predicted = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 0.0, 3.0])
    # Misses of 0, 2, 3 and 1: squares sum to 14, sizes to 6.
    assert mse(actual, predicted) == pytest.approx(3.5)
    assert rmse(actual, predicted) == pytest.approx(3.5**0.5)
    assert mae(actual, predicted) == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (mse, metrics.mean_squared_error),
        (rmse, metrics.root_mean_squared_error),
        (mae, metrics.mean_absolute_error),
        (mape, metrics.mean_absolute_percentage_error),
        (r2, metrics.r2_score),
    ],
)
def test_scores_agree_with_scikit_learn(ours: Callable[..., float], theirs: Callable[..., float]) -> None:
    actual, predicted = np.random.default_rng(1).uniform(50, 150, size=(2, 500))
    assert ours(actual, predicted) == pytest.approx(theirs(actual, predicted), rel=1e-12)


@pytest.mark.parametrize("score", SCORES)
def test_a_perfect_forecast_misses_by_nothing(score: Callable[..., float]) -> None:
    assert score(np.arange(5.0), np.arange(5.0)) == 0.0


@pytest.mark.parametrize("score", SCORES)
@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_a_forecast_that_is_no_number_has_no_score(score: Callable[..., float], broken: float) -> None:
    values = np.array([1.0, broken, 3.0])
    assert np.isnan(score(np.ones(3), values))
    assert np.isnan(score(values, np.ones(3)))


@pytest.mark.parametrize("score", SCORES)
def test_no_rows_have_no_score(score: Callable[..., float]) -> None:
    assert np.isnan(score(np.array([]), np.array([])))
