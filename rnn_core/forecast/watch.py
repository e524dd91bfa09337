"""Watch: what tells the outside how a training goes, and ends it where asked. Runs in a worker only: imports Keras."""

import time
from collections.abc import Callable

import keras
import numpy as np

from rnn_core.forecast.events import BatchDone, EpochDone, OnEvent

# Telling or drawing faster than this shows nothing more to the eye and costs the training time.
SECONDS_BETWEEN_CURVES = 0.4
SECONDS_BETWEEN_BATCHES = 0.25


class Watch(keras.callbacks.Callback):
    """Keeps the history of a training of `batches` batches an epoch, and tells it to `on_event`.

    `draw` gives the newest prediction curve; `should_stop` is asked after batches and epochs.
    """

    def __init__(
        self,
        *,
        batches: int,
        on_event: OnEvent,
        should_stop: Callable[[], bool],
        draw: Callable[[], tuple[float, ...]],
    ) -> None:
        super().__init__()
        self.history: list[EpochDone] = []
        self.stopped = False
        self._batches, self._tell, self._should_stop, self._draw = batches, on_event, should_stop, draw
        self._began = self._told = self._drew = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since training began."""
        return time.monotonic() - self._began

    @property
    def lost(self) -> bool:
        """Whether the loss grew beyond all numbers: what such a network still predicts means nothing."""
        return bool(self.history) and not np.isfinite(self.history[-1].loss)

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Start the clock: building the network is not training."""
        self._began = self._told = self._drew = time.monotonic()

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of a batch, if the last word is old enough."""
        if time.monotonic() - self._told < SECONDS_BETWEEN_BATCHES:
            return
        self._told = time.monotonic()
        share = (batch + 1) / self._batches
        self._tell(BatchDone(len(self.history) + 1, share, float((logs or {})["loss"]), self.seconds))
        self._end_if_asked()

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of an epoch, with a fresh curve now and then; a loss that is no number any more ends the training."""
        if self.stopped:
            return  # in its middle: Keras calls this all the same
        seen = logs or {}
        validation = float(seen["val_loss"]) if "val_loss" in seen else None
        done = EpochDone(epoch + 1, float(seen["loss"]), validation, self.seconds, self._curve())
        self.history.append(EpochDone(done.epoch, done.loss, done.validation_loss, done.seconds))
        self._told = time.monotonic()
        self._tell(done)
        if self.lost:
            self.model.stop_training = True
        self._end_if_asked()

    def _end_if_asked(self) -> None:
        if self._should_stop():
            self.stopped = True
            self.model.stop_training = True

    def _curve(self) -> tuple[float, ...]:
        """The first epoch always has a curve, later ones if the last is old enough."""
        if self.history and time.monotonic() - self._drew < SECONDS_BETWEEN_CURVES:
            return ()
        curve = self._draw()
        self._drew = time.monotonic()
        return curve
