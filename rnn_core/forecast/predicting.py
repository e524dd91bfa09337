"""What a network is asked to predict: the value itself or its change; predictions always return to the value. Pure.

PREDICTS is the one list. Law: only what is known before the predicted row is used on the way back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.spec import PredictName
from rnn_core.words import N_

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Predict:
    """One form of the target: `asked(value, last)` is what is to be learnt, `value(asked, last)` the way back.

    `last` is the last known value, of a shape that fits that of the others; `relative`: it matters.
    """

    title: str
    asked: Callable[[Floats, Floats], Floats]
    value: Callable[[Floats, Floats], Floats]
    relative: bool = True
    needs_positive: bool = False


PREDICTS: Mapping[PredictName, Predict] = MappingProxyType(
    {
        "price": Predict(
            N_("The value itself"), lambda value, _last: value, lambda asked, _last: asked, relative=False
        ),
        "log_change": Predict(
            N_("Its change in percent (logarithm)"),
            lambda value, last: np.log(value / last),
            lambda asked, last: last * np.exp(asked),
            needs_positive=True,
        ),
        "relative": Predict(
            N_("The value relative to the last one"),
            lambda value, last: value / last - 1,
            lambda asked, last: last * (1 + asked),
            needs_positive=True,
        ),
        "difference": Predict(
            N_("Its difference to the last value"), lambda value, last: value - last, lambda asked, last: last + asked
        ),
    }
)


@dataclass(frozen=True)
class Known:
    """What is known of the target before each of `n` forecasts, shapes `(n, 1)`.

    `last` is the last value of the window, `centre` its mean and `size` its standard deviation, where they are wanted.
    """

    last: Floats
    centre: Floats | float = 0.0
    size: Floats | float = 1.0


def known_of(past: Floats) -> Known:
    """What the windows of the target `past`, `(n, window)`, say before each forecast."""
    return Known(past[:, -1:], past.mean(axis=1, keepdims=True), some_size(past.std(axis=1, keepdims=True)))


def some_size(size: Floats) -> Floats:
    """`size`, and 1 where nothing moves: there is nothing to divide by."""
    return np.where(size > 0, size, 1.0)
