"""The watch of a forecast: it also draws prediction curves. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnn_core.forecast.run import MOST_FRAMES, Frame
from rnn_core.learning.watch import Leisure, Watch

# Drawing faster than this shows nothing more to the eye and costs the training time.
SECONDS_BETWEEN_CURVES = 0.4

Curve = tuple[float, ...]


def frame_epochs(epochs: int) -> frozenset[int]:
    """The epochs (counted from 1) whose curve is kept for later: the first, the last, and some in between.

    More of them from the beginning, where most happens.

    >>> sorted(frame_epochs(5))
    [1, 2, 3, 4, 5]
    """
    return frozenset(np.geomspace(1, epochs, MOST_FRAMES).round().astype(int).tolist())


class CurveWatch(Watch):
    """A `Watch` over `epochs` that asks `draw` for the newest prediction curve; curves for later are its `frames`."""

    def __init__(self, *, epochs: int, draw: Callable[[], Curve], **watch: Any) -> None:
        super().__init__(**watch)
        self.frames: list[Frame] = []
        self._kept_epochs, self._draw = frame_epochs(epochs), draw
        self._leisure = Leisure(SECONDS_BETWEEN_CURVES)

    def begin(self) -> None:
        """No time has been spent on drawing."""
        self._leisure.begin()

    def more(self, epoch: int) -> dict[str, Any]:
        """The curve after `epoch`: the first always, later ones if they are to be kept or there is time for them."""
        kept = epoch in self._kept_epochs
        if not kept and not self._leisure.has_time():
            return {}
        with self._leisure.spent():
            curve = self._draw()
        if kept:
            self.frames.append(Frame(epoch, np.array(curve)))
        return {"curve": curve}

    def end(self) -> None:
        """Keep the last curve, also of a training that ended early."""
        if self.history and not self.stopped and self.frames[-1].epoch != len(self.history):
            self.frames.append(Frame(len(self.history), np.array(self._draw())))
