import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rnn_core.figures.thin import KEPT, LONGEST, thin_positions, thin_together


def test_a_line_of_the_longest_length_keeps_every_point():
    assert len(thin_positions(np.zeros(LONGEST))) == LONGEST


@given(st.integers(1, 60_000), st.integers(0, 100))
def test_a_thinned_line_keeps_its_ends_and_its_extremes(rows, seed):
    values = np.random.default_rng(seed).normal(size=rows)
    kept = thin_positions(values)
    assert {0, rows - 1, int(values.argmin()), int(values.argmax())} <= set(kept.tolist())
    assert len(kept) <= (rows if rows <= LONGEST else KEPT)
    assert (np.diff(kept) > 0).all()


def test_a_line_with_nothing_but_gaps_is_thinned_too():
    assert len(thin_positions(np.full(20_000, np.nan))) <= KEPT


def test_lines_thinned_together_share_their_positions():
    one, two = np.zeros(10_000), np.zeros(10_000)
    one[1234], two[4321] = 1.0, -1.0
    kept = thin_together([one, two])
    assert {1234, 4321} <= set(kept.tolist())
    assert len(kept) <= KEPT
