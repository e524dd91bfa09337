"""How windows reach a network in batches. Runs in a worker only: imports TensorFlow.

Law: only the batch under way is ever copied out of the series.
"""

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.forecast.scaling import Scaled, Singles
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts
from rnn_core.forecast.windows import windows

Rows = npt.NDArray[np.int64]


def training_batches(
    spec: ForecastSpec, parts: Parts, scaled: Scaled
) -> tuple[tf.data.Dataset, tf.data.Dataset | None]:
    """Shuffled batches to learn from, and the last windows of the training part to watch, if any are kept back."""
    starts = np.arange(parts.train.start, parts.train.start + parts.train_windows)
    fit, kept_back = starts[: parts.fit_windows], starts[parts.train_windows - parts.validation_windows :]
    order = tf.data.Dataset.range(1).map(lambda _: _shuffled(len(fit))).unbatch().map(lambda i: i + parts.train.start)
    watched = tf.data.Dataset.from_tensor_slices(kept_back) if len(kept_back) else None
    return (
        _gather(order, parts.window, scaled, spec.batch_size),
        None if watched is None else _gather(watched, parts.window, scaled, spec.batch_size),
    )


def windows_before(parts: Parts, scaled: Scaled, rows: Rows) -> npt.NDArray[np.float32]:
    """The windows before `rows`, which may be one past the end: `(n, window, features)`."""
    return windows(scaled.inputs, parts.window)[rows - parts.window]


def _shuffled(count: int) -> tf.Tensor:
    """The order in which Keras' own `fit` goes through `count` rows of an array, the same in every epoch.

    Under a fixed seed the operation draws the same numbers as there, so that a plain Keras script repeats a run.
    """
    return tf.random.shuffle(tf.range(count, dtype=tf.int64))


def _gather(order: tf.data.Dataset, window: int, scaled: Scaled, batch_size: int) -> tf.data.Dataset:
    """Batches of windows `(batch, window, features)` and what is asked of each, `(batch, horizon)`."""
    inputs, target = _tensor(scaled.inputs), _tensor(scaled.target)
    offsets = tf.range(window, dtype=tf.int64)

    def gather(begin: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.gather(inputs, begin[:, None] + offsets), tf.gather(target, begin + window)

    return order.batch(batch_size).map(gather).prefetch(1)


def _tensor(values: Singles) -> tf.Tensor:
    return tf.constant(values, tf.float32)
