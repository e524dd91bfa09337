"""Scaling: brings values to a size that networks learn well from. SCALERS is the one list a person chooses from.

Law: a scaler is fitted on the rows that are learnt from, and on no others.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, RobustScaler, StandardScaler

from rnn_core.forecast.predicting import PREDICTS, Known, Predict, some_size
from rnn_core.forecast.spec import ForecastSpec, ScalingName
from rnn_core.forecast.split import Floats, Parts
from rnn_core.forecast.windows import windows
from rnn_core.words import N_

Singles = npt.NDArray[np.float32]

# Added to the variance of a window, so that a window in which nothing moves can be divided by it.
STILL = 1e-12
_ROWS_AT_A_TIME = 100_000


@dataclass(frozen=True)
class Scaler:
    """A way to scale: its words, and how to make a fresh scikit-learn transformer.

    `by_window`: each window is scaled by its own mean and spread instead.
    """

    title: str
    make: Callable[[], Any]
    by_window: bool = False


SCALERS: Mapping[ScalingName, Scaler] = {
    "minmax": Scaler(N_("0 to 1 (training minimum and maximum)"), MinMaxScaler),
    "standard": Scaler(N_("Standard (mean 0, spread 1)"), StandardScaler),
    "robust": Scaler(N_("Robust (median and quartiles)"), RobustScaler),
    "window": Scaler(N_("Each window by itself (its mean and spread)"), FunctionTransformer, by_window=True),
    "none": Scaler(N_("None (values as they are)"), FunctionTransformer),
}


@dataclass(frozen=True)
class Terms:
    """The terms in which a network is asked for the target, and the way back to the series' unit."""

    predict: Predict
    by_window: bool
    scaler: Any

    @property
    def plain(self) -> bool:
        """Whether it is asked for the values as they are, whatever is known before them."""
        return not self.predict.relative and not self.by_window

    def asked(self, values: Floats, known: Known) -> Floats:
        """What a network is asked to say of `values`, `(n, horizon)`, not yet scaled."""
        asked = self.predict.asked(values, known.last)
        return (asked - known.centre) / known.size if self.by_window else asked

    def in_unit(self, learned: npt.ArrayLike, known: Known) -> Floats:
        """Predictions `(n, horizon)` as a network gives them, in the series' unit."""
        values = np.asarray(learned, "float64")
        # A network that diverged may give infinities, which scikit-learn refuses where it lets nan through.
        back = self.scaler.inverse_transform(np.where(np.isfinite(values), values, np.nan))
        asked = back * known.size + known.centre if self.by_window else back
        with np.errstate(over="ignore"):
            found = np.asarray(self.predict.value(asked, known.last), "float64")
        return np.where(np.isfinite(found), found, np.nan)


@dataclass(frozen=True)
class Scaled:
    """What a network reads, `inputs` `(rows, features)`, and is asked for, `target` `(rows, horizon)`.

    Row `r` of `target` holds what is to be said of the rows `r`, `r + 1`, ... before row `r` is known; `nan` where it
    cannot be asked. `by_window` says that each window of inputs is still to be scaled by its own mean and spread.
    """

    inputs: Singles
    target: Singles
    terms: Terms
    by_window: bool
    scale_inputs: Callable[[Floats], Singles]


def scale(parts: Parts, spec: ForecastSpec) -> Scaled:
    """All rows of `parts` in the terms of `spec`, by scalers fitted on the rows learnt from alone."""
    scaler, learnt = SCALERS[spec.scaling], slice(parts.fit_rows.start, parts.fit_rows.stop)
    inputs = scaler.make().fit(parts.inputs[learnt])
    # A change has no use for its own window's mean and spread: it is scaled by those of all changes learnt from.
    by_window = scaler.by_window and spec.predict == "price"
    target_scaler = StandardScaler() if scaler.by_window and not by_window else scaler.make()
    terms = Terms(PREDICTS[spec.predict], by_window, target_scaler)
    asked = _asked(parts, terms)
    first = parts.train.start + (0 if terms.plain else parts.window)
    terms.scaler.fit(asked[first : parts.fit_rows.stop - parts.horizon + 1])
    return Scaled(
        inputs=inputs.transform(parts.inputs).astype("float32"),
        target=terms.scaler.transform(asked).astype("float32"),
        terms=terms,
        by_window=scaler.by_window,
        scale_inputs=lambda values: inputs.transform(values).astype("float32"),
    )


def known_before(parts: Parts, rows: npt.NDArray[np.int64], *, own_size: bool) -> Known:
    """What is known of the target before each of `rows`, which may be one past the end; each has a window before it."""
    last = parts.target[rows - 1][:, None]
    if not own_size:
        return Known(last)
    past = pd.Series(parts.target).rolling(parts.window)  # the row at its end is the last that is known
    centre, size = past.mean().to_numpy()[rows - 1], past.std(ddof=0).to_numpy()[rows - 1]
    return Known(last, centre[:, None], some_size(size[:, None]))


def by_own_size(batch: npt.NDArray[np.floating[Any]]) -> Singles:
    """Windows `(n, window, features)`, each feature brought to mean 0 and spread 1 within its window."""
    centre, variance = batch.mean(axis=1, keepdims=True), batch.var(axis=1, keepdims=True)
    return np.asarray((batch - centre) / np.sqrt(variance + STILL), "float32")


def _asked(parts: Parts, terms: Terms) -> npt.NDArray[np.floating[Any]]:
    """What the network is asked for before each row, `(rows, horizon)`, `nan` where that cannot be."""
    # Many steps of a million rows would fill the memory of a worker at full precision.
    kind = "float64" if parts.horizon == 1 else "float32"
    asked = np.full((len(parts.values), parts.horizon), np.nan, kind)
    future = windows(parts.values[:, :1], parts.horizon)[:, :, 0]
    first = 0 if terms.plain else parts.window
    for start in range(first, len(future), _ROWS_AT_A_TIME):
        rows = np.arange(start, min(start + _ROWS_AT_A_TIME, len(future)))
        known = Known(np.empty(0)) if terms.plain else known_before(parts, rows, own_size=terms.by_window)
        with np.errstate(divide="ignore", invalid="ignore"):
            found = terms.asked(future[rows], known)
        asked[rows] = np.where(np.isfinite(found), found, np.nan)
    return asked
