"""The fast layers against Keras' own: the same outputs, gradients and random numbers; the rest they leave to Keras."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.cells import CELLS, fused
from rnn_core.cells.fused import FUSED

# Largest difference, of numbers around 1: rounding alone.
EQUAL = {"float64": 1e-10, "float32": 5e-5}
EVERY_CELL = pytest.mark.parametrize("cell", CELLS)


def pair(cell: str, within: Callable[[Any], Any] = lambda layer: layer, **options: Any) -> list[Any]:
    """Keras' layer and ours `within` another, each made under the same seed."""
    return [seeded(lambda kind=kind: within(kind(**options))) for kind in both(cell)]


def both(cell: str) -> list[Any]:
    return [getattr(keras.layers, CELLS[cell].layer), FUSED[cell]]


def seeded(make: Callable[[], Any]) -> Any:
    keras.utils.set_random_seed(3)
    return make()


def numbers(*shape: int, kind: str = "float64") -> tf.Tensor:
    return tf.constant(np.random.default_rng(1).normal(size=shape).astype(kind))


def results(layer: Any, inputs: tf.Tensor, **call: Any) -> list[np.ndarray]:
    """Outputs, and gradients with respect to inputs and weights, of `layer` built under one seed."""
    keras.utils.set_random_seed(4)
    layer.build(inputs.shape)
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        outputs = tf.nest.flatten(layer(inputs, **{"training": True, **call}))
        loss = tf.add_n([tf.reduce_sum(one**3 + one) for one in outputs])
    return [np.asarray(one) for one in (*outputs, *tape.gradient(loss, [inputs, *layer.trainable_variables]))]


def assert_equal(layers: list[Any], inputs: tf.Tensor, **call: Any) -> None:
    plain, fast = (results(layer, inputs, **call) for layer in layers)
    assert len(plain) == len(fast)
    for expected, found in zip(plain, fast, strict=True):
        assert found.dtype == expected.dtype
        limit = EQUAL[str(expected.dtype)] * max(1, abs(expected).max())
        np.testing.assert_allclose(found, expected, rtol=0, atol=limit)


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[fused.Way]:
    """The ways through time that are ours, as they are gone."""
    gone: list[fused.Way] = []
    go = fused.Way.go
    monkeypatch.setattr(fused.Way, "go", lambda way, *given: gone.append(way) or go(way, *given))
    return gone


def test_every_cell_has_a_fast_layer() -> None:
    assert FUSED.keys() == CELLS.keys()
    for name, kind in FUSED.items():
        assert issubclass(kind, getattr(keras.layers, CELLS[name].layer))


@EVERY_CELL
@pytest.mark.parametrize("kind", EQUAL)
@pytest.mark.parametrize(
    ("shape", "units"), [((1, 1, 1), 1), ((1, 4, 3), 4), ((5, 1, 2), 3), ((3, 5, 1), 17), ((4, 3, 6), 2)]
)
def test_shapes(cell: str, kind: str, shape: tuple[int, int, int], units: int, ways: list[fused.Way]) -> None:
    layers = pair(cell, units=units, dtype=kind, bias_initializer="normal")
    assert_equal(layers, numbers(*shape, kind=kind))
    assert len(ways) == 1


OPTIONS: dict[str, dict[str, Any]] = {
    "every step": {"return_sequences": True},
    "its states too": {"return_state": True},
    "every step and states": {"return_sequences": True, "return_state": True},
    "backwards": {"go_backwards": True},
    "backwards, every step": {"go_backwards": True, "return_sequences": True},
    "recurrent dropout": {"recurrent_dropout": 0.3},
    "recurrent dropout, every step, backwards": {
        "recurrent_dropout": 0.3,
        "return_sequences": True,
        "go_backwards": True,
    },
    "shrunk weights": {"kernel_regularizer": "l2", "recurrent_regularizer": "l2"},
}


@EVERY_CELL
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_what_may_be_asked_of_a_layer(cell: str, options: dict[str, Any], ways: list[fused.Way]) -> None:
    assert_equal(pair(cell, units=5, dtype="float64", **options), numbers(3, 4, 2))
    assert len(ways) == 1


@EVERY_CELL
def test_recurrent_dropout_drops_nothing_when_a_network_is_used(cell: str, ways: list[fused.Way]) -> None:
    assert_equal(pair(cell, units=5, dtype="float64", recurrent_dropout=0.5), numbers(3, 4, 2), training=False)
    assert len(ways) == 1


@EVERY_CELL
def test_first_states_that_are_given(cell: str, ways: list[fused.Way]) -> None:
    states = [numbers(3, 5) for _ in range(FUSED[cell].loop.states)]
    assert_equal(pair(cell, units=5, dtype="float64"), numbers(3, 4, 2), initial_state=states)
    assert len(ways) == 1


@EVERY_CELL
@pytest.mark.parametrize("every_step", [True, False], ids=["every step", "last step"])
@pytest.mark.parametrize("dropped", [0.0, 0.3], ids=["", "recurrent dropout"])
def test_two_directions(cell: str, every_step: bool, dropped: float, ways: list[fused.Way]) -> None:
    options = {"units": 4, "return_sequences": every_step, "recurrent_dropout": dropped, "dtype": "float64"}
    layers = pair(cell, lambda layer: keras.layers.Bidirectional(layer, dtype="float64"), **options)
    assert_equal(layers, numbers(3, 4, 2))
    assert [way.backwards for way in ways] == [False, True]


