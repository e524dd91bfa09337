"""Watch: what tells the outside how a training goes, and ends it where asked. Runs in a worker only: imports Keras."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from rnn_core.learning.events import BatchDone, EpochDone, OnEvent

# Telling faster than this shows nothing more to the eye and costs the training time.
SECONDS_BETWEEN_BATCHES = 0.25
# What drawing may take of the time since training began.
LARGEST_SHARE = 0.1


class Leisure:
    """Whether there is time for a new picture: `pause` seconds after the last one, and for a tenth of all time."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self.begin()

    def begin(self) -> None:
        """Training begins now."""
        self._began = self._drew = time.monotonic()
        self._drawing = 0.0

    def has_time(self) -> bool:
        """Whether drawing may begin."""
        now = time.monotonic()
        return now - self._drew >= self._pause and self._drawing <= LARGEST_SHARE * (now - self._began)

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Around the drawing."""
        began = time.monotonic()
        yield
        self._drew = time.monotonic()
        self._drawing += self._drew - began


class Watch(keras.callbacks.Callback):
    """Keeps the history of a training of `batches` batches an epoch, and tells it to `on_event`.

    `should_stop` is asked after batches and epochs. What a kind of work shows besides, it adds in `begin`, `more`,
    `meanwhile` and `end`.
    """

    def __init__(self, *, batches: int, on_event: OnEvent, should_stop: Callable[[], bool]) -> None:
        super().__init__()
        self.history: list[EpochDone] = []
        self.stopped = False
        self._batches, self._tell, self._should_stop = batches, on_event, should_stop
        self._began = self._told = time.monotonic()
        self._loss = float("nan")

    @property
    def seconds(self) -> float:
        """Since training began."""
        return time.monotonic() - self._began

    def lost(self, epoch: int) -> bool:
        """Whether the loss of `epoch` (from 1) is no number: what such a network still predicts means nothing."""
        return 0 < epoch <= len(self.history) and not np.isfinite(self.history[epoch - 1].loss)

    def begin(self) -> None:
        """The clock runs."""

    def more(self, epoch: int) -> dict[str, Any]:  # noqa: ARG002
        """What is told of `epoch` (counted from 1) beside its losses, as fields of `EpochDone`."""
        return {}

    def meanwhile(self) -> None:
        """Within an epoch, after each word of it."""

    def end(self) -> None:
        """All epochs are over, or a stop was asked for."""

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Start the clock: building the network is not training."""
        self._began = self._told = time.monotonic()
        self.begin()

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of a batch, if the last word is old enough."""
        self._loss = float((logs or {})["loss"])
        self._tell_now_and_then((batch + 1) / self._batches)

    def on_test_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Tell that it goes on: an epoch is learnt, and its validation may take a while."""
        self._tell_now_and_then(1.0)

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of an epoch; a loss that is no number any more ends the training."""
        seen = logs or {}
        validation = float(seen["val_loss"]) if "val_loss" in seen else None
        done = EpochDone(epoch + 1, float(seen["loss"]), validation, self.seconds, **self.more(epoch + 1))
        # Curves are kept apart: a thousand of them would make a history heavy.
        self.history.append(replace(done, curve=()))
        self._told = time.monotonic()
        self._tell(done)
        if self.lost(epoch + 1):
            self.model.stop_training = True
        self._end_if_asked()

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """The last word."""
        self.end()

    def _tell_now_and_then(self, share: float) -> None:
        if time.monotonic() - self._told < SECONDS_BETWEEN_BATCHES:
            return
        self._told = time.monotonic()
        self._tell(BatchDone(len(self.history) + 1, share, self._loss, self.seconds))
        self.meanwhile()
        self._end_if_asked()

    def _end_if_asked(self) -> None:
        if self._should_stop():
            self.stopped = True
            self.model.stop_training = True
