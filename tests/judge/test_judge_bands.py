"""Bands: they hold what they promise, know nothing of what comes later, and say so where there is none."""

import time
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.judge import LEVELS, Band, BandWay, Calibration, band, spread
from rnn_core.judge.bands import errors_needed
from rnn_core.judge.significance import Floats
from tests.judge.made_series import MAKERS, Maker, naive_rows, walk

WAYS = get_args(BandWay)
EMPTY = Calibration(np.empty(0), np.empty(0), np.empty(0))


Rows = tuple[Floats, Floats, Floats, Calibration]


def rows_of(seed: int, kept_back: int, test: int, make: Maker = walk) -> Rows:
    return naive_rows(make(np.random.default_rng(seed), 100 + kept_back + test), kept_back)


def band_of(rows: Rows, way: BandWay, level: float = 0.9) -> Band:
    predicted, actual, known, kept = rows
    return band(predicted, actual, known, level=level, way=way, before=kept)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("kept_back", [0, 120])
def test_nine_of_ten_lie_inside_on_average(way: BandWay, make: Maker, kept_back: int) -> None:
    found = [band_of(rows_of(seed, kept_back, 400, make), way).coverage for seed in range(15)]
    assert 0.88 <= np.mean(found) <= 0.92


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_is_kept_on_average(way: BandWay, level: float) -> None:
    found = [band_of(rows_of(seed, 300, 500), way, level).coverage for seed in range(15)]
    assert np.mean(found) == pytest.approx(level, abs=0.02)


def test_the_adaptive_band_keeps_its_promise_where_a_forecast_gets_worse_and_worse() -> None:
    predicted, actual, known, kept = rows_of(5, 120, 600)
    sagging = predicted - np.linspace(0, 8, len(predicted))
    adaptive, split = (band(sagging, actual, known, level=0.9, way=way, before=kept) for way in ("adaptive", "split"))
    assert split.coverage < 0.5
    assert adaptive.coverage > 0.8


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kept_back", [0, 20, 60])
@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 9), row=st.integers(0, 199), value=st.floats(-1e3, 1e3) | st.just(np.nan))
def test_a_real_value_moves_no_band_up_to_its_own_row(
    way: BandWay, kept_back: int, seed: int, row: int, value: float
) -> None:
    predicted, actual, known, kept = rows_of(seed, kept_back, 200)
    plain = band(predicted, actual, known, level=0.9, way=way, before=kept)
    changed = actual.copy()
    changed[row] = value
    other = band(predicted, changed, known, level=0.9, way=way, before=kept)
    np.testing.assert_array_equal(other.low[: row + 1], plain.low[: row + 1])
    np.testing.assert_array_equal(other.high[: row + 1], plain.high[: row + 1])


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=20, deadline=None)
@given(row=st.integers(1, 199))
def test_later_forecasts_and_spreads_move_no_band_before_them(way: BandWay, row: int) -> None:
    predicted, actual, known, _ = rows_of(1, 0, 200)
    plain = band(predicted, actual, known, level=0.9, way=way)
    predicted, known = predicted.copy(), known.copy()
    predicted[row:] += 7
    known[row:] *= 3
    np.testing.assert_array_equal(band(predicted, actual, known, level=0.9, way=way).low[:row], plain.low[:row])


def test_split_takes_the_first_third_where_too_few_rows_were_kept_back() -> None:
    for kept_back, skipped in ((0, 100), (29, 100), (30, 0)):
        found = band_of(rows_of(2, kept_back, 300), "split")
        assert np.isnan(found.low[:skipped]).all()
        assert np.isfinite(found.low[skipped:]).all()
        assert found.rows == 300 - skipped


def test_a_high_level_needs_more_rows() -> None:
    assert [errors_needed(level) for level in LEVELS] == [30, 30, 30, 30, 100]
    assert band_of(rows_of(2, 99, 300), "split", 0.99).rows == 200
    assert band_of(rows_of(2, 100, 300), "split", 0.99).rows == 300
    assert band_of(rows_of(2, 0, 300), "adaptive", 0.99).rows == 200
    assert band_of(rows_of(2, 0, 300), "adaptive", 0.9).rows == 270


