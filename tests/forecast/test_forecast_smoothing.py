"""Exponential smoothing follows the values one by one, as statsmodels' own filter does, whatever their size."""

import warnings

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.forecast import smoothing
from rnn_core.forecast.smoothing import smoothing_forecast
from rnn_core.judge import rmse

CHANCE = np.random.default_rng(4)
WALK = 100 + np.cumsum(CHANCE.normal(size=400))
ROWS = np.arange(400)
MONTHS = 50 + 0.1 * ROWS + 8 * np.sin(2 * np.pi * ROWS / 12) + CHANCE.normal(size=400)


@pytest.mark.parametrize(("values", "season"), [(WALK, None), (MONTHS, None), (MONTHS, 12), (MONTHS, 4)])
def test_the_forecasts_are_those_of_the_filter_of_statsmodels(values: np.ndarray, season: int | None) -> None:
    scaled = (values - values[:300].mean()) / values[:300].std()
    fitted = smoothing._fit(scaled[:300], season)
    filtered = fitted.append(scaled[300:], refit=False).fittedvalues[300:]
    assert list(smoothing._follow(fitted, scaled[300:])) == pytest.approx(filtered.tolist(), abs=1e-9)


def test_a_season_that_is_short_is_followed_and_one_that_is_long_is_not() -> None:
    naive = rmse(MONTHS[300:], MONTHS[299:-1])
    plain = smoothing_forecast(MONTHS[:300], MONTHS[300:])
    with_season = smoothing_forecast(MONTHS[:300], MONTHS[300:], 12)
    assert rmse(MONTHS[300:], with_season) < 0.5 * naive
    assert rmse(MONTHS[300:], with_season) < 0.6 * rmse(MONTHS[300:], plain)
    assert np.array_equal(smoothing_forecast(MONTHS[:300], MONTHS[300:], 25), plain)
    # A training part of less than three seasons does not tell them.
    short = MONTHS[270:300]
    assert np.array_equal(smoothing_forecast(short, MONTHS[300:], 12), smoothing_forecast(short, MONTHS[300:]))


def test_no_forecast_knows_what_comes() -> None:
    later = WALK[300:].copy()
    later[50:] *= -3
    one, two = smoothing_forecast(WALK[:300], WALK[300:]), smoothing_forecast(WALK[:300], later)
    assert np.array_equal(one[:51], two[:51])
    assert not np.allclose(one[51:], two[51:])


def test_of_a_random_walk_little_more_than_the_last_value_is_said() -> None:
    assert rmse(WALK[300:], smoothing_forecast(WALK[:300], WALK[300:])) < 1.05 * rmse(WALK[300:], WALK[299:-1])


@pytest.mark.parametrize(("factor", "shift"), [(1e-12, 0.0), (-1.0, 0.0), (1e12, 0.0), (1.0, -1000.0)])
def test_tiny_huge_and_negative_values_change_nothing(factor: float, shift: float) -> None:
    plain = smoothing_forecast(WALK[:300], WALK[300:])
    other = smoothing_forecast(factor * WALK[:300] + shift, factor * WALK[300:] + shift)
    assert (other - shift) / factor == pytest.approx(plain, rel=1e-3)


def test_a_line_a_pure_wave_and_two_rows_to_follow_give_numbers() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for values in (ROWS * 1.0, np.sin(ROWS / 5), np.exp(ROWS / 50)):
            assert np.isfinite(smoothing_forecast(values[:300], values[300:])).all()
    assert smoothing_forecast(WALK[:300], WALK[300:302]).shape == (2,)
    assert smoothing_forecast(WALK[:300], WALK[:0]).shape == (0,)


def test_old_rows_are_not_learnt_from() -> None:
    before = np.r_[1e6 * CHANCE.normal(size=500), np.cumsum(CHANCE.normal(size=2000))]
    assert np.array_equal(smoothing_forecast(before, WALK[:50]), smoothing_forecast(before[500:], WALK[:50]))


def test_too_few_rows_and_rows_that_never_change_are_refused_in_words() -> None:
    with pytest.raises(SpecError, match="at least 10 training rows, and there are 9"):
        smoothing_forecast(WALK[:9], WALK[9:])
    with pytest.raises(SpecError, match="never change"):
        smoothing_forecast(np.r_[WALK, np.full(2000, 7.0)], WALK)
    with pytest.raises(SpecError, match="never change"):
        smoothing_forecast(np.full(50, 0.1) * 3, WALK)


def test_a_search_that_does_not_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoothing, "_MOST_STEPS", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ValueError, match="not ended"):
            smoothing_forecast(MONTHS[:300], MONTHS[300:])
