"""Scaling: brings columns to a size that networks learn well from. SCALERS is the one list a person chooses from.

Law: a scaler is fitted on training rows alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, RobustScaler, StandardScaler

from rnn_core.forecast.spec import ScalingName
from rnn_core.forecast.split import Floats, Parts
from rnn_core.words import N_

Singles = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Scaler:
    """A way to scale: its words, and how to make a fresh scikit-learn transformer."""

    title: str
    make: Callable[[], Any]


SCALERS: Mapping[ScalingName, Scaler] = {
    "minmax": Scaler(N_("0 to 1 (training minimum and maximum)"), MinMaxScaler),
    "standard": Scaler(N_("Standard (mean 0, spread 1)"), StandardScaler),
    "robust": Scaler(N_("Robust (median and quartiles)"), RobustScaler),
    "none": Scaler(N_("None (values as they are)"), FunctionTransformer),
}


@dataclass(frozen=True)
class Scaled:
    """Scaled `inputs` `(rows, features)` and `target` `(rows,)`, and the way back for the target."""

    inputs: Singles
    target: Singles
    to_unit: Callable[[npt.ArrayLike], Floats]


def scale(parts: Parts, name: ScalingName) -> Scaled:
    """All rows of `parts`, by scalers fitted on its training rows alone."""
    train = slice(parts.train.start, parts.train.stop)
    inputs = SCALERS[name].make().fit(parts.inputs[train])
    target = SCALERS[name].make().fit(parts.values[train, :1])

    def to_unit(scaled: npt.ArrayLike) -> Floats:
        values = np.asarray(scaled, "float64").reshape(-1, 1)
        # A network that diverged may give infinities, which scikit-learn refuses where it lets nan through.
        back = target.inverse_transform(np.where(np.isfinite(values), values, np.nan))
        return np.asarray(back, "float64")[:, 0]

    return Scaled(
        inputs=inputs.transform(parts.inputs).astype("float32"),
        target=target.transform(parts.values[:, :1]).astype("float32")[:, 0],
        to_unit=to_unit,
    )
