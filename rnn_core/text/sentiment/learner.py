"""Learner: a judge whose steps are compiled, many of them to a call. Runs in a worker only: imports TensorFlow.

Law: compiled once for its shape and used for all texts; nothing of one training is left for the next.
"""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.learning.compiled import Compiled
from rnn_core.text.sentiment.parts import Rows
from rnn_core.text.vocabulary import PADDING, Numbers

# Texts that are judged at once, where nothing is learnt.
_ASKED_AT_A_TIME = 256

Sums = tuple[tf.Tensor, tf.Tensor, tf.Tensor]
"""Of the batches so far: losses added up, texts that were judged rightly, and texts."""


@dataclass(frozen=True)
class Feed:
    """Tensors `numbers` `(rows, width)` and `labels` `(rows,)`; each batch is the next `batch_size` rows of `order`."""

    numbers: tf.Tensor
    labels: tf.Tensor
    order: tf.Tensor
    batch_size: int

    @classmethod
    def of(cls, numbers: Numbers, labels: Rows, order: Rows, batch_size: int) -> "Feed":
        """The rows of `numbers` and `labels` that `order` names, in that order."""
        return cls(tf.constant(numbers), tf.constant(labels), tf.constant(order, tf.int64), batch_size)

    @property
    def batches(self) -> int:
        """How many batches there are, the last one perhaps not full."""
        return -(-int(self.order.shape[0]) // self.batch_size)


class Learner:
    """Trains `network`, which reads numbers `(batch, words)`, by the cross entropy of its answers."""

    def __init__(self, network: keras.Model, optimizer: keras.Optimizer) -> None:
        self.network, self._optimizer = network, optimizer
        optimizer.build(network.trainable_variables)
        # What a fresh optimizer has, and every training begins with; each of its variables holds one number throughout.
        self._fresh = [keras.ops.convert_to_numpy(one.value).flat[0] for one in optimizer.variables]
        self._right = self._seen = 0
        number, row = tf.TensorSpec((), tf.int64), tf.TensorSpec((None,), tf.int64)
        asked = [tf.TensorSpec((None, None), tf.int32), row, row, number, number, number]
        self._learn = Compiled(_over(self._learn_batch), asked)
        self._check = Compiled(_over(self._check_batch), asked)
        self._say = Compiled(lambda numbers: network(_cut(numbers), training=False), asked[:1])

    def begin(self, like: keras.Model, learning_rate: float) -> None:
        """Forget all; take weights and the state of what is drawn at random from `like`, a fresh network."""
        for mine, theirs in zip(self.network.variables, like.variables, strict=True):
            mine.assign(theirs.value)
        for one, value in zip(self._optimizer.variables, self._fresh, strict=True):
            one.assign(keras.ops.full(one.shape, value, one.dtype))
        self._optimizer.learning_rate = learning_rate
        self.network.stop_training = False
        self._right = self._seen = 0

    @property
    def accuracy(self) -> float | None:
        """The share of texts that was judged rightly when all were last checked; `None` before that."""
        return self._right / self._seen if self._seen else None

    def learn(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """Learn from batches `first` to `last` (not included): their mean loss and how many texts they had."""
        loss, _, seen = self._sums(self._learn, feed, first, last)
        return loss / seen, round(seen)

    def check(self, feed: Feed, first: int, last: int) -> tuple[float, int]:
        """The same of batches that are not learnt from; `accuracy` counts from the first of them on."""
        loss, right, seen = self._sums(self._check, feed, first, last)
        before = (self._right, self._seen) if first else (0, 0)
        self._right, self._seen = before[0] + round(right), before[1] + round(seen)
        return loss / seen, round(seen)

    def say(self, numbers: Numbers) -> npt.NDArray[np.float64]:
        """The probabilities of the classes `(n, classes)` of texts in `numbers` `(n, width)`."""
        starts = range(0, len(numbers), _ASKED_AT_A_TIME)
        said = [self._say(tf.constant(numbers[start : start + _ASKED_AT_A_TIME])).numpy() for start in starts]
        return np.concatenate(said).astype(np.float64)

    def _sums(self, do: Compiled, feed: Feed, first: int, last: int) -> tuple[float, float, float]:
        numbers = (tf.constant(one, tf.int64) for one in (feed.batch_size, first, last))
        loss, right, seen = (float(one) for one in do(feed.numbers, feed.labels, feed.order, *numbers))
        return loss, right, seen

    def _learn_batch(self, numbers: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        weights = self.network.trainable_variables
        with tf.GradientTape() as tape:
            said = self.network(numbers, training=True)
            losses = keras.losses.sparse_categorical_crossentropy(labels, said)
            loss = tf.reduce_mean(losses)
        self._optimizer.apply(tape.gradient(loss, weights), weights)
        return losses, said

    def _check_batch(self, numbers: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        said = self.network(numbers, training=False)
        return keras.losses.sparse_categorical_crossentropy(labels, said), said


def _over(do: Callable[[tf.Tensor, tf.Tensor], tuple[tf.Tensor, tf.Tensor]]) -> Callable[..., Sums]:
    """A function that does `do` to each batch in turn: it gives the losses `(batch,)` and the answers."""

    def over(numbers: tf.Tensor, labels: tf.Tensor, order: tf.Tensor, *which: tf.Tensor) -> Sums:
        size, first, last = which

        def step(batch: tf.Tensor, loss: tf.Tensor, right: tf.Tensor, seen: tf.Tensor) -> tuple[tf.Tensor, ...]:
            rows = order[batch * size : (batch + 1) * size]
            asked = tf.gather(labels, rows)
            losses, said = do(_cut(tf.gather(numbers, rows)), asked)
            hits = tf.reduce_sum(tf.cast(tf.argmax(said, axis=1) == asked, tf.float32))
            return batch + 1, loss + tf.reduce_sum(losses), right + hits, seen + tf.cast(tf.size(rows), tf.float32)

        nothing = (first, tf.zeros(()), tf.zeros(()), tf.zeros(()))
        _, *sums = tf.while_loop(lambda batch, *_: batch < last, step, nothing, parallel_iterations=1)
        return tuple(sums)

    return over


def _cut(numbers: tf.Tensor) -> tf.Tensor:
    """`numbers` `(n, width)` no wider than their longest text: padding takes time and says nothing."""
    return numbers[:, : tf.reduce_max(tf.math.count_nonzero(numbers != PADDING, axis=1))]
