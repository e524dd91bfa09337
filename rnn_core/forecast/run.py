"""Run: what one training produced, as a value. Pure: no Keras."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.events import EpochDone
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Layer:
    """One layer of the network; `shape` is its output without the batch, in words such as "60 x 125"."""

    name: str
    kind: str
    shape: str
    parameters: int


@dataclass(frozen=True)
class SeriesFacts:
    """What a run remembers of the series that it was trained on."""

    name: str
    unit: str
    target: str
    rows: int
    fingerprint: str
    receipt: Receipt


@dataclass(frozen=True)
class Scores:
    """Errors on the test rows in the series' unit (`mse`: unit squared); `nan` where a score does not exist."""

    rmse: float
    mse: float
    mae: float


@dataclass(frozen=True)
class Run:
    """One finished (or stopped) training.

    Arrays hold one value per test row, shape `(test_windows,)`, in the series' unit: `dates` (days), `actual`,
    `predicted`, and `naive`, the value one row earlier. `seconds` is the time spent training.
    """

    key: str
    spec: ForecastSpec
    series: SeriesFacts
    layers: tuple[Layer, ...]
    history: tuple[EpochDone, ...]
    dates: npt.NDArray[np.datetime64]
    actual: Floats
    predicted: Floats
    naive: Floats
    scores: Scores
    naive_scores: Scores
    train_windows: int
    test_windows: int
    seconds: float
    stopped: bool
    weights: tuple[npt.NDArray[np.float32], ...]
    versions: dict[str, str]

    @property
    def parameters(self) -> int:
        """All weights of the network."""
        return sum(layer.parameters for layer in self.layers)

    @property
    def theils_u(self) -> float:
        """RMSE over the naive line's RMSE; below 1 is better than naive (Theil 1966)."""
        return self.scores.rmse / self.naive_scores.rmse if self.naive_scores.rmse > 0 else float("nan")
