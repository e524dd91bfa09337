"""Directions: counted by hand, with Wilson's range, and none where a forecast has none."""

import numpy as np
import pytest

from rnn_core.judge import hit_rate

LAST = np.array([1.0, 2.0, 3.0, 2.0, 5.0, 5.0])
ACTUAL = np.array([2.0, 3.0, 2.0, 5.0, 5.0, 6.0])


def test_hits_by_hand() -> None:
    # Up, up, down, up, unchanged, up; the forecast says up, down, down, up, up, unchanged.
    found = hit_rate(ACTUAL, LAST + np.array([1.0, -1.0, -1.0, 0.5, 1.0, 0.0]), LAST)
    assert found is not None
    assert (found.rows, found.rate, found.base) == (5, 0.6, 0.8)


@pytest.mark.parametrize(("hits", "rows"), [(0, 10), (3, 10), (50, 100), (100, 100)])
def test_the_range_is_wilsons(hits: int, rows: int) -> None:
    last = np.zeros(rows)
    found = hit_rate(np.ones(rows), np.where(np.arange(rows) < hits, 1.0, -1.0), last)
    assert found is not None
    share, z = hits / rows, 1.959963984540054
    middle = (share + z**2 / (2 * rows)) / (1 + z**2 / rows)
    half = z / (1 + z**2 / rows) * np.sqrt(share * (1 - share) / rows + z**2 / (4 * rows**2))
    assert found.rate == pytest.approx(share)
    assert (found.low, found.high) == pytest.approx((middle - half, middle + half), abs=1e-9)


def test_the_naive_line_has_no_direction() -> None:
    assert hit_rate(ACTUAL, LAST, LAST) is None


def test_a_series_that_never_moves_has_no_direction() -> None:
    assert hit_rate(LAST, LAST + 1, LAST) is None
    assert hit_rate(np.empty(0), np.empty(0), np.empty(0)) is None


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_numbers_that_are_no_numbers_have_no_direction(broken: float) -> None:
    spoilt = LAST.copy()
    spoilt[0] = broken
    assert hit_rate(spoilt, LAST + 1, LAST) is None
    assert hit_rate(ACTUAL, spoilt, LAST) is None
    assert hit_rate(ACTUAL, LAST + 1, spoilt) is None


def test_guessing_hits_half_of_a_random_walk_and_its_range_holds_that() -> None:
    rng = np.random.default_rng(1)
    values = rng.normal(size=1001).cumsum()
    found = hit_rate(values[1:], values[:-1] + rng.normal(size=1000), values[:-1])
    assert found is not None
    assert found.low < 0.5 < found.high
