import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rnn_core.figures.thin import MOST, thin_positions, thin_together, thin_within


def walk(rows, seed=1):
    return np.cumsum(np.random.default_rng(seed).normal(size=rows))


def test_a_line_with_few_points_keeps_every_one():
    assert len(thin_positions(np.zeros(MOST))) == MOST


@given(st.integers(1, 60_000), st.integers(0, 100))
def test_a_thinned_line_keeps_its_ends_and_its_extremes(rows, seed):
    values = np.random.default_rng(seed).normal(size=rows)
    kept = thin_positions(values)
    assert {0, rows - 1, int(values.argmin()), int(values.argmax())} <= set(kept.tolist())
    assert len(kept) <= min(rows, MOST)
    assert (np.diff(kept) > 0).all()


def test_a_line_with_nothing_but_gaps_is_thinned_too():
    assert len(thin_positions(np.full(20_000, np.nan))) <= MOST


def test_missing_values_everywhere_hide_neither_the_line_nor_its_extremes():
    values = walk(100_000)
    values[::3] = np.nan
    kept = thin_positions(values)
    assert {int(np.nanargmin(values)), int(np.nanargmax(values))} <= set(kept.tolist())
    assert np.isfinite(values[kept]).sum() > 0.9 * MOST


def test_a_long_gap_still_breaks_the_line():
    values = walk(100_000)
    values[40_000:60_000] = np.nan
    kept = thin_positions(values)
    inside = kept[(kept >= 40_000) & (kept < 60_000)]
    assert inside.tolist() == [40_000]


def test_within_a_short_stretch_every_row_is_kept_and_few_outside():
    kept = thin_within(walk(100_000), range(50_000, 51_000))
    inside = (kept >= 50_000) & (kept < 51_000)
    assert inside.sum() == 1000
    assert 0 < (~inside).sum() <= MOST // 4
    assert (np.diff(kept) > 0).all()
    assert {0, 99_999} <= set(kept.tolist())


def test_a_long_stretch_is_thinned_on_its_own():
    values = walk(1_000_000)
    shown = range(300_000, 400_000)
    kept = thin_within(values, shown)
    inside = kept[(kept >= shown.start) & (kept < shown.stop)]
    overview = thin_positions(values)
    assert len(inside) > 5 * ((overview >= shown.start) & (overview < shown.stop)).sum()
    assert len(kept) <= MOST + MOST // 4


def test_lines_thinned_together_share_their_positions():
    one, two = np.zeros(10_000), np.zeros(10_000)
    one[1234], two[4321] = 1.0, -1.0
    kept = thin_together([one, two])
    assert {1234, 4321} <= set(kept.tolist())
    assert len(kept) <= MOST