@pytest.mark.parametrize("way", WAYS)
def test_too_few_rows_have_no_band(way: BandWay) -> None:
    found = band_of(rows_of(3, 0, 30), way)
    assert np.isnan(found.low).all()
    assert found.rows == 0
    assert np.isnan([found.coverage, found.width]).all()


@pytest.mark.parametrize("way", WAYS)
def test_no_rows_at_all_are_no_trouble(way: BandWay) -> None:
    nothing = np.empty(0)
    assert band(nothing, nothing, nothing, level=0.9, way=way).rows == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_a_forecast_that_is_no_number_has_no_band(way: BandWay, broken: float) -> None:
    predicted, actual, known, kept = rows_of(4, 60, 100)
    assert band(np.full(100, broken), actual, known, level=0.9, way=way, before=kept).rows == 0
    predicted[50] = broken
    found = band(predicted, actual, known, level=0.9, way=way, before=kept)
    assert np.isnan(found.low).nonzero()[0].tolist() == [50]
    assert np.isfinite([found.coverage, found.width]).all()


@pytest.mark.parametrize("way", WAYS)
def test_first_rows_without_a_spread_have_no_band(way: BandWay) -> None:
    values = walk(np.random.default_rng(6), 300)
    found = band(np.r_[0.0, values[:-1]], values, spread(values), level=0.9, way=way)
    assert np.isnan(found.low[:2]).all()
    assert found.rows > 150


@pytest.mark.parametrize("way", WAYS)
def test_coverage_and_width_are_those_of_the_rows_with_a_band(way: BandWay) -> None:
    rows = rows_of(7, 0, 200)
    found, actual = band_of(rows, way), rows[1]
    there = np.isfinite(found.low)
    inside = (found.low[there] <= actual[there]) & (actual[there] <= found.high[there])
    assert (found.rows, found.level) == (there.sum(), 0.9)
    assert found.coverage == pytest.approx(inside.mean())
    assert found.width == pytest.approx((found.high - found.low)[there].mean())


@pytest.mark.parametrize("way", WAYS)
def test_the_band_is_wider_in_rough_times(way: BandWay) -> None:
    rng = np.random.default_rng(8)
    rows = naive_rows(np.r_[rng.normal(0, 1, 400), rng.normal(0, 5, 200)].cumsum(), 100)
    found = band_of(rows, way)
    widths = found.high - found.low
    assert np.nanmean(widths[-100:]) > 3 * np.nanmean(widths[100:200])


def test_split_is_the_conformal_quantile_of_the_scaled_errors() -> None:
    predicted, actual, known, kept = rows_of(9, 99, 50)
    errors = np.sort(np.abs(kept.actual - kept.predicted) / kept.spread)
    found = band(predicted, actual, known, level=0.8, way="split", before=kept)
    # The 80th smallest of 99: a hundredth value lies above it with a chance of one in five.
    np.testing.assert_allclose(found.high - predicted, errors[79] * known)


def test_adaptive_without_correction_is_the_online_band_of_crepes(monkeypatch: pytest.MonkeyPatch) -> None:
    from crepes import ConformalRegressor

    monkeypatch.setattr("rnn_core.judge.bands._STEP", 0.0)
    predicted, actual, known, kept = rows_of(10, 60, 150)
    model = ConformalRegressor().fit(kept.actual - kept.predicted, sigmas=kept.spread)
    theirs = model.predict_int_online(predicted, actual, sigmas=known, confidence=0.875)
    ours = band(predicted, actual, known, level=0.875, way="adaptive", before=kept)
    np.testing.assert_allclose(np.c_[ours.low, ours.high], theirs)


@pytest.mark.parametrize("way", WAYS)
def test_two_thousand_rows_take_a_blink(way: BandWay) -> None:
    rows = rows_of(11, 100, 2000)
    band_of(rows, way)  # crepes is loaded once
    started = time.process_time()
    band_of(rows, way)
    assert time.process_time() - started < 0.2


def test_without_kept_back_rows_nothing_need_be_given() -> None:
    predicted, actual, known, _ = rows_of(12, 0, 120)
    told, untold = (band(predicted, actual, known, level=0.9, way="split", before=one) for one in (EMPTY, None))
    np.testing.assert_array_equal(told.low, untold.low)
