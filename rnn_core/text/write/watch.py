"""The watch of a character model: it also lets it write now and then. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnn_core.learning.watch import Leisure, Watch
from rnn_core.text.events import Sampled

# More often, nobody could read it.
SECONDS_BETWEEN_SAMPLES = 3.0


class SampleWatch(Watch):
    """A `Watch` over `epochs` that tells what `draw` writes with the weights of that moment; all is kept in `samples`.

    Samples are drawn as the clock allows, and leave no trace in what is learnt.
    """

    def __init__(self, *, epochs: int, draw: Callable[[], str], **watch: Any) -> None:
        super().__init__(**watch)
        self.samples: list[Sampled] = []
        self._show: Callable[[Sampled], None] = watch["on_event"]
        self._epochs, self._draw = epochs, draw
        self._leisure = Leisure(SECONDS_BETWEEN_SAMPLES)
        self._done = 0

    def begin(self) -> None:
        """No time has been spent on writing."""
        self._leisure.begin()

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Count what is done."""
        self._done = len(self.history) * self._batches + batch + 1
        super().on_train_batch_end(batch, logs)

    def more(self, epoch: int) -> dict[str, Any]:
        """A sample after the first epoch always, later ones if there is time."""
        if epoch == 1 or self._leisure.has_time():
            self._sample()
        return {}

    def meanwhile(self) -> None:
        """A sample if there is time."""
        if self._leisure.has_time():
            self._sample()

    def end(self) -> None:
        """A last one, by the network that is kept."""
        self._sample()

    def _sample(self) -> None:
        if self._done == 0 or not np.isfinite(self._loss):
            return
        with self._leisure.spent():
            text = self._draw()
        if text:
            self.samples.append(Sampled(text, self._done / (self._epochs * self._batches), self.seconds))
            self._show(self.samples[-1])
