"""Did a network learn anything at all? Pure."""

import math
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.judge.metrics import rmse

Floats = npt.NDArray[np.float64]
Failure = Literal["diverged", "flat", "worse than the mean"]

# A forecast that varies less than this share of the real values says the same everywhere.
_HARDLY_VARIES = 0.05
# A forecast so many times larger than all real values has lost itself.
_BEYOND = 1e6


def failure(actual: Floats, predicted: Floats, naive: Floats, *, train_mean: float) -> Failure | None:
    """Why `predicted` is no result at all, None where it is one; all of shape `(rows,)`.

    "diverged": its numbers are no numbers, or beyond all that are real. "flat": it hardly varies though the real values
    do. "worse than the mean": always saying `train_mean`, the mean of the training part, would have been closer. The
    last two count only where the naive line is closer as well: of pure noise nothing better can be said than its mean.

    >>> failure(np.array([1.0, 2.0, 3.0]), np.full(3, 9.0), np.array([0.0, 1.0, 2.0]), train_mean=0.0)
    'flat'
    """
    if not np.isfinite(predicted).all() or _largest(predicted) > _BEYOND * max(_largest(actual), 1.0):
        return "diverged"
    miss = rmse(actual, predicted)
    if not miss > rmse(actual, naive):
        return None
    if predicted.std() < _HARDLY_VARIES * actual.std():
        return "flat"
    if math.isfinite(train_mean) and miss > rmse(actual, np.full(len(actual), train_mean)):
        return "worse than the mean"
    return None


def _largest(values: Floats) -> float:
    return float(np.abs(values).max(initial=0.0))
