"""Run: what one training produced, as a value. Pure: no Keras."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.cells import KERAS_LAYERS, Choice
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.judge import Scores
from rnn_core.learning.events import EpochDone
from rnn_core.series import Receipt
from rnn_core.words import Sentence

Floats = npt.NDArray[np.float64]
Dates = npt.NDArray[np.datetime64]
AheadWay = Literal["recursive", "direct"]

# Curves of earlier epochs are kept for at most so many test rows, and of so many epochs.
FRAME_ROWS, MOST_FRAMES = 400, 40


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
class Forecasts:
    """One-step predictions of some rows, arrays of shape `(n,)` in the series' unit.

    `naive` is the value one row earlier; `spread` the typical size of the next change, as known before each row.
    """

    dates: Dates
    actual: Floats
    predicted: Floats
    naive: Floats
    spread: Floats


@dataclass(frozen=True)
class Baseline:
    """A simple forecast of the same test rows, `predicted` `(test_windows,)`; `problem` says why there is none."""

    name: str
    title: str
    predicted: Floats | None = None
    scores: Scores | None = None
    problem: Sentence | None = None


@dataclass(frozen=True)
class Frame:
    """What the network predicted after `epoch` (counted from 1) of the test rows that are kept, see `FRAME_ROWS`."""

    epoch: int
    curve: Floats


@dataclass(frozen=True)
class Ahead:
    """Forecasts of several steps, past the end of the series and from earlier ends ("origins") inside its test part.

    `dates` and `predicted` `(steps,)` lie past the end, `last` is the last known value and `since` its date. Of each
    origin, `origins` `(m,)` is the date of the last row that it knew and `naive` `(m,)` its value; `forecast` and
    `actual` `(m, steps)` are what was said from there and what came, `nan` where the series has ended. `problem` says
    why there is nothing.
    """

    way: AheadWay
    dates: Dates
    predicted: Floats
    last: float
    since: np.datetime64
    origins: Dates
    naive: Floats
    forecast: Floats
    actual: Floats
    problem: Sentence | None = None

    def first(self, steps: int) -> "Ahead":
        """The same, no further ahead than `steps`."""
        return replace(
            self,
            dates=self.dates[:steps],
            predicted=self.predicted[:steps],
            forecast=self.forecast[:, :steps],
            actual=self.actual[:, :steps],
        )


@dataclass(frozen=True)
class Run:
    """One finished (or stopped) training.

    Arrays hold one value per test row, shape `(test_windows,)`, in the series' unit: `dates` (days), `actual`,
    `predicted`, `naive`, the value one row earlier, and `spread`, the typical size of a change as known before the row.
    `kept_back` holds the rows of the validation part. `train_mean` and `train_step` are the mean and the mean absolute
    change of the target where the network learnt. `best_epoch` (counted from 1, 0 before the first) is the one whose
    weights the network has, of a run stopped within an epoch the last whole one. `seconds` is the time spent training.
    `layer_choice` says which layers did the work, and why; `model_file` is the network as a `.keras` file, of Keras'
    own layers alone.
    """

    key: str
    spec: ForecastSpec
    series: SeriesFacts
    layers: tuple[Layer, ...]
    history: tuple[EpochDone, ...]
    dates: Dates
    actual: Floats
    predicted: Floats
    naive: Floats
    spread: Floats
    scores: Scores
    naive_scores: Scores
    train_mean: float
    train_step: float
    kept_back: Forecasts
    baselines: tuple[Baseline, ...]
    frames: tuple[Frame, ...]
    ahead: tuple[Ahead, ...]
    train_windows: int
    test_windows: int
    best_epoch: int
    seconds: float
    stopped: bool
    weights: tuple[npt.NDArray[np.float32], ...]
    versions: dict[str, str]
    layer_choice: Choice = KERAS_LAYERS
    model_file: bytes = b""

    @property
    def parameters(self) -> int:
        """All weights of the network."""
        return sum(layer.parameters for layer in self.layers)

    @property
    def nbytes(self) -> int:
        """About how much memory its arrays hold."""
        kept, rows = self.kept_back, (self.dates, self.actual, self.predicted, self.naive, self.spread)
        arrays = [*rows, kept.dates, kept.actual, kept.predicted, kept.naive, kept.spread, *self.weights]
        arrays += [frame.curve for frame in self.frames]
        arrays += [one.predicted for one in self.baselines if one.predicted is not None]
        arrays += [array for one in self.ahead for array in (one.forecast, one.actual, one.predicted)]
        return sum(array.nbytes for array in arrays) + len(self.model_file)
