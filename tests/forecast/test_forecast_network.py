"""The network that a spec describes has the layers, shapes and weights that it should."""

from typing import Any

import pytest

from rnn_core.cells import CELLS
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.network import build_network, describe_network
from rnn_core.forecast.spec import LOSSES, OPTIMIZERS


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("features", [1, 3])
def test_every_cell_builds_with_the_weights_it_says(cell: str, features: int) -> None:
    network = build_network(ForecastSpec(cell=cell, units=6, window=4), features)
    assert (network.input_shape, network.output_shape) == ((None, 4, features), (None, 1))
    assert network.count_params() == CELLS[cell].parameters(features, 6) + 6 + 1


@pytest.mark.parametrize(("cell", "parameters"), [("LSTM", 63_626), ("GRU", 48_126)])
def test_the_tutorials_networks_have_their_known_sizes(cell: str, parameters: int) -> None:
    assert build_network(ForecastSpec(cell=cell, units=125, window=60), 1).count_params() == parameters


@pytest.mark.parametrize("cell", CELLS)
def test_stacked_networks_hand_whole_sequences_from_layer_to_layer(cell: str) -> None:
    layers = describe_network(build_network(ForecastSpec(cell=cell, units=5, layers=3, window=7, dropout=0.2), 2))
    assert [(layer.name, layer.shape, layer.parameters) for layer in layers] == [
        (f"1 {cell}", "7 x 5", CELLS[cell].parameters(2, 5)),
        ("2 Dropout", "7 x 5", 0),
        (f"3 {cell}", "7 x 5", CELLS[cell].parameters(5, 5)),
        ("4 Dropout", "7 x 5", 0),
        (f"5 {cell}", "5", CELLS[cell].parameters(5, 5)),
        ("6 Dropout", "5", 0),
        ("7 Dense", "1", 6),
    ]


@pytest.mark.parametrize("cell", CELLS)
def test_two_directions_double_the_weights(cell: str) -> None:
    layers = describe_network(
        build_network(ForecastSpec(cell=cell, units=5, layers=2, window=7, bidirectional=True), 1)
    )
    assert [(layer.kind, layer.shape, layer.parameters) for layer in layers] == [
        ("Bidirectional", "7 x 10", 2 * CELLS[cell].parameters(1, 5)),
        ("Bidirectional", "10", 2 * CELLS[cell].parameters(10, 5)),
        ("Dense", "1", 11),
    ]


def test_describing_does_not_depend_on_how_many_networks_came_before() -> None:
    spec = ForecastSpec(units=2, window=3)
    assert describe_network(build_network(spec, 1)) == describe_network(build_network(spec, 1))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES)
def test_optimizer_rate_and_loss_are_the_chosen_ones(optimizer: Any, loss: Any) -> None:
    spec = ForecastSpec(units=1, window=2, optimizer=optimizer, loss=loss, learning_rate=0.0123)
    network = build_network(spec, 1)
    assert type(network.optimizer).__name__.lower() == optimizer
    assert float(network.optimizer.learning_rate) == pytest.approx(0.0123)
    assert network.loss == loss
