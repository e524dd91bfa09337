"""Scores of a judge of texts: how often it is right, how evenly, and whether it knows how sure it may be. Pure.

Labels `(n,)` count the classes from 0; probabilities are `(n, classes)`.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.int64]
Probabilities = npt.NDArray[np.float64]

BINS = 10
# Nineteen of twenty intervals made in this way hold the truth.
_Z = 1.959963984540054


@dataclass(frozen=True)
class Bin:
    """The answers given with a confidence above `low` up to `high`: how many, how sure they were and how many right.

    `confidence` and `accuracy` are means, no numbers in an empty bin.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True)
class Scores:
    """How well texts were judged: shares of 1, `nan` where there is nothing to score.

    `interval` is where the accuracy may lie on other texts of the same kind (95 %). `confusion[i][j]` counts texts of
    class i that were taken for class j. `calibration_error` is the mean gap between confidence and accuracy.
    """

    accuracy: float
    interval: tuple[float, float]
    macro_f1: float
    confusion: tuple[tuple[int, ...], ...]
    bins: tuple[Bin, ...]
    calibration_error: float


NO_SCORES = Scores(math.nan, (math.nan, math.nan), math.nan, (), (), math.nan)
"""Of a network whose numbers were lost."""


def score(labels: Labels, probabilities: Probabilities) -> Scores:
    """The scores of `probabilities` for texts with these `labels`."""
    if not len(labels) or not np.isfinite(probabilities).all():
        return NO_SCORES
    confusion = confusion_of(labels, probabilities)
    bins = reliability(labels, probabilities)
    right = int(np.trace(confusion))
    return Scores(
        accuracy=right / len(labels),
        interval=wilson(right, len(labels)),
        macro_f1=macro_f1(confusion),
        confusion=tuple(tuple(row) for row in confusion.tolist()),
        bins=bins,
        calibration_error=calibration_error(bins),
    )


def confusion_of(labels: Labels, probabilities: Probabilities) -> Labels:
    """How many texts of each class (rows) were taken for each class (columns).

    >>> confusion_of(np.array([0, 1, 1]), np.array([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]])).tolist()
    [[1, 0], [1, 1]]
    """
    classes = probabilities.shape[1]
    pairs = labels * classes + probabilities.argmax(axis=1)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def macro_f1(confusion: Labels) -> float:
    """The mean over the classes of F1 = 2 TP / (2 TP + FP + FN); a class that is neither there nor named counts 0.

    >>> macro_f1(np.array([[1, 1], [0, 2]]))  # 2/3 and 4/5
    0.7333333333333334
    """
    true = np.diag(confusion)
    named = confusion.sum(axis=0) + confusion.sum(axis=1)
    return float(np.mean(2 * true / np.maximum(named, 1)))


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share of which `right` of `count` were seen (Wilson 1927).

    >>> [round(one, 4) for one in wilson(8, 10)]
    [0.4902, 0.9433]
    """
    share, z2 = right / count, _Z * _Z
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z / (1 + z2 / count) * math.sqrt(share * (1 - share) / count + z2 / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def reliability(labels: Labels, probabilities: Probabilities) -> tuple[Bin, ...]:
    """Answers by their confidence, the largest probability, in bins of equal width (Guo et al. 2017, figure 1)."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    places = np.clip(np.ceil(confidence * BINS).astype(int) - 1, 0, BINS - 1)
    return tuple(_bin(place, confidence[places == place], right[places == place]) for place in range(BINS))


def calibration_error(bins: tuple[Bin, ...]) -> float:
    """The expected calibration error: gaps between accuracy and confidence by size of bin (Guo et al. 2017, eq. 3)."""
    filled = [one for one in bins if one.count]
    total = sum(one.count for one in filled)
    return sum(one.count * abs(one.accuracy - one.confidence) for one in filled) / total


def _bin(place: int, confidence: Probabilities, right: npt.NDArray[np.bool_]) -> Bin:
    low, high = place / BINS, (place + 1) / BINS
    if not len(right):
        return Bin(low, high, 0, math.nan, math.nan)
    return Bin(low, high, len(right), float(confidence.mean()), float(right.mean()))
