"""Learner: a character model whose steps are compiled, many to a call. Runs in a worker only: imports TensorFlow.

Law: a stream's state goes on from piece to piece, within a call and between calls, and begins anew with each epoch; a
gradient never leaves its piece (truncated back-propagation through time, Williams and Peng 1990).
"""

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

from rnn_core.learning.compiled import Compiled
from rnn_core.text.write.feed import Feed
from rnn_core.text.write.network import build_network
from rnn_core.text.write.spec import WriteSpec

Did = tuple[tf.Tensor, list[tf.Tensor]]
"""The mean loss of a piece, and the states after it."""


class Learner:
    """Trains the network of `spec` for so many `symbols`, by Adam; an epoch has so many `batches`."""

    def __init__(self, spec: WriteSpec, symbols: int, *, batches: int, fast: bool) -> None:
        self.network = build_network(spec, symbols, fast=fast)
        self._optimizer = _optimizer(spec, batches)
        self._optimizer.build(self.network.trainable_variables)
        # Who fits looks at it; Keras sets it only where it compiles.
        self.network.stop_training = False
        self._units = spec.units
        self._states: list[tf.Tensor] = []
        number = tf.TensorSpec((), tf.int64)
        states = [tf.TensorSpec((None, spec.units), tf.float32) for _ in self.network.inputs[1:]]
        asked = [tf.TensorSpec((None, None), tf.int32), number, number, number, *states]
        self._learn = Compiled(_over(self._learn_piece), asked)
        self._check = Compiled(_over(self._check_piece), asked)

    def learn(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """Learn from pieces `first` to `last` (not included): the mean loss in nats, and of how many characters."""
        return self._go_on(self._learn, feed, first, last)

    def check(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """The same of pieces that are not learnt from."""
        return self._go_on(self._check, feed, first, last)

    def _go_on(self, do: Compiled, feed: Feed, first: int, last: int) -> tuple[float, int]:
        if first == 0:
            self._states = [tf.zeros((feed.streams.shape[0], self._units)) for _ in self.network.inputs[1:]]
        numbers = (tf.constant(number, tf.int64) for number in (feed.batches, first, last))
        loss, seen, *self._states = do(feed.streams, *numbers, *self._states)
        return float(loss / seen), round(float(seen))

    def _learn_piece(self, read: tf.Tensor, asked: tf.Tensor, states: list[tf.Tensor]) -> Did:
        weights = self.network.trainable_variables
        with tf.GradientTape() as tape:
            logits, *after = self.network([read, *states], training=True)
            loss = _loss(logits, asked)
        # The embedding's gradient comes as the rows that were read; the optimizer is to see all.
        gradients = [tf.convert_to_tensor(one) for one in tape.gradient(loss, weights)]
        self._optimizer.apply(gradients, weights)
        return loss, after

    def _check_piece(self, read: tf.Tensor, asked: tf.Tensor, states: list[tf.Tensor]) -> Did:
        logits, *after = self.network([read, *states], training=False)
        return _loss(logits, asked), after


def _optimizer(spec: WriteSpec, batches: int) -> keras.Optimizer:
    rate = spec.learning_rate
    if spec.schedule == "cosine":
        rate = keras.optimizers.schedules.CosineDecay(rate, decay_steps=spec.epochs * batches)
    return keras.optimizers.Adam(rate, global_clipnorm=spec.clip_norm or None)


def _loss(logits: tf.Tensor, asked: tf.Tensor) -> tf.Tensor:
    """The mean cross entropy, in nats per character."""
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=asked, logits=logits))


def _over(do: Callable[[tf.Tensor, tf.Tensor, list[tf.Tensor]], Did]) -> Callable[..., Any]:
    """A function that does `do` to each piece in turn and adds up losses, weighted by characters."""

    def over(streams: tf.Tensor, pieces: tf.Tensor, first: tf.Tensor, last: tf.Tensor, *states: tf.Tensor) -> Any:
        steps = tf.shape(streams, tf.int64)[1] - 1

        def step(piece: tf.Tensor, total: tf.Tensor, seen: tf.Tensor, *before: tf.Tensor) -> list[tf.Tensor]:
            begin, end = piece * steps // pieces, (piece + 1) * steps // pieces
            loss, after = do(streams[:, begin:end], streams[:, begin + 1 : end + 1], list(before))
            count = tf.cast(tf.size(streams[:, begin:end]), tf.float32)
            return [piece + 1, total + count * loss, seen + count, *after]

        nothing = [first, tf.zeros(()), tf.zeros(()), *states]
        return tf.while_loop(lambda piece, *_: piece < last, step, nothing, parallel_iterations=1)[1:]

    return over
