"""The worked example comes out to its printed digits, and layers have the weights that shapes say."""

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.lessons.cell import OUTPUT, by_hand, count, letters_by_hand, result_by_hand, walk
from rnn_core.lessons.cell.example import INPUT, NEW_STATE, RESULT, STATE, example_weights

ZERO = np.zeros(2)


def example(cell="SimpleRNN"):
    states = [np.array(STATE)] * (2 if cell == "LSTM" else 1)
    return walk(cell, np.array([[INPUT]]), states, example_weights(cell), output=OUTPUT)


def test_the_new_state_and_the_result_have_the_printed_digits() -> None:
    found = example()
    assert [f"{value:.8f}" for value in found.after["h"][0]] == ["0.85972772", "0.88365397"] == list(NEW_STATE)
    assert found.outputs is not None
    assert f"{found.outputs[0]:.8f}" == "2.72703566" == RESULT


def test_the_stacked_matrix_times_state_and_input_is_the_same_sum() -> None:
    stacked = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
    by_matrix = np.array([*STATE, INPUT]) @ stacked + np.array([0.1, -0.1])
    np.testing.assert_allclose(example().sums["h"].total[0], by_matrix, rtol=0, atol=1e-15)


def test_by_hand_every_product_is_written_out() -> None:
    rows = by_hand(example(), example_weights("SimpleRNN"), "h", 0)
    assert [row.what for row in rows] == ["W x", "U h₁", "U h₂", "b", "a", "h′ = tanh(a)"]
    assert rows[0].written == ("2 · 0.5 = 1", "2 · 0.6 = 1.2")
    assert rows[-1].written == NEW_STATE
    assert result_by_hand(example(), 0).endswith(f"= {RESULT}")


@pytest.mark.parametrize(("cell", "letter"), [(cell, letter) for cell in CELLS for letter in letters_by_hand(cell)])
def test_by_hand_every_gate_ends_with_the_number_of_the_walk(cell: str, letter: str) -> None:
    found = example(cell)
    last = by_hand(found, example_weights(cell), letter, 0)[-1]
    assert [float(one.replace("−", "-")) for one in last.written] == pytest.approx(found.after[letter][0], abs=1e-8)


@pytest.mark.parametrize(("cell", "layer"), [("LSTM", 63_500), ("GRU", 48_000), ("SimpleRNN", 15_875)])
def test_a_layer_of_125_units_has_its_known_size(cell: str, layer: int) -> None:
    assert count(cell, 1, 125).layer == layer
    assert count(cell, 1, 125).network == layer + 126


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(("inputs", "units"), [(1, 125), (6, 32), (3, 1)])
def test_keras_counts_the_same(cell: str, inputs: int, units: int) -> None:
    layer = getattr(keras.layers, CELLS[cell].layer)(units)
    layer.build((None, None, inputs))
    found = count(cell, inputs, units)
    assert found.layer == layer.count_params()
    assert found.kernel * found.blocks == layer.cell.kernel.shape[0] * layer.cell.kernel.shape[1]
