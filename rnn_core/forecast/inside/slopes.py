"""How far a prediction in the series' unit moves with what a network says. Pure.

Held fixed is what is known before each row and stands outside the network: the last value, to which a predicted change
is applied, and the mean and spread of the window where each window is scaled by itself.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from rnn_core.forecast.predicting import Known
from rnn_core.forecast.scaling import Terms
from rnn_core.forecast.spec import PredictName
from rnn_core.forecast.split import Floats

# Of each form of the target: the derivative of the value with respect to what was asked, given that and the last value.
_SLOPES: Mapping[PredictName, Callable[[Floats, Floats], Floats]] = MappingProxyType(
    {
        "price": lambda asked, _last: np.ones_like(asked),
        "log_change": lambda asked, last: last * np.exp(asked),
        "relative": lambda asked, last: last + np.zeros_like(asked),
        "difference": lambda asked, _last: np.ones_like(asked),
    }
)


def slopes_of(terms: Terms, predict: PredictName, said: Floats, known: Known) -> Floats:
    """The derivative of each first prediction, in the series' unit, with respect to the network's first output.

    `said` `(k, horizon)` is what the network said; the answer is `(k,)`.
    """
    exact = np.asarray(said, "float64")
    nothing = np.zeros((1, exact.shape[1]))
    # All scalers stretch and shift, so that two points tell the slope.
    stretch = terms.scaler.inverse_transform(nothing + 1) - terms.scaler.inverse_transform(nothing)
    size = known.size if terms.by_window else 1.0
    asked = terms.scaler.inverse_transform(exact) * size + (known.centre if terms.by_window else 0.0)
    found: Floats = (_SLOPES[predict](asked, known.last) * size * stretch)[:, 0]
    return found
