"""The writer in NumPy says what the Keras network of the same weights says."""

import time

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.learning.seeds import seeded
from rnn_core.text.write.model import Writer
from rnn_core.text.write.network import build_network
from tests.text.write.small import small

SYMBOLS = 20
NUMBERS = np.random.default_rng(0).integers(1, SYMBOLS, 40).astype(np.int32)


def network_of(cell: str, layers: int, *, fast: bool = False) -> keras.Model:
    with seeded(1):
        network = build_network(small(cell=cell, layers=layers, units=7), SYMBOLS, fast=fast)
        # Biases begin at zero, which would hide where they go.
        rng = np.random.default_rng(1)
        network.set_weights([rng.normal(0, 0.5, one.shape).astype("float32") for one in network.get_weights()])
    return network


def asked(network: keras.Model, numbers: np.ndarray) -> np.ndarray:
    """Logarithms of probabilities `(n, symbols)`, from states of zero."""
    states = [np.zeros((1, one.shape[1]), "float32") for one in network.inputs[1:]]
    return keras.ops.convert_to_numpy(keras.ops.log_softmax(network([numbers[None], *states])[0]))[0]


@pytest.mark.parametrize(("layers", "fast"), [(1, False), (3, False), (2, True)])
@pytest.mark.parametrize("cell", CELLS)
def test_it_says_what_keras_says(cell: str, layers: int, fast: bool) -> None:
    network = network_of(cell, layers, fast=fast)
    writer, said = Writer.of(cell, network.get_weights()), asked(network, NUMBERS)
    assert writer.symbols == SYMBOLS
    probabilities, memory = writer.read(NUMBERS[:1])
    for place in range(1, len(NUMBERS)):
        assert probabilities == pytest.approx(np.exp(said[place - 1]), abs=1e-5)
        probabilities, memory = writer.step(int(NUMBERS[place]), memory)
    assert probabilities == pytest.approx(np.exp(said[-1]), abs=1e-5)
    bits = -said[np.arange(len(NUMBERS) - 1), NUMBERS[1:]] / np.log(2)
    assert writer.surprise(NUMBERS) == pytest.approx(bits, abs=1e-5)


@pytest.mark.parametrize("cell", CELLS)
def test_a_text_read_at_once_is_a_text_read_symbol_by_symbol(cell: str) -> None:
    writer = Writer.of(cell, network_of(cell, 2).get_weights())
    numbers = np.tile(NUMBERS, 30)  # longer than what is read at a time
    probabilities, memory = writer.read(numbers[:1])
    for number in numbers[1:].tolist():
        probabilities, memory = writer.step(number, memory)
    assert writer.read(numbers)[0] == pytest.approx(probabilities, abs=1e-5)


def test_probabilities_sum_to_one_and_memory_is_never_changed() -> None:
    writer = Writer.of("LSTM", network_of("LSTM", 2).get_weights())
    _, memory = writer.read(NUMBERS)
    before = [state.copy() for states in memory for state in states]
    for number in range(SYMBOLS):
        assert writer.step(number, memory)[0].sum() == pytest.approx(1)
    assert all(np.array_equal(a, b) for a, b in zip(before, (s for one in memory for s in one), strict=True))


def test_one_symbol_surprises_nobody() -> None:
    assert len(Writer.of("GRU", network_of("GRU", 1).get_weights()).surprise(NUMBERS[:1])) == 0


@pytest.mark.parametrize("cell", CELLS)
def test_it_writes_faster_than_anybody_reads(cell: str) -> None:
    with seeded(1):
        weights = build_network(small(cell=cell, units=128, embedding=32), 100).get_weights()
    writer = Writer.of(cell, weights)
    _, memory = writer.read(NUMBERS)
    took = []
    for _ in range(50):
        began = time.perf_counter()
        writer.step(5, memory)
        took.append(time.perf_counter() - began)
    # The quickest: what else the machine does must not count.
    assert min(took) < 0.002
