"""Learner: a network whose steps are compiled, many of them to a call. Runs in a worker only: imports TensorFlow.

Law: compiled once for its shape and used for every series of that shape; nothing of one training is left for the next.
"""

import math
from collections.abc import Callable

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.forecast.feed import Feed
from rnn_core.forecast.scaling import Singles
from rnn_core.forecast.windows import ASKED_AT_A_TIME
from rnn_core.learning.compiled import Compiled

Rows = npt.NDArray[np.int64]

Sums = tuple[tf.Tensor, tf.Tensor]
"""Loss times windows, and windows, of the batches so far."""


class Learner:
    """Trains `network`, which is compiled and reads `(batch, window, features)`, on any series of as many features."""

    def __init__(self, network: keras.Model) -> None:
        self.network = network
        _, self._window, features = network.input_shape
        network.optimizer.build(network.trainable_variables)
        # What a fresh optimizer has, and every training begins with; each of its variables holds one number throughout.
        self._fresh = [keras.ops.convert_to_numpy(one.value).flat[0] for one in network.optimizer.variables]
        number, numbers = tf.TensorSpec((), tf.int64), tf.TensorSpec((None,), tf.int64)
        series = [tf.TensorSpec((None, width), tf.float32) for width in (features, network.output_shape[-1])]
        asked = [*series, numbers, number, number, number]
        self._learn = Compiled(self._over(self._learn_batch), asked)
        self._check = Compiled(self._over(self._check_batch), asked)
        windows = [tf.TensorSpec((None, self._window, features), tf.float32)]
        self._say = Compiled(lambda one: network(one, training=False), windows)

    @property
    def nbytes(self) -> int:
        """What weights and optimizer hold in memory; the graph adds some megabytes."""
        held = [*self.network.variables, *self.network.optimizer.variables]
        return sum(one.value.dtype.size * math.prod(one.shape) for one in held)

    def begin(self, like: keras.Model, learning_rate: float | None) -> None:
        """Forget all; take weights and the state of what is drawn at random from `like`, a fresh network.

        `learning_rate` is `None` where the optimizer has a schedule of its own.
        """
        for mine, theirs in zip(self.network.variables, like.variables, strict=True):
            mine.assign(theirs.value)
        for one, value in zip(self.network.optimizer.variables, self._fresh, strict=True):
            one.assign(keras.ops.full(one.shape, value, one.dtype))
        if learning_rate is not None:
            self.network.optimizer.learning_rate = learning_rate
        self.network.stop_training = False

    def learn(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """Learn from batches `first` to `last` (not included): their mean loss and how many windows they had."""
        return _mean(self._learn(feed.inputs, feed.target, feed.order, *_numbers(feed.batch_size, first, last)))

    def check(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """The same of batches that are not learnt from."""
        return _mean(self._check(feed.inputs, feed.target, feed.order, *_numbers(feed.batch_size, first, last)))

    def say(self, windows: Singles) -> Singles:
        """What the network says of `windows` `(n, window, features)`: `(n, horizon)`.

        Leaves no trace: cells with recurrent dropout draw random numbers even where they drop nothing. Curves are drawn
        when there is time for it, and that must not decide what is learnt next.
        """
        states = [(one, keras.ops.convert_to_numpy(one.value)) for one in self.network.non_trainable_variables]
        parts = range(0, len(windows), ASKED_AT_A_TIME)
        said = [self._say(tf.constant(windows[begin : begin + ASKED_AT_A_TIME])).numpy() for begin in parts]
        for one, before in states:
            one.assign(before)
        return np.concatenate(said) if said else np.empty((0, self.network.output_shape[-1]), np.float32)

    def _over(self, do: Callable[[tf.Tensor, tf.Tensor], tf.Tensor]) -> Callable[..., Sums]:
        """A function that does `do` to each batch in turn and adds up losses, weighted by windows as Keras does."""
        offsets = tf.range(self._window, dtype=tf.int64)

        def over(inputs: tf.Tensor, target: tf.Tensor, order: tf.Tensor, *numbers: tf.Tensor) -> Sums:
            size, first, last = numbers

            def step(batch: tf.Tensor, loss: tf.Tensor, seen: tf.Tensor) -> tuple[tf.Tensor, ...]:
                begin = order[batch * size : (batch + 1) * size]
                windows = tf.gather(inputs, begin[:, None] + offsets)  # (batch, window, features)
                count = tf.cast(tf.size(begin), tf.float32)
                loss += count * do(windows, tf.gather(target, begin + self._window))
                return batch + 1, loss, seen + count

            nothing = (first, tf.zeros(()), tf.zeros(()))
            _, loss, seen = tf.while_loop(lambda batch, *_: batch < last, step, nothing, parallel_iterations=1)
            return loss, seen

        return over

    def _learn_batch(self, windows: tf.Tensor, asked: tf.Tensor) -> tf.Tensor:
        network = self.network
        with tf.GradientTape() as tape:
            loss = network.compute_loss(x=windows, y=asked, y_pred=network(windows, training=True), training=True)
        weights = network.trainable_variables
        network.optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    def _check_batch(self, windows: tf.Tensor, asked: tf.Tensor) -> tf.Tensor:
        network = self.network
        return network.compute_loss(x=windows, y=asked, y_pred=network(windows, training=False), training=False)


def _numbers(*numbers: int) -> tuple[tf.Tensor, ...]:
    return tuple(tf.constant(number, tf.int64) for number in numbers)


def _mean(sums: Sums) -> tuple[float, int]:
    loss, seen = (float(one) for one in sums)
    return loss / seen, round(seen)
