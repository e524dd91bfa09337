"""The way through time in NumPy: held against differences of the loss, number by number, in double precision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays, Gradients, Passed, room

BATCH, STEPS, FEATURES, UNITS = 2, 4, 2, 3
STEP = 1e-6
EVERY_CELL = pytest.mark.parametrize("cell", CELLS)


@dataclass(frozen=True)
class Given:
    """What goes through time, and how much each result weighs in the loss; without `d_hidden` only last states do."""

    inputs: Array
    states: Arrays
    weights: Arrays
    masks: Array | None
    d_hidden: Array | None
    d_states: Arrays

    @property
    def changeable(self) -> Arrays:
        return (self.inputs, *self.states, *self.weights)


def given(cell: str, *, masked: bool = False, every_step: bool = True, kind: str = "float64") -> Given:
    loop, gates = LOOPS[cell], CELLS[cell].gates
    chance = np.random.default_rng(5)

    def some(*shape: int) -> Array:
        return chance.normal(size=shape).astype(kind)

    bias = (gates * UNITS,) if CELLS[cell].biases == 1 else (CELLS[cell].biases, gates * UNITS)
    return Given(
        inputs=some(BATCH, STEPS, FEATURES),
        states=tuple(some(BATCH, UNITS) for _ in range(loop.states)),
        weights=(some(FEATURES, gates * UNITS), some(UNITS, gates * UNITS), some(*bias)),
        masks=(chance.random((loop.masks, BATCH, UNITS)) < 0.7).astype(kind) / 0.7 if masked else None,
        d_hidden=some(BATCH, STEPS, UNITS) if every_step else None,
        d_states=tuple(some(BATCH, UNITS) for _ in range(loop.states)),
    )


def forward(cell: str, case: Given) -> Passed:
    return LOOPS[cell].forward(case.inputs, case.states, case.weights, case.masks)


def backward(cell: str, case: Given, passed: Passed) -> Gradients:
    return LOOPS[cell].backward(case.d_hidden, case.d_states, passed.saved, case.weights, case.masks)


def loss(cell: str, case: Given) -> float:
    passed = forward(cell, case)
    found = sum(float((weight * state).sum()) for weight, state in zip(case.d_states, passed.states, strict=True))
    return found if case.d_hidden is None else found + float((case.d_hidden * passed.hidden).sum())


def differences(of: Callable[[], float], array: Array) -> Array:
    """What `of` changes by when a number of `array` does, for each."""
    found = np.empty_like(array)
    for place in np.ndindex(array.shape):
        kept = array[place]
        array[place] = kept + STEP
        above = of()
        array[place] = kept - STEP
        found[place] = (above - of()) / (2 * STEP)
        array[place] = kept
    return found


def all_of(found: Gradients) -> Iterator[Array]:
    yield from (found.inputs, *found.states, *found.weights)


def test_every_cell_has_a_way_through_time() -> None:
    assert LOOPS.keys() == CELLS.keys()


@EVERY_CELL
@pytest.mark.parametrize("every_step", [True, False], ids=["every step", "last step"])
@pytest.mark.parametrize("masked", [False, True], ids=["", "recurrent dropout"])
def test_gradients_are_what_the_loss_changes_by(cell: str, masked: bool, every_step: bool) -> None:
    case = given(cell, masked=masked, every_step=every_step)
    found = backward(cell, case, forward(cell, case))
    for gradient, array in zip(all_of(found), case.changeable, strict=True):
        expected = differences(lambda: loss(cell, case), array)
        np.testing.assert_allclose(gradient, expected, rtol=1e-6, atol=1e-8)


@EVERY_CELL
def test_a_cell_says_how_many_arrays_it_gives(cell: str) -> None:
    loop, passed = LOOPS[cell], forward(cell, given(cell))
    assert (len(passed.states), len(passed.saved)) == (loop.states, loop.saved)
    assert passed.hidden.shape == (BATCH, STEPS, UNITS)
    np.testing.assert_array_equal(passed.hidden[:, -1], passed.states[0])


@EVERY_CELL
def test_going_back_twice_gives_the_same_and_leaves_what_was_given(cell: str) -> None:
    case = given(cell, masked=True)
    before = [one.copy() for one in case.changeable]
    passed = forward(cell, case)
    once, again = (list(all_of(backward(cell, case, passed))) for _ in range(2))
    for one, two in zip(once, again, strict=True):
        np.testing.assert_array_equal(one, two)
    for kept, now in zip(before, case.changeable, strict=True):
        np.testing.assert_array_equal(kept, now)


@EVERY_CELL
def test_single_precision_stays_single(cell: str) -> None:
    case = given(cell, masked=True, kind="float32")
    passed = forward(cell, case)
    found = (passed.hidden, *passed.states, *passed.saved, *all_of(backward(cell, case, passed)))
    assert {one.dtype for one in found} == {np.dtype("float32")}


@EVERY_CELL
def test_masks_of_ones_change_nothing(cell: str) -> None:
    case = given(cell)
    ones = np.ones((LOOPS[cell].masks, BATCH, UNITS))
    plain, masked = (LOOPS[cell].forward(case.inputs, case.states, case.weights, one) for one in (None, ones))
    np.testing.assert_allclose(masked.hidden, plain.hidden, rtol=1e-14)


def test_large_arrays_begin_where_tensorflow_takes_them_over() -> None:
    for shape in ((3,), (1, 5, 7), (2, 3, 4, 5)):
        found = room(shape, np.zeros(1, "float32"))
        assert (found.shape, found.dtype, found.ctypes.data % 64) == (shape, np.float32, 0)


def logistic(a: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-a))


def simple_rnn_by_hand(x: np.ndarray, states: list[np.ndarray], weights: Arrays) -> dict[str, np.ndarray]:
    kernel, recurrent, bias = weights
    return {"h": np.tanh(x @ kernel + states[0] @ recurrent + bias)}


def lstm_by_hand(x: np.ndarray, states: list[np.ndarray], weights: Arrays) -> dict[str, np.ndarray]:
    kernel, recurrent, bias = weights
    a_i, a_f, a_g, a_o = np.split(x @ kernel + states[0] @ recurrent + bias, 4, axis=1)
    i, f, g, o = logistic(a_i), logistic(a_f), np.tanh(a_g), logistic(a_o)
    c = f * states[1] + i * g
    return {"i": i, "f": f, "g": g, "o": o, "c": c, "h": o * np.tanh(c)}


def gru_by_hand(x: np.ndarray, states: list[np.ndarray], weights: Arrays) -> dict[str, np.ndarray]:
    kernel, recurrent, (bias, recurrent_bias) = weights
    (x_z, x_r, x_n) = np.split(x @ kernel + bias, 3, axis=1)
    (h_z, h_r, m) = np.split(states[0] @ recurrent + recurrent_bias, 3, axis=1)
    z, r = logistic(x_z + h_z), logistic(x_r + h_r)
    n = np.tanh(x_n + r * m)
    return {"z": z, "r": r, "m": m, "n": n, "h": z * states[0] + (1 - z) * n}


BY_HAND = {"SimpleRNN": simple_rnn_by_hand, "LSTM": lstm_by_hand, "GRU": gru_by_hand}


@pytest.mark.parametrize("cell", LOOPS)
def test_what_is_in_a_cell_at_each_step_follows_its_equations(cell: str) -> None:
    case = given(cell)
    found = LOOPS[cell].quantities(forward(cell, case))
    before = list(case.states)
    for step in range(STEPS):
        by_hand = BY_HAND[cell](case.inputs[:, step], before, case.weights)
        assert list(found) == list(by_hand)
        for letter, expected in by_hand.items():
            np.testing.assert_allclose(found[letter][step], expected, rtol=0, atol=1e-12)
        before = [by_hand[letter] for letter in ("h", "c") if letter in by_hand]
