"""Seasons are found where there are some, hardly ever in chance, and the forecast that repeats them knows no future."""

import warnings
from collections.abc import Callable

import numpy as np
import pytest

from rnn_core.forecast.season import LONGEST_SEASON, find_season, seasonal_forecast
from rnn_core.series import load_builtin
from rnn_core.series.frequency import Frequency

SOME = np.random.default_rng(3).normal(size=3000)


def learnt(name: str) -> np.ndarray:
    """The first four fifths of the default column of a built-in series."""
    series = load_builtin(name)
    return series.frame[series.default_target].to_numpy()[: len(series.frame) * 4 // 5]


@pytest.mark.parametrize(
    ("name", "season"),
    [("co2", 52), ("sunspots", 11), ("sine", 50), ("walk", None), ("share", None), ("stocks", None)],
)
def test_seasons_of_the_built_in_series(name: str, season: int | None) -> None:
    assert find_season(learnt(name), load_builtin(name).frequency) == season


@pytest.mark.parametrize(
    ("rows", "frequency"),
    [(40, Frequency.QUARTERLY), (120, Frequency.MONTHLY), (250, Frequency.WEEKLY), (1000, Frequency.DAILY)],
)
def test_hardly_any_random_walk_seems_to_have_a_season(rows: int, frequency: Frequency) -> None:
    chance = np.random.default_rng(11)
    found = [find_season(np.cumsum(chance.normal(size=rows)), frequency) for _ in range(200)]
    assert sum(season is not None for season in found) <= 2


@pytest.mark.parametrize(
    "values",
    [
        SOME,
        np.exp(np.cumsum(np.random.default_rng(5).standard_t(3, size=1500) * 0.02)),
        # Smooth: each change resembles the one before it.
        np.cumsum(np.convolve(SOME, 0.9 ** np.arange(60), "valid")),
    ],
    ids=["noise", "share with crashes", "smooth wandering"],
)
def test_what_wanders_or_shakes_has_no_season(values: np.ndarray) -> None:
    assert find_season(values, Frequency.DAILY) is None


@pytest.mark.parametrize("season", [3, 7, 12, 24, 120, 365])
def test_the_season_is_found_rather_than_its_multiples(season: int) -> None:
    rows = np.arange(6 * season + 40)
    values = np.sin(2 * np.pi * rows / season) + (rows % season == 0) + 0.05 * SOME[: len(rows)]
    assert find_season(values, Frequency.IRREGULAR) == season


@pytest.mark.parametrize(("frequency", "season"), [(Frequency.MONTHLY, 12), (Frequency.QUARTERLY, 4)])
def test_three_seasons_without_noise_are_enough_also_on_a_slope(frequency: Frequency, season: int) -> None:
    rows = np.arange(max(3 * season, 24))
    assert find_season(100 + 2 * rows + 30 * np.sin(2 * np.pi * rows / season), frequency) == season


def test_a_weak_season_is_believed_where_the_calendar_suggests_it() -> None:
    chance = np.random.default_rng(0)
    values = np.cumsum(chance.normal(size=84)) + np.tile(1.1 * chance.normal(size=12), 7)
    assert find_season(values, Frequency.MONTHLY) == 12
    assert find_season(values, Frequency.IRREGULAR) is None


def test_half_a_season_that_is_not_quite_alike_is_no_season() -> None:
    assert find_season(np.tile([1.0, 5.0, 2.0, 8.0], 40), Frequency.DAILY) == 4


@pytest.mark.parametrize("factor", [1e-200, 1e-6, -1, 1e200])
def test_the_size_of_the_values_does_not_matter(factor: float) -> None:
    assert find_season(factor * learnt("sine"), Frequency.DAILY) == 50


@pytest.mark.parametrize(
    "values",
    [[], [1.0], [2.0] * 100, np.arange(100) * 0.1, [0.0] * 50 + [1.0] * 50, [1.0, np.nan] * 50, [1.0, np.inf] * 50],
    ids=["nothing", "one", "constant", "line", "step", "missing", "infinite"],
)
def test_no_season_where_none_can_be_told(values: list[float]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # numpy's, on infinite values
        assert find_season(np.array(values, "float64"), Frequency.MONTHLY) is None


def test_no_season_is_longer_than_a_third_of_the_rows_or_the_longest() -> None:
    wave = np.sin(2 * np.pi * np.arange(5000) / (LONGEST_SEASON + 100))
    assert find_season(wave, Frequency.DAILY) is None
    assert find_season(np.sin(2 * np.pi * np.arange(100) / 50), Frequency.DAILY) is None


def test_the_value_of_one_season_before_comes_back() -> None:
    values = np.tile([1.0, 5.0, 2.0, 8.0], 10)
    assert seasonal_forecast(values, np.arange(30, 40), 4, range(30)) == pytest.approx(values[30:])


def test_the_change_of_one_season_before_is_taken_where_it_came_closer() -> None:
    rows = np.arange(80)
    values = rows**1.5 + np.tile([0.0, 3.0, 1.0, 2.0], 20)  # a slope makes the values of then useless
    change = values[59:79] + values[56:76] - values[55:75]
    assert seasonal_forecast(values, np.arange(60, 80), 4, range(60)) == pytest.approx(change)


@pytest.mark.parametrize("way", [np.zeros, lambda rows: np.arange(rows) ** 1.5])
def test_no_seasonal_forecast_knows_what_comes(way: Callable[[int], np.ndarray]) -> None:
    values = way(60) + np.tile([1.0, 5.0, 2.0], 20)
    later = values.copy()
    later[50:] *= -7
    rows = np.array([50])
    assert seasonal_forecast(values, rows, 3, range(40)) == seasonal_forecast(later, rows, 3, range(40))