@EVERY_CELL
def test_layers_on_top_of_each_other(cell: str, ways: list[fused.Way]) -> None:
    def stack(layer: Any) -> keras.Model:
        return keras.Sequential(
            [layer(4, return_sequences=True, recurrent_dropout=0.2, dtype="float32"), layer(3, dtype="float32")]
        )

    stacks = [seeded(lambda layer=layer: stack(layer)) for layer in both(cell)]
    assert_equal(stacks, numbers(3, 4, 2, kind="float32"))
    assert len(ways) == 2


@EVERY_CELL
def test_states_kept_from_batch_to_batch(cell: str, ways: list[fused.Way]) -> None:
    inputs = numbers(3, 4, 2)
    found = []
    for layer in pair(cell, units=4, dtype="float64", stateful=True):
        found.append([np.asarray(layer(inputs)) for _ in range(2)])
    np.testing.assert_allclose(found[1], found[0], rtol=0, atol=1e-10)
    assert abs(found[0][1] - found[0][0]).max() > 1e-3
    assert len(ways) == 2


LEFT_TO_KERAS: dict[str, dict[str, Any]] = {
    "another activation": {"activation": "relu"},
    "no bias": {"use_bias": False},
    "unrolled": {"unroll": True},
    "dropout in the cell": {"dropout": 0.3},
    "another activation of gates": {"recurrent_activation": "hard_sigmoid"},
    "the older form": {"reset_after": False},
}
NOT_OF = {"another activation of gates": {"SimpleRNN"}, "the older form": {"LSTM", "SimpleRNN"}}


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        pytest.param(cell, options, id=f"{cell} {name}")
        for name, options in LEFT_TO_KERAS.items()
        for cell in CELLS
        if cell not in NOT_OF.get(name, ())
    ],
)
def test_what_is_left_to_keras(cell: str, options: dict[str, Any], ways: list[fused.Way]) -> None:
    assert_equal(pair(cell, units=4, dtype="float64", **options), numbers(3, 5, 2))
    assert not ways


@EVERY_CELL
def test_missing_steps_are_left_to_keras(cell: str, ways: list[fused.Way]) -> None:
    present = tf.constant([[True] * 5, [True, True, False, False, False], [False, True, True, False, True]])
    assert_equal(pair(cell, units=4, dtype="float64"), numbers(3, 5, 2), mask=present)
    assert not ways


@EVERY_CELL
def test_lower_precision_is_left_to_keras(cell: str, ways: list[fused.Way]) -> None:
    plain, fast = (results(one, numbers(3, 5, 2)) for one in pair(cell, units=4, dtype="mixed_float16"))
    for expected, found in zip(plain, fast, strict=True):
        np.testing.assert_array_equal(found, expected)
    assert not ways


@EVERY_CELL
def test_one_way_forward_can_be_gone_back_several_times(cell: str) -> None:
    layer, inputs = FUSED[cell](4, return_sequences=True, dtype="float64"), numbers(3, 4, 2)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(inputs)
        hidden = layer(inputs)
        whole, first, last = tf.reduce_sum(hidden**2), tf.reduce_sum(hidden[:, 0]), tf.reduce_sum(hidden[:, -1])
    once, again = (tape.gradient(whole, [inputs, *layer.trainable_variables]) for _ in range(2))
    for one, two in zip(once, again, strict=True):
        np.testing.assert_array_equal(one, two)
    assert not np.asarray(tape.gradient(first, inputs))[:, 1:].any()
    assert np.asarray(tape.gradient(last, inputs)).all()


@EVERY_CELL
def test_gradients_with_respect_to_inputs_within_a_function_of_tensorflow(cell: str) -> None:
    layer, inputs = FUSED[cell](4, dtype="float64"), numbers(3, 4, 2)

    def slope(given: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            tape.watch(given)
            loss = tf.reduce_sum(layer(given) ** 2)
        return tape.gradient(loss, given)

    unknown_batch = tf.function(slope, input_signature=[tf.TensorSpec((None, 4, 2), tf.float64)])
    np.testing.assert_allclose(unknown_batch(inputs), slope(inputs), rtol=1e-12)


@EVERY_CELL
def test_the_shape_of_what_comes_out_is_known_beforehand(cell: str) -> None:
    given = keras.Input((6, 2))
    hidden, *states = FUSED[cell](4, return_sequences=True, return_state=True)(given)
    assert hidden.shape == (None, 6, 4)
    assert {state.shape for state in states} == {(None, 4)}


@EVERY_CELL
def test_reading_several_lengths_with_one_layer(cell: str) -> None:
    plain, fast = pair(cell, units=4, dtype="float64")
    for layer in (plain, fast):
        layer.build((None, None, 2))
    fast.set_weights(plain.get_weights())
    read = tf.function(fast, input_signature=[tf.TensorSpec((None, None, 2), tf.float64)])
    for window in (1, 3, 8):
        inputs = numbers(2, window, 2)
        np.testing.assert_allclose(read(inputs), plain(inputs), rtol=0, atol=1e-12)
