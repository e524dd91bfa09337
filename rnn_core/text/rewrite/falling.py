"""Falling: a learning rate that goes down to 0 over a training. Runs in a worker only: imports TensorFlow."""

import math
from typing import Any

import keras
import tensorflow as tf


class Falling(keras.optimizers.schedules.LearningRateSchedule):
    """Half a cosine from `highest` to 0 over `steps` (Loshchilov and Hutter 2017, without restarts).

    As Keras' `CosineDecay`, but both are variables, so that what is compiled once serves trainings of any length.
    """

    def __init__(self) -> None:
        self._highest, self._steps = (tf.Variable(1.0, trainable=False) for _ in range(2))

    def begin(self, highest: float, steps: int) -> None:
        """A training of so many `steps` begins."""
        self._highest.assign(highest)
        self._steps.assign(steps)

    def __call__(self, step: Any) -> Any:
        """The rate of `step`, counted from 0."""
        share = tf.minimum(tf.cast(step, tf.float32) / self._steps, 1.0)
        return self._highest * (1 + tf.cos(math.pi * share)) / 2

    def get_config(self) -> dict[str, Any]:
        """Nothing decides what it is but `begin`."""
        return {}
