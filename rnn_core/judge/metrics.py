"""Errors of a forecast in the series' own unit: arrays in, one number out. Pure.

Every function takes `actual` and `predicted`, both of shape `(rows,)`, and gives `nan` where the score does not exist.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Real values below this share of their mean make a percentage meaningless.
_NEAR_ZERO = 0.05


def mse(actual: Floats, predicted: Floats) -> float:
    """Mean squared error, in the unit squared.

    >>> mse(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    2.0
    """
    return float(np.mean((actual - predicted) ** 2)) if _can_score(actual, predicted) else float("nan")


def rmse(actual: Floats, predicted: Floats) -> float:
    """Root of the mean squared error, in the series' unit: a typical miss, large misses counting more.

    >>> rmse(np.array([0.0, 0.0]), np.array([3.0, 3.0]))
    3.0
    """
    return float(np.sqrt(mse(actual, predicted)))


def mae(actual: Floats, predicted: Floats) -> float:
    """Mean absolute error, in the series' unit: the average miss.

    >>> mae(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    1.0
    """
    return float(np.mean(np.abs(actual - predicted))) if _can_score(actual, predicted) else float("nan")


def mape(actual: Floats, predicted: Floats) -> float:
    """Mean absolute error as a share of the real value; none where a real value is near zero or below.

    >>> mape(np.array([10.0, 20.0]), np.array([11.0, 22.0]))
    0.1
    """
    if not _can_score(actual, predicted) or not actual.min() > _NEAR_ZERO * np.abs(actual).mean():
        return float("nan")
    return float(np.mean(np.abs((actual - predicted) / actual)))


def r2(actual: Floats, predicted: Floats) -> float:
    """The share of the real values' variance that is explained: 1 is perfect, 0 as good as their mean, below 0 worse.

    >>> r2(np.array([1.0, 2.0, 3.0]), np.array([2.0, 2.0, 2.0]))
    0.0
    """
    if not _can_score(actual, predicted) or len(actual) < 2 or np.ptp(actual) == 0:
        return float("nan")
    return float(1 - np.mean((actual - predicted) ** 2) / actual.var())


def _can_score(actual: Floats, predicted: Floats) -> bool:
    return len(actual) > 0 and bool(np.isfinite(actual).all() and np.isfinite(predicted).all())
