"""Watch: what tells the outside how a training goes, and ends it where asked. Runs in a worker only: imports Keras."""

import time
from collections.abc import Callable

import keras
import numpy as np

from rnn_core.forecast.events import BatchDone, EpochDone, OnEvent
from rnn_core.forecast.run import MOST_FRAMES, Frame

# Telling or drawing faster than this shows nothing more to the eye and costs the training time.
SECONDS_BETWEEN_CURVES = 0.4
SECONDS_BETWEEN_BATCHES = 0.25
# What drawing may take of the time since training began; curves that are kept for later are drawn all the same.
LARGEST_SHARE = 0.1


def frame_epochs(epochs: int) -> frozenset[int]:
    """The epochs (counted from 1) whose curve is kept for later: the first, the last, and some in between.

    More of them from the beginning, where most happens.

    >>> sorted(frame_epochs(5))
    [1, 2, 3, 4, 5]
    """
    return frozenset(np.geomspace(1, epochs, MOST_FRAMES).round().astype(int).tolist())


class Watch(keras.callbacks.Callback):
    """Keeps the history of a training of `epochs` of `batches` batches each, and tells it to `on_event`.

    `draw` gives the newest prediction curve; `should_stop` is asked after batches and epochs.
    """

    def __init__(
        self,
        *,
        epochs: int,
        batches: int,
        on_event: OnEvent,
        should_stop: Callable[[], bool],
        draw: Callable[[], tuple[float, ...]],
    ) -> None:
        super().__init__()
        self.history: list[EpochDone] = []
        self.frames: list[Frame] = []
        self.stopped = False
        self._kept_epochs = frame_epochs(epochs)
        self._batches, self._tell, self._should_stop, self._draw = batches, on_event, should_stop, draw
        self._began = self._told = self._drew = time.monotonic()
        self._drawing = 0.0
        self._loss = float("nan")

    @property
    def seconds(self) -> float:
        """Since training began."""
        return time.monotonic() - self._began

    def lost(self, epoch: int) -> bool:
        """Whether the loss of `epoch` (from 1) is no number: what such a network still predicts means nothing."""
        return 0 < epoch <= len(self.history) and not np.isfinite(self.history[epoch - 1].loss)

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Start the clock: building the network is not training."""
        self._began = self._told = self._drew = time.monotonic()

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of a batch, if the last word is old enough."""
        self._loss = float((logs or {})["loss"])
        self._tell_now_and_then((batch + 1) / self._batches)

    def on_test_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Tell that it goes on: an epoch is learnt, and its validation may take a while."""
        self._tell_now_and_then(1.0)

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Tell of an epoch, with a fresh curve now and then; a loss that is no number any more ends the training."""
        seen = logs or {}
        validation = float(seen["val_loss"]) if "val_loss" in seen else None
        done = EpochDone(epoch + 1, float(seen["loss"]), validation, self.seconds, self._curve(epoch + 1))
        self.history.append(EpochDone(done.epoch, done.loss, done.validation_loss, done.seconds))
        self._told = time.monotonic()
        self._tell(done)
        if self.lost(epoch + 1):
            self.model.stop_training = True
        self._end_if_asked()

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Keep the last curve, also of a training that ended early."""
        if self.history and not self.stopped and self.frames[-1].epoch != len(self.history):
            self.frames.append(Frame(len(self.history), np.array(self._draw())))

    def _tell_now_and_then(self, share: float) -> None:
        if time.monotonic() - self._told < SECONDS_BETWEEN_BATCHES:
            return
        self._told = time.monotonic()
        self._tell(BatchDone(len(self.history) + 1, share, self._loss, self.seconds))
        self._end_if_asked()

    def _end_if_asked(self) -> None:
        if self._should_stop():
            self.stopped = True
            self.model.stop_training = True

    def _curve(self, epoch: int) -> tuple[float, ...]:
        """The curve after `epoch`: the first always, later ones if they are to be kept or there is time for them."""
        kept = epoch in self._kept_epochs
        if not kept and not self._has_time_to_draw():
            return ()
        began = time.monotonic()
        curve = self._draw()
        self._drew = time.monotonic()
        self._drawing += self._drew - began
        if kept:
            self.frames.append(Frame(epoch, np.array(curve)))
        return curve

    def _has_time_to_draw(self) -> bool:
        old = time.monotonic() - self._drew >= SECONDS_BETWEEN_CURVES
        return old and self._drawing <= LARGEST_SHARE * self.seconds
