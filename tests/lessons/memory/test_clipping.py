"""Clipping: what it does to a gradient, and to gradient descent on a cliff."""

import numpy as np
import pytest

from rnn_core.lessons.memory.clipping import WANTED, clipped, descend, loss_at, slope_at


def test_a_long_gradient_is_cut_to_the_limit_and_keeps_its_direction() -> None:
    gradient = np.array([3.0, -4.0, 12.0])  # of length 13
    cut = clipped(gradient, 2.0)
    assert np.linalg.norm(cut) == pytest.approx(2.0)
    np.testing.assert_allclose(cut / 2.0, gradient / 13.0)


def test_a_short_gradient_stays_as_it_is() -> None:
    np.testing.assert_array_equal(clipped(np.array([0.3, 0.4]), 0.5), [0.3, 0.4])
    np.testing.assert_array_equal(clipped(np.zeros(2), 0.5), [0.0, 0.0])


def test_clipping_is_that_of_keras() -> None:
    import keras
    import tensorflow as tf

    gradient = np.random.default_rng(2).normal(size=7)
    optimizer = keras.optimizers.SGD(learning_rate=1.0, global_clipnorm=1.5)
    weights = tf.Variable(np.zeros(7))
    optimizer.apply([tf.constant(gradient)], [weights])
    np.testing.assert_allclose(-weights.numpy(), clipped(gradient, 1.5), rtol=1e-6)


@pytest.mark.parametrize("steps", [5, 12, 30])
def test_the_slope_of_the_cliff_is_what_the_loss_changes_by(steps: int) -> None:
    w = np.linspace(0.5, 1.3, 9)
    differences = (loss_at(w + 1e-7, steps) - loss_at(w - 1e-7, steps)) / 2e-7
    np.testing.assert_allclose(slope_at(w, steps), differences, rtol=1e-4, atol=1e-6)


def test_one_step_without_clipping_flies_off_and_with_clipping_the_best_weight_is_found() -> None:
    free, held = (descend(1.3, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    assert free.flew_off
    assert len(free.weights) == 2
    assert free.weights[1] < -50
    assert not held.flew_off
    assert held.weights[-1] == pytest.approx(WANTED ** (1 / 12), abs=1e-3)
    assert np.abs(np.diff(held.weights)).max() <= 0.02 + 1e-12


def test_on_the_flat_side_both_go_the_same_way() -> None:
    free, held = (descend(0.7, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    np.testing.assert_allclose(free.weights, held.weights)


def test_a_limit_too_wide_does_not_help() -> None:
    assert descend(1.5, 30, rate=0.05, limit=1000.0).flew_off
