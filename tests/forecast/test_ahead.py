"""Several steps ahead: by hand with networks that are plain functions, and with real ones."""

from typing import Any

import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec, split, train
from rnn_core.forecast.ahead import MOST_ORIGINS, STEPS_AHEAD, Forecaster, look_ahead
from rnn_core.forecast.scaling import Singles, scale
from rnn_core.series import Series
from rnn_core.series.frequency import Frequency
from tests.forecast.forecast_series import count_up, series_of


def forecaster(series: Series, network: Any, **fields: Any) -> Forecaster:
    spec = ForecastSpec(**{"window": 5, "scaling": "none", **fields})
    parts = split(spec, series)
    return Forecaster(parts, scale(parts, spec), network, Frequency.DAILY)


def last_plus_one(windows: Singles) -> np.ndarray:
    return windows[:, -1, :1] + 1


def always_one(windows: Singles) -> np.ndarray:
    return np.ones((len(windows), 1), "float32")


def test_a_network_goes_on_from_its_own_predictions() -> None:
    (ahead,) = look_ahead(forecaster(count_up(100), last_plus_one))
    assert ahead.way == "recursive"
    assert ahead.predicted.tolist() == list(range(100, 100 + STEPS_AHEAD))
    assert (ahead.last, str(ahead.dates[0])[:10], len(ahead.dates)) == (99.0, "2024-04-10", STEPS_AHEAD)


def test_from_every_origin_inside_the_test_part_it_is_said_what_came() -> None:
    (ahead,) = look_ahead(forecaster(count_up(100), last_plus_one))
    # 20 test rows: the first origin is the row before them, the last the row before the last.
    assert ahead.naive.tolist() == list(range(79, 99))
    known = np.isfinite(ahead.actual)
    assert known.sum(axis=1).tolist() == list(range(20, 0, -1))
    assert np.array_equal(ahead.forecast[known], ahead.actual[known])


@pytest.mark.parametrize("predict", ["difference", "log_change", "relative"])
def test_changes_add_up(predict: Any) -> None:
    values = 100 * 1.01 ** np.arange(80.0)
    step = {"difference": lambda w: w[:, -1, :1] * 1.01, "log_change": lambda w: w[:, -1, :1]}
    # A relative change of 1 % is read as a logarithm and said as a share.
    step["relative"] = lambda w: np.expm1(w[:, -1, :1])
    (ahead,) = look_ahead(forecaster(series_of(value=values), step[predict], predict=predict))
    assert ahead.predicted[:10] == pytest.approx(100 * 1.01 ** np.arange(80.0, 90.0), rel=1e-5)


def test_windows_scaled_by_themselves_go_on_too() -> None:
    def middle(windows: Singles) -> np.ndarray:
        return np.zeros((len(windows), 1), "float32")

    (ahead,) = look_ahead(forecaster(count_up(60), middle, scaling="window"))
    # Zero is the mean of the window: 55 to 59, then 56 to 59 and 57, ...
    assert ahead.predicted[:3] == pytest.approx([57, 57.4, 57.68], rel=1e-5)


def test_a_network_that_reads_other_columns_cannot_feed_itself() -> None:
    series = count_up(60, other=np.sin(np.arange(60.0)))
    (ahead,) = look_ahead(
        forecaster(series, last_plus_one, target="value", inputs=("value", "other", "difference(other)"))
    )
    assert ahead.problem is not None
    assert (ahead.problem.code, ahead.problem.values["columns"]) == ("cannot_feed_itself", "other")
    assert ahead.predicted.size == ahead.forecast.size == 0


def test_a_network_may_learn_several_steps_at_once() -> None:
    def three(windows: Singles) -> np.ndarray:
        return windows[:, -1, :1] + np.arange(1, 4)

    series = count_up(60, other=np.sin(np.arange(60.0)))
    ways = look_ahead(forecaster(series, three, horizon=3, target="value", inputs=("value", "other")))
    assert [(way.way, way.problem is None) for way in ways] == [("recursive", False), ("direct", True)]
    assert ways[1].predicted.tolist() == [60, 61, 62]
    known = np.isfinite(ways[1].actual)
    assert known.sum() == 12 * 3 - 3
    assert np.array_equal(ways[1].forecast[known], ways[1].actual[known])


def test_a_lost_network_says_nothing_instead_of_a_crash() -> None:
    def lost(windows: Singles) -> np.ndarray:
        return np.full((len(windows), 1), np.inf, "float32")

    (ahead,) = look_ahead(forecaster(series_of(value=2 + np.sin(np.arange(80))), lost, predict="log_change"))
    assert np.isnan(ahead.predicted).all()


def test_origins_are_thinned_and_filled_values_are_none_to_be_judged_by() -> None:
    values = np.arange(400.0)
    values[350] = np.nan
    (ahead,) = look_ahead(forecaster(series_of(value=values), last_plus_one, test_share=0.5, missing="previous"))
    assert len(ahead.origins) == MOST_ORIGINS
    assert 350 not in ahead.actual


@pytest.mark.parametrize("missing", ["refuse", "drop", "previous"])
def test_what_lies_after_the_last_day_of_the_test_is_not_known(missing: Any) -> None:
    (ahead,) = look_ahead(forecaster(count_up(100), last_plus_one, test_to="2024-03-20", missing=missing))
    assert (str(ahead.since)[:10], ahead.last, str(ahead.dates[0])[:10]) == ("2024-03-20", 79.0, "2024-03-21")
    assert ahead.predicted[:2].tolist() == [80.0, 81.0]


def test_a_trained_run_looks_ahead_both_ways() -> None:
    values = 50 + 20 * np.sin(np.arange(150) / 4)
    spec = ForecastSpec(cell="SimpleRNN", units=6, window=12, epochs=3, horizon=5)
    run = train(spec, series_of(value=values))
    recursive, direct = run.ahead
    assert (recursive.predicted.shape, direct.predicted.shape) == ((STEPS_AHEAD,), (5,))
    # Both ways, and the test itself, agree on the next value.
    assert recursive.predicted[0] == pytest.approx(direct.predicted[0], rel=1e-5)
    assert direct.forecast[:, 0] == pytest.approx(run.predicted, rel=1e-5)
    assert run.layers[-1].shape == "5"
    assert run.train_windows == 120 - 12 - 4
