"""Every registered cell exists in Keras, counts its weights as Keras does, and says what it is."""

import pytest

from rnn_core.cells import CELLS, Cell


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_every_cell_is_listed_under_its_own_name_and_explains_itself(cell: Cell) -> None:
    assert CELLS[cell.name] is cell
    assert cell.summary.endswith(".")


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize(("inputs", "units"), [(1, 1), (1, 125), (4, 7)])
def test_every_cell_counts_its_weights_as_keras_does(cell: Cell, inputs: int, units: int) -> None:
    import keras

    layer = getattr(keras.layers, cell.layer)(units)
    layer.build((None, 3, inputs))
    assert layer.count_params() == cell.parameters(inputs, units)


@pytest.mark.parametrize(
    ("name", "parameters"),
    # By hand, 3 units reading 2 values: blocks x 3 units x (2 inputs + 3 states + biases).
    [("LSTM", 4 * 3 * (2 + 3 + 1)), ("GRU", 3 * 3 * (2 + 3 + 2)), ("SimpleRNN", 3 * (2 + 3 + 1))],
)
def test_weights_counted_by_hand(name: str, parameters: int) -> None:
    assert CELLS[name].parameters(2, 3) == parameters


def test_the_tutorials_networks_have_their_known_sizes() -> None:
    dense = 125 + 1
    assert CELLS["LSTM"].parameters(1, 125) + dense == 63_626
    assert CELLS["GRU"].parameters(1, 125) + dense == 48_126
