"""Feed: what a network learns from or is checked with, and in which order. Runs in a worker only: imports TensorFlow.

Law: only the batch under way is ever copied out of the series.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.forecast.scaling import Scaled
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts
from rnn_core.forecast.windows import windows

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Feed:
    """Tensors `inputs` `(rows, features)` and `target` `(rows, horizon)`, a row a time step.

    `order` `(n,)` names windows by the row that they begin at; each batch is the next `batch_size` of them.
    """

    inputs: tf.Tensor
    target: tf.Tensor
    order: tf.Tensor
    batch_size: int

    @property
    def batches(self) -> int:
        """How many batches there are, the last one perhaps not full."""
        return -(-int(self.order.shape[0]) // self.batch_size)


def feeds_of(spec: ForecastSpec, parts: Parts, scaled: Scaled) -> tuple[Feed, Feed | None]:
    """Windows to learn from, shuffled; and the last ones of the training part to check with, if any are kept back."""
    starts = np.arange(parts.train.start, parts.train.start + parts.train_windows)
    kept_back = starts[parts.train_windows - parts.validation_windows :]
    inputs, target = (tf.constant(one, tf.float32) for one in (scaled.inputs, scaled.target))
    learn, check = (
        Feed(inputs, target, tf.constant(order, tf.int64), spec.batch_size)
        for order in (starts[shuffled(parts.fit_windows)], kept_back)
    )
    return learn, check if len(kept_back) else None


def windows_before(parts: Parts, scaled: Scaled, rows: Rows) -> npt.NDArray[np.float32]:
    """The windows before `rows`, which may be one past the end: `(n, window, features)`."""
    return windows(scaled.inputs, parts.window)[rows - parts.window]


def shuffled(count: int) -> Rows:
    """The order in which Keras' own `fit` goes through `count` rows of an array, the same in every epoch.

    Under a fixed seed the operation draws the same numbers as there, so that a plain Keras script repeats a run.
    """
    order = tf.data.Dataset.range(1).map(lambda _: tf.random.shuffle(tf.range(count, dtype=tf.int64)))
    found: Rows = next(iter(order)).numpy()
    return found
