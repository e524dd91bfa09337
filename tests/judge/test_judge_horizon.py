"""Bands several steps ahead: quantiles by hand, never narrower later, and an honest coverage."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.judge import HorizonBand, horizon_band
from rnn_core.judge.significance import Floats


def walk_errors(seed: int, origins: int, steps: int) -> tuple[Floats, Floats]:
    """Errors of the naive forecast at `origins` rows of a random walk, 3 rows apart, and what came after its end."""
    values = np.random.default_rng(seed).normal(size=3 * origins + steps).cumsum()
    end = 3 * origins - 1
    errors = np.full((origins, steps), np.nan)
    for origin, row in enumerate(range(0, end, 3)):
        known = values[row + 1 : min(row + steps, end) + 1]
        errors[origin, : len(known)] = values[row] - known
    return errors, values[end + 1 :] - values[end]


def test_the_width_is_the_conformal_quantile_of_the_sizes() -> None:
    errors = np.array([[3.0], [-1.0], [4.0], [-1.5]])
    found = horizon_band(np.array([10.0]), errors, level=0.8)
    # The fourth of four: a fifth size is larger with a chance of one in five.
    assert (found.low[0], found.high[0], found.origins.tolist()) == (6.0, 14.0, [4])
    assert horizon_band(np.array([10.0]), errors, level=0.5).high[0] == 13.0


def test_a_step_with_too_few_errors_for_the_level_has_no_band() -> None:
    errors = np.ones((10, 3))
    errors[8:, 1], errors[:, 2] = np.nan, np.nan
    found = horizon_band(np.zeros(3), errors, level=0.9)
    assert np.isfinite(found.high).tolist() == [True, False, False]
    assert found.origins.tolist() == [10, 8, 0]


@settings(deadline=None)
@given(st.integers(0, 1000), st.sampled_from([0.5, 0.8, 0.9]))
def test_the_band_never_gets_narrower_with_the_steps(seed: int, level: float) -> None:
    errors, _ = walk_errors(seed, 25, 8)
    found = horizon_band(np.zeros(8), errors, level=level)
    widths = (found.high - found.low)[np.isfinite(found.high)]
    assert len(widths) > 0
    assert (np.diff(widths) >= 0).all()


def test_a_later_step_may_have_a_band_where_an_earlier_one_has_none() -> None:
    errors = np.ones((9, 2))
    errors[0, 0] = np.nan
    found = horizon_band(np.zeros(2), errors, level=0.9)
    assert np.isfinite(found.high).tolist() == [False, True]


def test_it_holds_what_it_promises_and_says_what_it_holds() -> None:
    inside, said = [], []
    for seed in range(150):
        errors, came = walk_errors(seed, 40, 10)
        found = horizon_band(np.zeros(10), errors, level=0.8)
        inside.append(((found.low <= came) & (came <= found.high)).mean())
        said.append(found.coverage)
    assert np.mean(inside) == pytest.approx(0.8, abs=0.05)
    assert np.mean(said) == pytest.approx(0.8, abs=0.05)


def test_coverage_tries_each_half_with_a_band_of_the_other() -> None:
    calm, rough = np.full((10, 2), 1.0), np.full((10, 2), 5.0)
    # A band of the calm half holds nothing of the rough one, the other way round it holds all.
    assert horizon_band(np.zeros(2), np.r_[calm, rough], level=0.9).coverage == 0.5
    assert horizon_band(np.zeros(2), np.r_[calm, calm], level=0.9).coverage == 1.0


def test_too_few_origins_to_leave_half_of_them_out_have_a_band_but_no_coverage() -> None:
    found = horizon_band(np.zeros(2), np.ones((12, 2)), level=0.9)
    assert np.isfinite(found.high).all()
    assert np.isnan(found.coverage)


@pytest.mark.parametrize(("origins", "steps"), [(0, 3), (5, 0), (1, 3)])
def test_nothing_to_learn_from_is_no_trouble(origins: int, steps: int) -> None:
    found = horizon_band(np.zeros(steps), np.ones((origins, steps)), level=0.9)
    assert isinstance(found, HorizonBand)
    assert np.isnan(found.low).all()
    assert np.isnan(found.coverage)
    assert found.origins.tolist() == [origins] * steps
