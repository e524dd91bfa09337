"""What all contestants train: 125 units, a window of 60, batches of 32, RMSprop; 1199 windows of one series of prices.

Pure NumPy, so that it runs wherever a contestant does.
"""

import sys
from pathlib import Path

import numpy as np

WINDOW, UNITS, BATCH = 60, 125, 32


class Material:
    """Training windows `x` `(n, 60, 1)` with targets `y` `(n, 1)`, and test windows with their true prices."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as prices:
            train, test = prices["train"], prices["test"]
        self._low, self._high = train.min(), train.max()
        self.x, self.y = windows(self._scale(train))
        self.x_test, _ = windows(self._scale(np.concatenate([train[-WINDOW:], test])))
        self._test = test

    def rmse(self, said: np.ndarray) -> float:
        """Of scaled predictions of the test prices, in the prices' own unit."""
        predicted = said.ravel() * (self._high - self._low) + self._low
        return float(np.sqrt(np.mean((predicted - self._test) ** 2)))

    def _scale(self, prices: np.ndarray) -> np.ndarray:
        return ((prices - self._low) / (self._high - self._low)).astype("float32")


def windows(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    view = np.lib.stride_tricks.sliding_window_view(values, WINDOW)[:-1]
    return np.ascontiguousarray(view)[:, :, None], values[WINDOW:, None]


def arguments() -> tuple[Path, int, int, list[str]]:
    """What a contestant is called with: file of prices, epochs, seed, and more."""
    file, epochs, seed, *more = sys.argv[1:]
    return Path(file), int(epochs), int(seed), more
