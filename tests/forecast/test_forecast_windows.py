"""Windows copy nothing, and thinning keeps both ends."""

import numpy as np
import pytest

from rnn_core.forecast.windows import thin, windows


@pytest.mark.parametrize(("rows", "features", "window"), [(10, 1, 1), (10, 1, 10), (200, 3, 60)])
def test_windows_equal_slices_and_share_their_memory(rows: int, features: int, window: int) -> None:
    values = np.random.default_rng(1).normal(size=(rows, features)).astype("float32")
    found = windows(values, window)
    assert found.shape == (rows - window + 1, window, features)
    assert np.array_equal(found, np.stack([values[i : i + window] for i in range(rows - window + 1)]))
    assert np.shares_memory(found, values)


def test_a_million_windows_take_no_room() -> None:
    values = np.zeros((1_000_060, 1), "float32")
    found = windows(values, 60)
    assert len(found) == 1_000_001
    # Two steps in the same memory: the next window is the next row.
    assert found.strides[0] == found.strides[1] == values.strides[0]


@pytest.mark.parametrize(("count", "most"), [(1, 400), (2, 2), (195, 400), (400, 400), (401, 400), (12_345, 400)])
def test_thinning_keeps_both_ends_and_its_limit(count: int, most: int) -> None:
    found = thin(count, most)
    assert (found[0], found[-1]) == (0, count - 1)
    assert len(found) == min(count, most)
    assert (np.diff(found) > 0).all()


def test_few_rows_are_all_kept() -> None:
    assert thin(5).tolist() == [0, 1, 2, 3, 4]


def test_thinned_rows_are_evenly_spaced() -> None:
    assert set(np.diff(thin(1000, 300))) <= {3, 4}
