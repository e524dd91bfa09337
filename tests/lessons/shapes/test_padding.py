"""Padding blurs the last state, a mask keeps it, and Keras' own masking does the same."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.lessons.shapes.padding import SEQUENCES, UNITS, pad, read_padded, weights_of


@pytest.mark.parametrize("side", ["back", "front"])
@pytest.mark.parametrize("cell", CELLS)
def test_with_a_mask_each_last_state_is_that_of_the_sequence_alone(cell, side):
    assert read_padded(cell, side, masked=True).off == pytest.approx(np.zeros(3), abs=1e-12)


@pytest.mark.parametrize("cell", CELLS)
def test_zeros_behind_blur_more_than_zeros_in_front(cell):
    behind, front = (read_padded(cell, side, masked=False).off for side in ("back", "front"))
    assert behind[0] == front[0] == pytest.approx(0, abs=1e-12)
    assert (behind[1:] > 0.1).all()
    assert (front[1:] < behind[1:] / 3).all()


def test_the_table_is_as_wide_as_the_longest_sequence():
    table, real = pad("front", ((1.0, 2.0), (3.0,)))
    assert table.tolist() == [[1, 2], [0, 3]]
    assert real.tolist() == [[True, True], [False, True]]


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("cell", CELLS)
def test_keras_comes_to_the_same_last_states(cell, masked):
    import keras

    padded = read_padded(cell, "back", masked=masked)
    layer = getattr(keras.layers, CELLS[cell].layer)(UNITS, dtype="float64")
    inputs = padded.table[:, :, None]
    layer.build(inputs.shape)
    layer.set_weights(list(weights_of(cell)))
    found = layer(inputs, mask=padded.real if masked else None)
    np.testing.assert_allclose(np.asarray(found), padded.states[-1], atol=1e-6)
    assert len(SEQUENCES) == len(padded.table)
