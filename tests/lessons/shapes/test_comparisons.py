"""Shared weights, the three families, and reading both ways: the numbers that the page shows."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.lessons.shapes.both_ways import LONGEST, SHORTEST, VALUES, both_ways
from rnn_core.lessons.shapes.families import ROWS, attention, convolution, recurrent
from rnn_core.lessons.shapes.weights import dense_weights


@pytest.mark.parametrize("cell", CELLS)
def test_a_recurrent_layer_has_the_weights_that_keras_counts_at_any_length(cell):
    import keras

    for steps in (5, 50):
        layer = getattr(keras.layers, CELLS[cell].layer)(32)
        layer.build((None, steps, 1))
        assert layer.count_params() == CELLS[cell].parameters(1, 32)


def test_a_dense_layer_has_the_weights_that_keras_counts():
    import keras

    layer = keras.layers.Dense(32)
    layer.build((None, 60))
    assert layer.count_params() == dense_weights(60, 32) == 1952


def test_attention_is_the_cheapest_while_the_window_is_shorter_than_the_width():
    assert attention(63, 64).work < recurrent(63, 64).work < convolution(63, 64).work
    assert attention(65, 64).work > recurrent(65, 64).work
    assert attention(64, 64).work == recurrent(64, 64).work == 64**3


def test_costs_of_a_window_of_a_hundred():
    assert recurrent(100, 64).waiting == recurrent(100, 64).apart == 100
    assert recurrent(10_000, 64).memory == recurrent(10, 64).memory == 64
    assert convolution(100, 64).apart == 5  # 3^4 = 81 is too short, 3^5 = 243 is not
    assert attention(100, 64).memory == 2 * 100 * 64
    assert attention(100, 64).apart == attention(100, 64).waiting == 1


def test_every_row_of_the_table_says_something_of_all_three():
    assert all(row.about and row.rnn and row.cnn and row.transformer for row in ROWS)


@pytest.mark.parametrize("length", range(SHORTEST, LONGEST + 1))
def test_both_ways_is_perfect_inside_and_empty_at_the_end(length):
    both = both_ways(length)
    assert both.error_inside(both.two_ways) == 0
    assert both.two_ways[-1] == 0
    assert both.error_at_end(both.two_ways) == VALUES[length]
    assert both.error_inside(both.one_way) > 0


def test_each_half_has_read_what_lies_on_its_side():
    both = both_ways(4)
    np.testing.assert_array_equal(both.forward[:, 0], VALUES[:4])
    np.testing.assert_array_equal(both.backward, [[3, 5], [5, 4], [4, 6], [6, 0]])


def test_the_day_after_the_window_changes_nothing_that_is_said(monkeypatch):
    before = both_ways(5)
    monkeypatch.setattr("rnn_core.lessons.shapes.both_ways.VALUES", (*VALUES[:5], 99.0, 99.0, 99.0))
    after = both_ways(5)
    np.testing.assert_array_equal(after.two_ways, before.two_ways)
    assert after.error_at_end(after.two_ways) == 99
