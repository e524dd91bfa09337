"""A walk through a cell: its numbers are those of Keras, and the sums behind them lead to them."""

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.lessons.cell import BLOCKS, STATES, Walk, of_units, walk

STEPS, FEATURES, UNITS = 6, 2, 4
CASES = [(cell, seed) for cell in CELLS for seed in range(5)]


def layer_and_walk(cell: str, seed: int) -> tuple[keras.layers.Layer, Walk, list[np.ndarray]]:
    """A layer of Keras' own in double precision, and a walk with its weights, from random first states."""
    chance = np.random.default_rng(seed)
    layer = getattr(keras.layers, CELLS[cell].layer)(UNITS, dtype="float64", return_sequences=True)
    layer.build((None, STEPS, FEATURES))
    layer.set_weights([chance.normal(size=one.shape) for one in layer.get_weights()])
    inputs, states = chance.normal(size=(STEPS, FEATURES)), [chance.normal(size=UNITS) for _ in STATES[cell]]
    return layer, walk(cell, inputs, states, tuple(layer.get_weights())), states


@pytest.mark.parametrize(("cell", "seed"), CASES)
def test_states_are_those_of_keras(cell: str, seed: int) -> None:
    layer, found, states = layer_and_walk(cell, seed)
    said = layer(found.inputs[None], initial_state=[state[None] for state in states])
    np.testing.assert_allclose(found.after["h"], np.asarray(said)[0], rtol=0, atol=1e-6)


@pytest.mark.parametrize(("cell", "seed"), CASES)
def test_every_gate_is_its_own_sum_bent(cell: str, seed: int) -> None:
    _, found, _ = layer_and_walk(cell, seed)
    for block in BLOCKS[cell]:
        total = found.sums[block.letter].total
        bent = np.tanh(total) if block.bend == "tanh" else 1 / (1 + np.exp(-total))
        np.testing.assert_allclose(found.after[block.letter], bent, rtol=0, atol=1e-12)


@pytest.mark.parametrize("cell", CELLS)
def test_each_step_begins_with_what_the_one_before_has_made(cell: str) -> None:
    _, found, states = layer_and_walk(cell, 1)
    for letter, first in zip(STATES[cell], states, strict=True):
        np.testing.assert_array_equal(found.before[letter][0], first)
        np.testing.assert_array_equal(found.before[letter][1:], found.after[letter][:-1])


def test_some_units_of_a_walk_keep_their_numbers() -> None:
    _, found, _ = layer_and_walk("GRU", 2)
    some = of_units(found, [3, 0])
    np.testing.assert_array_equal(some.after["z"], found.after["z"][:, [3, 0]])
    np.testing.assert_array_equal(some.sums["n"].total, found.sums["n"].total[:, [3, 0]])
