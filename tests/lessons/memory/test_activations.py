"""The slopes of the activations and the most that each can be: 0.25 of the sigmoid, 1 of the others."""

import numpy as np
import pytest

from rnn_core.lessons.memory.activations import ACTIVATIONS

A = np.linspace(-6, 6, 101)
STEP = 1e-6


@pytest.mark.parametrize(("name", "bound", "at"), [("sigmoid", 0.25, 0.0), ("tanh", 1.0, 0.0), ("relu", 1.0, 2.0)])
def test_the_largest_slope_is_found(name: str, bound: float, at: float) -> None:
    assert ACTIVATIONS[name].bound == bound
    assert float(ACTIVATIONS[name].slope(np.float64(at))) == bound


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_slope_is_what_the_activation_changes_by(name: str) -> None:
    one, a = ACTIVATIONS[name], A[np.abs(A) > 1e-3]  # relu has a corner at 0
    np.testing.assert_allclose((one.bend(a + STEP) - one.bend(a - STEP)) / (2 * STEP), one.slope(a), atol=1e-8)
    assert (one.slope(a) <= one.bound).all()


def test_relu_lets_a_gradient_pass_whole_or_not_at_all() -> None:
    assert set(ACTIVATIONS["relu"].slope(A)) == {0.0, 1.0}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_and_slopes_are_those_of_keras(name: str) -> None:
    import keras
    import tensorflow as tf

    given = tf.constant(A)
    with tf.GradientTape() as tape:
        tape.watch(given)
        bent = getattr(keras.activations, name)(given)
    np.testing.assert_allclose(ACTIVATIONS[name].bend(A), bent, atol=1e-6)
    np.testing.assert_allclose(ACTIVATIONS[name].slope(A), tape.gradient(bent, given), atol=1e-5)
