from dataclasses import replace

import numpy as np
import pytest

from rnn_core.forecast.backtest import backtest
from rnn_core.forecast.run import Ahead


@pytest.fixture
def ahead():
    """Three origins, two steps; the series ends one row after the last origin."""
    return Ahead(
        way="direct",
        dates=np.array(["2021-01-05", "2021-01-06"], "datetime64[s]"),
        predicted=np.array([7.0, 8.0]),
        last=6.0,
        since=np.datetime64("2021-01-04"),
        origins=np.array(["2021-01-01", "2021-01-02", "2021-01-03"], "datetime64[s]"),
        naive=np.array([1.0, 2.0, 4.0]),
        forecast=np.array([[2.0, 7.0], [4.0, 6.0], [9.0, 9.0]]),
        actual=np.array([[2.0, 4.0], [4.0, 6.0], [6.0, np.nan]]),
    )


def test_each_step_is_scored_over_the_origins_whose_future_is_known(ahead):
    scored = backtest(ahead)
    np.testing.assert_allclose(scored.rmse, [np.sqrt(9 / 3), np.sqrt(9 / 2)])
    np.testing.assert_allclose(scored.naive, [np.sqrt((1 + 4 + 4) / 3), np.sqrt((9 + 16) / 2)])
    assert scored.origins.tolist() == [3, 2]


def test_the_naive_line_is_scored_where_the_forecast_is(ahead):
    ahead.forecast[0, 0] = np.nan
    np.testing.assert_allclose(backtest(ahead).naive[0], np.sqrt((4 + 4) / 2))


def test_a_step_that_nobody_has_reached_yet_has_no_score(ahead):
    ahead.actual[:, 1] = np.nan
    scored = backtest(ahead)
    assert np.isnan([scored.rmse[1], scored.naive[1]]).all()
    assert scored.origins[1] == 0


def test_the_few_origins_that_see_furthest_are_no_fair_sample(ahead):
    many = replace(
        ahead, **{name: np.repeat(getattr(ahead, name), 2, axis=0) for name in ("naive", "forecast", "actual")}
    )
    many.actual[1:, 1] = np.nan
    scored = backtest(many)
    assert scored.origins.tolist() == [6, 1]
    assert np.isnan([scored.rmse[1], scored.naive[1]]).all()
