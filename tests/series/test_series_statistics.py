"""The statistics of a series, by hand, by a second implementation, and on the reference data."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Receipt, Series, read_file
from rnn_core.series.statistics import (
    MOST_BINS,
    bin_edges,
    changes,
    counts_of,
    find_gaps,
    memory,
    normal_counts,
    shift,
    summarize,
)

MASTERCARD = Path(__file__).parents[3] / "shared" / "data" / "Mastercard_stock_history.csv"


def series_of(**columns):
    rows = len(next(iter(columns.values())))
    frame = pd.DataFrame(columns, index=pd.date_range("2020-01-01", periods=rows, name="date"), dtype="float64")
    return Series("made", frame, Receipt("demo", "own"))


@given(st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(float("nan"))), min_size=2, max_size=60))
def test_a_summary_agrees_with_pandas(values):
    (one,) = summarize(series_of(x=values))
    told = series_of(x=values).frame["x"].describe()
    ours = [one.count, one.mean, one.spread, one.lowest, one.lower_quarter, one.middle, one.upper_quarter, one.highest]
    np.testing.assert_allclose(ours, told.to_numpy(), rtol=1e-9, atol=1e-6)
    assert one.count + one.missing == len(values)


def test_gaps_are_counted_and_placed():
    full, holes = np.arange(100.0), np.arange(100.0)
    holes[25:75] = np.nan
    gaps = find_gaps(series_of(full=full, holes=holes), bins=4)
    assert gaps.columns == ("holes",)
    assert gaps.counts.tolist() == [50]
    assert gaps.shares.tolist() == [[0.0, 1.0, 1.0, 0.0]]
    assert str(gaps.starts[1])[:10] == "2020-01-26"


def test_gaps_of_a_short_series_have_a_bin_for_each_row():
    gaps = find_gaps(series_of(x=[1.0, np.nan, 3.0]))
    assert gaps.shares.tolist() == [[0.0, 1.0, 0.0]]


def test_without_gaps_there_is_no_column():
    assert find_gaps(series_of(x=[1.0, 2.0])).columns == ()


def test_a_gain_and_its_loss_are_the_same_change():
    found = changes(np.array([100.0, 110.0, 100.0]))
    assert found.relative
    assert found.values[0] == pytest.approx(100 * np.log(1.1))
    assert found.values.sum() == pytest.approx(0)


@pytest.mark.parametrize("value", [0.0, -1.0])
def test_a_value_that_is_not_above_zero_means_plain_differences(value):
    found = changes(np.array([4.0, value, 4.0]))
    assert not found.relative
    assert found.values.tolist() == [value - 4, 4 - value]


def test_no_change_is_taken_over_a_gap():
    assert changes(np.array([1.0, np.nan, 3.0, 4.0])).values == pytest.approx([100 * np.log(4 / 3)])


def test_far_out_changes_are_rare_in_normal_numbers_and_not_in_others():
    generator = np.random.default_rng(2)
    # The zero at the start keeps the changes from being taken in percent.
    normal = changes(np.cumsum([0, *generator.normal(size=200_000)]))
    wild = changes(np.cumsum([0, *generator.standard_t(3, size=200_000)]))
    assert normal.far_out == pytest.approx(0.0027, abs=0.0004)
    assert wild.far_out > 0.01


def test_shift_counts_what_lies_outside_of_the_training_part():
    found = shift(np.array([2.0, 5.0, 3.0]), np.array([1.0, 2.0, 5.0, 6.0, 7.0]))
    assert (found.above, found.below, found.lowest, found.highest) == (0.4, 0.2, 2.0, 5.0)


@pytest.mark.skipif(not MASTERCARD.exists(), reason="the reference data is not on this machine")
def test_half_of_the_reference_test_lies_above_everything_that_was_seen():
    series = read_file(MASTERCARD)
    spec = ForecastSpec.make(target="High", train_from="2016-01-01", train_to="2020-12-31", test_from="2021-01-01")
    parts = split(spec, series)
    found = shift(parts.target[parts.train.start : parts.train.stop], parts.target[parts.test_rows])
    assert round(100 * found.above, 1) == 50.8
    assert found.below == 0


def test_memory_is_the_autocorrelation_of_the_textbook():
    values = np.random.default_rng(1).normal(size=300)
    off = values - values.mean()
    by_hand = [(off[lag:] * off[:-lag]).sum() / (off**2).sum() for lag in range(1, 41)]
    found = memory(values)
    np.testing.assert_allclose(found.values, by_hand, atol=1e-12)
    assert found.band == pytest.approx(1.96 / np.sqrt(300))
    assert (np.abs(found.values) <= found.band).mean() > 0.85


def test_a_walk_remembers_and_its_changes_do_not():
    walk = np.cumsum(np.random.default_rng(1).normal(size=5000))
    assert memory(walk).values[0] > 0.99
    assert abs(memory(changes(walk).values).values[0]) < 0.05


@pytest.mark.parametrize("values", [np.full(50, 3.0), np.array([1.0, 2.0, 3.0]), np.full(9, np.nan)])
def test_what_has_no_memory_to_measure_gives_none(values):
    found = memory(values)
    assert found.values.size == 0
    assert np.isnan(found.band)


@given(st.integers(0, 50), st.integers(2, 3000))
def test_the_bins_of_a_histogram_hold_every_value(seed, rows):
    values = np.random.default_rng(seed).standard_t(2, size=rows)
    edges = bin_edges(values)
    assert counts_of(values, edges).sum() == rows
    assert 10 <= len(edges) - 1 <= MOST_BINS


def test_values_that_are_nearly_the_same_get_bins_too():
    values = np.concatenate([np.full(1000, 5.0), [9.0]])
    assert counts_of(values, bin_edges(values)).sum() == 1001
    assert counts_of(np.full(7, 5.0), bin_edges(np.full(7, 5.0))).tolist() == [7]


def test_the_normal_curve_is_that_of_scipy():
    values = np.random.default_rng(1).normal(3, 2, size=1000)
    edges = np.linspace(-10, 16, 201)
    expected = 1000 * np.diff(stats.norm(values.mean(), values.std()).cdf(edges))
    np.testing.assert_allclose(normal_counts(values, edges), expected, atol=0.01)
