"""The prepared failures: specs that fit their series, one setting to blame, and words for each."""

import numpy as np
import pytest

from rnn_core.forecast import split
from rnn_core.forecast.failure_words import WORDS
from rnn_core.forecast.failures import FAILURES, loss_of_the_mean
from rnn_core.forecast.scaling import scale
from rnn_core.series import load_source


def test_every_failure_has_words() -> None:
    assert list(FAILURES) == list(WORDS)


@pytest.mark.parametrize("name", FAILURES)
def test_each_value_of_the_dial_makes_two_specs_that_fit_their_series(name: str) -> None:
    failure = FAILURES[name]
    assert failure.dial.start in failure.dial.values
    for value in failure.dial.values:
        pair = failure.pair(value)
        series = load_source(pair.source)
        for spec in (pair.wrong, pair.cured):
            assert split(spec, series).validation_windows > 20
            assert spec.loss == "mse"  # else losses could not be measured against that of the mean
        assert getattr(pair.wrong, failure.dial.field) == value


@pytest.mark.parametrize("name", FAILURES)
def test_failure_and_cure_differ_in_the_dial_and_in_what_the_cure_names(name: str) -> None:
    failure = FAILURES[name]
    pair = failure.pair(failure.dial.start)
    wrong, cured = pair.wrong.model_dump(), pair.cured.model_dump()
    different = {field for field in wrong if wrong[field] != cured[field]}
    assert different == set(failure.cure) | set(failure.wrong)
    assert all(cured[field] == value for field, value in failure.cure.items())


def test_another_seed_changes_both() -> None:
    pair = FAILURES["rate"].pair(1.0, seed=7)
    assert (pair.wrong.seed, pair.cured.seed) == (7, 7)


def test_the_series_of_the_long_window_comes_back_after_as_many_days() -> None:
    pair = FAILURES["memory"].pair(40)
    values = load_source(pair.source).frame["Value"].to_numpy()
    assert pair.wrong.window == pair.cured.window == 40
    assert np.corrcoef(values[40:], values[:-40])[0, 1] > 0.9


@pytest.mark.parametrize("name", FAILURES)
def test_the_loss_of_the_mean_is_what_a_network_pays_that_always_says_it(name: str) -> None:
    pair = FAILURES[name].pair(FAILURES[name].dial.start)
    series = load_source(pair.source)
    parts = split(pair.wrong, series)
    asked = scale(parts, pair.wrong).target[pair.wrong.window : pair.wrong.window + parts.fit_windows, 0]
    expected = np.mean((asked.astype("float64") - asked.mean(dtype="float64")) ** 2)
    assert loss_of_the_mean(pair.wrong, series) == pytest.approx(expected)


def test_the_numbers_in_the_stories_are_true() -> None:
    rate = FAILURES["rate"]
    assert rate.dial.start / rate.cure["learning_rate"] == pytest.approx(333, abs=1)  # "three hundred times"
    units, rows = FAILURES["overfitting"].dial.start, len(load_source(FAILURES["overfitting"].pair(64).source).frame)
    weights = 3 * (units + units * units + 2 * units) + units + 1  # a GRU's three blocks, and the last layer
    assert 300 <= rows <= 310
    assert weights / rows > 40
    co2 = load_source(FAILURES["unscaled"].pair("none").source).frame["CO2"]
    assert co2.mean() == pytest.approx(340, abs=5)
