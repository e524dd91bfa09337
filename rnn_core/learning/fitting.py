"""Fitting: epoch after epoch, in calls that are as long as a person's patience allows. Runs in a worker only."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import keras

from rnn_core.learning import watch as watching


class Feed(Protocol):
    """What is learnt from, cut into `batches`."""

    @property
    def batches(self) -> int:
        """How many they are."""


class Learner(Protocol):
    """What learns: it goes through batches `first` to `last` (not included) of a feed of its own kind.

    Both ways tell the mean loss, and of how many examples it is.
    """

    network: keras.Model

    def learn(self, feed: Any, first: int, last: int) -> tuple[float, int]:
        """Learn from them."""

    def check(self, feed: Any, first: int, last: int) -> tuple[float, int]:
        """The same without learning."""


Do = Callable[[Any, int, int], tuple[float, int]]
Tell = Callable[[int, dict[str, float]], None]
"""Tells callbacks of the last batch that is done."""


class Pace:
    """How many batches one call to TensorFlow takes on, so that news still come in time."""

    def __init__(self) -> None:
        self._calls = 0
        self._seconds_per_batch = 0.0

    def batches(self, left: int) -> int:
        """At most `left`. One in the first two calls: the first may have to compile and says nothing of others."""
        if self._calls < 2:
            return 1
        # Half the time between two words: those that come too early are not said.
        wanted = watching.SECONDS_BETWEEN_BATCHES / 2 / self._seconds_per_batch
        return max(1, int(min(left, wanted)))

    @contextmanager
    def measured(self, batches: int) -> Iterator[None]:
        """Around a call that takes on so many `batches`."""
        began = time.perf_counter()
        yield
        self._calls += 1
        self._seconds_per_batch = (time.perf_counter() - began) / batches


def fit(
    learner: Learner,
    feed: Feed,
    *,
    kept_back: Feed | None,
    epochs: int,
    callbacks: list[keras.callbacks.Callback],
) -> None:
    """Learn from `feed` for so many `epochs`, check with `kept_back` after each, as Keras' own `fit` does.

    `callbacks` hear of calls and epochs, and may end the training through `stop_training` as they do there; of an epoch
    that is ended in its middle they do not hear.
    """
    network = learner.network
    learning, checking = Pace(), Pace()
    told = keras.callbacks.CallbackList(callbacks, model=network)
    told.on_train_begin()
    for epoch in range(epochs):
        told.on_epoch_begin(epoch)
        logs = {"loss": _through(network, learner.learn, feed, learning, told.on_train_batch_end)}
        if kept_back is not None:
            logs["val_loss"] = _through(network, learner.check, kept_back, checking, told.on_test_batch_end)
        if network.stop_training:
            break
        told.on_epoch_end(epoch, logs)
        if network.stop_training:
            break
    told.on_train_end()


def _through(network: keras.Model, do: Do, feed: Feed, pace: Pace, tell: Tell) -> float:
    """All of `feed`, or as much of it as is wanted; the mean loss of its examples."""
    done, seen, total = 0, 0, 0.0
    while done < feed.batches and not network.stop_training:
        batches = pace.batches(feed.batches - done)
        with pace.measured(batches):
            loss, count = do(feed, done, done + batches)
        done, seen, total = done + batches, seen + count, total + loss * count
        tell(done - 1, {"loss": total / seen})
    return total / seen if seen else math.nan
