"""The linear model finds what a linear model can find, on long windows too, and copies little."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LinearRegression

from rnn_core.forecast import linear
from rnn_core.forecast.linear import ridge_forecast
from rnn_core.forecast.windows import windows
from rnn_core.judge import rmse
from tests.forecast.forecast_series import SHARED, needs_shared

CHANCE = np.random.default_rng(1)


def walk(rows: int, columns: int = 1) -> np.ndarray:
    return np.cumsum(np.random.default_rng(7).normal(size=(rows, columns)), axis=0)


def test_an_exact_rule_is_found() -> None:
    values = CHANCE.normal(size=(300, 2))
    inputs = windows(values, 5)[:-1]
    targets = 3 + 2 * values[4:-1, 0] - values[2:-3, 1]
    found = ridge_forecast(inputs[:200], targets[:200], inputs[200:])
    assert found == pytest.approx(targets[200:], abs=1e-3)


def test_without_noise_it_is_plain_linear_regression() -> None:
    values = np.sin(np.arange(300) / 7)[:, None]
    inputs, targets = windows(values, 2)[:-1], values[2:, 0]
    plain = LinearRegression().fit(inputs[:200, :, 0], targets[:200]).predict(inputs[200:, :, 0])
    assert ridge_forecast(inputs[:200], targets[:200], inputs[200:]) == pytest.approx(plain, abs=1e-4)


def test_where_there_is_nothing_to_find_it_says_the_mean() -> None:
    values, targets = CHANCE.normal(size=(400, 40)), 5 + CHANCE.normal(size=400)
    found = ridge_forecast(values[:300, :, None], targets[:300], values[300:, :, None])
    assert np.abs(found - 5).max() < 0.5


@pytest.mark.parametrize("factor", [1e-9, 1.0, 1e9])
def test_the_size_of_inputs_and_target_does_not_matter(factor: float) -> None:
    values = walk(200)
    inputs, targets = windows(values, 4)[:-1], values[4:, 0]
    plain = ridge_forecast(inputs[:150], targets[:150], inputs[150:])
    assert ridge_forecast(factor * inputs[:150], targets[:150], factor * inputs[150:]) == pytest.approx(plain)
    assert ridge_forecast(inputs[:150], factor * targets[:150], inputs[150:]) == pytest.approx(factor * plain)


def test_a_constant_input_does_no_harm() -> None:
    values = np.column_stack([walk(200)[:, 0], np.full(200, 4.0)])
    inputs, targets = windows(values, 3)[:-1], values[3:, 0]
    assert np.isfinite(ridge_forecast(inputs[:150], targets[:150], inputs[150:])).all()


def test_a_random_walk_is_predicted_as_well_as_by_its_last_value_but_no_better() -> None:
    values = walk(1500)
    inputs, targets = windows(values, 60)[:-1], values[60:, 0]
    found = ridge_forecast(inputs[:1200], targets[:1200], inputs[1200:])
    assert 0.98 < rmse(targets[1200:], found) / rmse(targets[1200:], values[1259:-1, 0]) < 1.05


def test_test_windows_may_be_few_or_none_and_more_windows_than_fit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    values = walk(300)
    inputs, targets = windows(values, 4)[:-1], values[4:, 0]
    whole = ridge_forecast(inputs[-50:], targets[-50:], inputs)
    assert ridge_forecast(inputs[:200], targets[:200], inputs[:0]).shape == (0,)
    # A table of 50 windows: the last 50 are learnt from, and so many predicted at a time.
    monkeypatch.setattr(linear, "_MOST_NUMBERS", 200)
    assert ridge_forecast(inputs, targets, inputs) == pytest.approx(whole)


def test_windows_with_too_many_numbers_are_read_from_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    values = walk(300, 2)
    inputs, targets = windows(values, 9)[:-1], values[9:, 0]
    short = ridge_forecast(inputs[:200, -3:], targets[:200], inputs[200:, -3:])
    monkeypatch.setattr(linear, "_MOST_COLUMNS", 7)
    assert ridge_forecast(inputs[:200], targets[:200], inputs[200:]) == pytest.approx(short)


def test_a_long_series_is_never_copied_whole() -> None:
    rows = 200_000
    values = np.random.default_rng(0).normal(size=(rows, 1)).astype("float32")
    inputs, targets = windows(values, 200)[:-1], values[200:, 0]  # 320 MB if it were copied
    half = rows // 2
    tracemalloc.start()
    found = ridge_forecast(inputs[:half], targets[:half], inputs[half:])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.shape == (len(inputs) - half,)
    assert most < 230e6


def test_values_that_are_no_numbers_are_refused() -> None:
    inputs = CHANCE.normal(size=(5, 2, 1))
    inputs[2, 1] = np.nan
    with pytest.raises(ValueError, match="NaN"):
        ridge_forecast(inputs, np.arange(5.0), np.zeros((1, 2, 1)))


@needs_shared
@pytest.mark.parametrize("window", [1, 20, 60])
def test_what_the_last_prices_say_about_tomorrows_high_beats_the_naive_line_with_long_windows_too(window: int) -> None:
    """The reference: a linear model on yesterday's prices comes to about 4.30 USD, the naive line to 5.28."""
    prices = pd.read_csv(SHARED / "Mastercard_stock_history.csv", index_col="Date", parse_dates=["Date"])["2016":]
    high = prices["High"].to_numpy()
    logs = np.log(prices[["High", "Open", "Low", "Close", "Volume"]].to_numpy())
    steps = np.diff(logs, axis=0)
    inputs = np.column_stack([logs[1:, [3, 1, 2]] - logs[1:, :1], steps[:, [0, 3, 4]]])  # rows from the second on
    first_test = int(prices.index.searchsorted(pd.Timestamp("2021-01-01")))
    learnt = first_test - window - 1
    all_windows, targets = windows(inputs, window)[:-1], steps[window:, 0]
    said = ridge_forecast(all_windows[:learnt], targets[:learnt], all_windows[learnt:])
    naive = high[first_test - 1 : -1]
    assert rmse(high[first_test:], naive) == pytest.approx(5.2765, abs=1e-4)
    assert rmse(high[first_test:], naive * np.exp(said)) < 4.40
