"""Learner: the steps of an encoder and a decoder, compiled, many to a call. Runs in a worker only: imports TensorFlow.

Law: compiled once for its shape and used for every training of that shape; nothing of one is left for the next.

With a teacher who does not tell every right letter (scheduled sampling: Bengio et al. 2015) each batch is gone through
twice, as Mihaylova and Martins (2019) do: in a first pass the network is told all right letters, and what it would have
written takes the place of some of them in the second, from which alone it learns.
"""

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

from rnn_core.learning.compiled import Compiled
from rnn_core.text.rewrite.falling import Falling
from rnn_core.text.rewrite.feed import Batches, Fresh
from rnn_core.text.rewrite.network import take_weights

Sums = tuple[tf.Tensor, tf.Tensor]
"""Losses of letters added up, and how many letters, of the batches so far."""


class Learner:
    """Trains `network`, see `build_learning`, at the rate `falling` that its optimizer has.

    `told_all`: no letter is ever other than the right one.
    """

    def __init__(self, network: keras.Model, falling: Falling, *, told_all: bool) -> None:
        self.network = network
        self._falling, self._told_all = falling, told_all
        network.optimizer.build(network.trainable_variables)
        # What a fresh optimizer has, and every training begins with; each of its variables holds one number throughout.
        self._fresh = [keras.ops.convert_to_numpy(one.value).flat[0] for one in network.optimizer.variables]
        number = tf.TensorSpec((), tf.int64)
        table, column = tf.TensorSpec((None, None), tf.int32), tf.TensorSpec((None,), tf.int32)
        asked = [table, column, table, table, column, tf.TensorSpec((None, None), tf.bool), number, number, number]
        self._learn = Compiled(_over(self._learn_batch), asked)
        self._check = Compiled(_over(self._check_batch), asked)

    def begin(self, like: keras.Model, *, learning_rate: float, steps: int) -> None:
        """Forget all; take the weights of `like`, a fresh network, for a training of so many `steps`."""
        take_weights(self.network, like)
        for one, value in zip(self.network.optimizer.variables, self._fresh, strict=True):
            one.assign(keras.ops.full(one.shape, value, one.dtype))
        self._falling.begin(learning_rate, steps)
        self.network.stop_training = False

    def learn(self, feed: Fresh | Batches, first: int, last: int) -> tuple[float, int]:
        """Learn from batches `first` to `last` (not included): their mean loss and how many letters they had."""
        return _call(self._learn, feed.epoch(first), first, last)

    def check(self, feed: Fresh | Batches, first: int, last: int) -> tuple[float, int]:
        """The same of batches that are not learnt from, always with the right letters before."""
        return _call(self._check, feed.epoch(first), first, last)

    def _learn_batch(self, read: Sums, before: tf.Tensor, forced: tf.Tensor, loss_of: Callable[..., Any]) -> Any:
        network = self.network
        said = before if self._told_all else self._mixed(read, before, forced)
        with tf.GradientTape() as tape:
            mean, total = loss_of(network([*read, said], training=True))
        weights = network.trainable_variables
        network.optimizer.apply(tape.gradient(mean, weights), weights)
        return total

    def _check_batch(self, read: Sums, before: tf.Tensor, _forced: tf.Tensor, loss_of: Callable[..., Any]) -> Any:
        return loss_of(self.network([*read, before], training=False))[1]

    def _mixed(self, read: Sums, before: tf.Tensor, forced: tf.Tensor) -> tf.Tensor:
        """The letters before, of which some are what the network would have written; the border is always right."""
        likeliest = tf.argmax(self.network([*read, before], training=False), axis=2, output_type=tf.int32)
        own = tf.concat([before[:, :1], likeliest[:, :-1]], axis=1)
        return tf.where(forced, before, own)


def _over(do: Callable[..., tf.Tensor]) -> Callable[..., Sums]:
    """A function that does `do` to each batch in turn, cut to its own longest question and answer."""

    def over(*tensors: tf.Tensor) -> Sums:
        *rows, size, first, last = tensors

        def step(batch: tf.Tensor, loss: tf.Tensor, seen: tf.Tensor) -> tuple[tf.Tensor, ...]:
            questions, lengths, before, wanted, counts, forced = (
                one[batch * size : (batch + 1) * size] for one in rows
            )
            steps = tf.reduce_max(counts)
            read = questions[:, : tf.reduce_max(lengths)], lengths
            total = do(read, before[:, :steps], forced[:, :steps], _loss_of(wanted[:, :steps], counts))
            return batch + 1, loss + total, seen + tf.reduce_sum(tf.cast(counts, tf.float32))

        nothing = (first, tf.zeros(()), tf.zeros(()))
        _, loss, seen = tf.while_loop(lambda batch, *_: batch < last, step, nothing, parallel_iterations=1)
        return loss, seen

    return over


def _loss_of(wanted: tf.Tensor, counts: tf.Tensor) -> Callable[[tf.Tensor], Sums]:
    """Cross entropy of logits in nats, a letter and added up; what follows an answer's end does not count."""

    def loss_of(logits: tf.Tensor) -> Sums:
        real = tf.sequence_mask(counts, tf.shape(wanted)[1], tf.float32)
        each = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=wanted, logits=logits)
        total = tf.reduce_sum(each * real)
        return total / tf.reduce_sum(real), total

    return loss_of


def _call(do: Compiled, batches: Batches, first: int, last: int) -> tuple[float, int]:
    numbers = (tf.constant(number, tf.int64) for number in (batches.batch_size, first, last))
    loss, seen = (float(one) for one in do(*batches.tensors, *numbers))
    return loss / seen, round(seen)
