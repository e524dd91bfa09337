"""Parts: the rows that train, validate and test, in the order of time. Pure.

Law: nothing that lies on or after the first test row decides anything about training.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.forecast.features import Feature
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.refusals import require_change, require_positive, require_rows, require_test, require_validation
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Parts:
    """A series cut in time. Row numbers count from 0 in `values`.

    `values` is `(rows, columns)`, the target first and what the network reads behind it; `train` and `test` are
    half-open ranges of rows; the last `validation_windows` training windows are kept back to watch the training.
    `given` says of each row whether its target was in the data: a value that we filled in is no value to be tested on.
    """

    columns: tuple[str, ...]
    features: tuple[Feature, ...]
    dates: pd.DatetimeIndex
    values: Floats
    given: npt.NDArray[np.bool_]
    train: range
    test: range
    window: int
    horizon: int
    validation_windows: int

    @property
    def train_windows(self) -> int:
        """Windows to learn from, those kept back for validation included."""
        return len(self.train) - self.window - self.horizon + 1

    @property
    def fit_windows(self) -> int:
        """Windows that change the weights: none of them reaches into what is kept back for validation."""
        kept_back = self.validation_windows
        return self.train_windows - (kept_back + self.horizon - 1 if kept_back else 0)

    @property
    def fit_rows(self) -> range:
        """The rows that the network learns from, in its windows and as what follows them."""
        return range(self.train.start, self.train.start + self.window + self.fit_windows + self.horizon - 1)

    @property
    def validation_rows(self) -> npt.NDArray[np.int64]:
        """The first predicted row of each validation window whose target was in the data, ascending."""
        first = self.train.start + self.window + self.train_windows - self.validation_windows
        rows = np.arange(first, first + self.validation_windows)
        return rows[self.given[rows]]

    @property
    def test_rows(self) -> npt.NDArray[np.int64]:
        """The rows to be tested on, ascending."""
        rows = np.arange(self.test.start, self.test.stop)
        return rows[self.given[rows]]

    @property
    def test_windows(self) -> int:
        """One window a row to be tested on."""
        return len(self.test_rows)

    @property
    def target(self) -> Floats:
        """The target in its own unit, shape `(rows,)`."""
        return self.values[:, 0]

    @property
    def train_mean(self) -> float:
        """The mean of the target where the network learns, in its unit."""
        return float(self.target[self.fit_rows.start : self.fit_rows.stop].mean())

    @property
    def train_step(self) -> float:
        """The mean absolute change from row to row where the network learns, in the target's unit."""
        return float(np.abs(np.diff(self.target[self.fit_rows.start : self.fit_rows.stop])).mean())

    @property
    def inputs(self) -> Floats:
        """What the network reads, shape `(rows, features)`: the target itself where no other inputs were named."""
        return self.values[:, 1:]


def split(spec: ForecastSpec, series: Series) -> Parts:
    """Cut `series` as `spec` says.

    Raises:
        SpecError: a column is unknown or has missing values, a part is empty, or the training part is too short for
            the window or never changes.
    """
    target, features = series.column(spec.target), spec.features(series)
    columns = tuple(dict.fromkeys([target, *(name for feature in features for name in feature.columns)]))
    frame = _complete(series.frame[list(columns)], spec)
    # The first row of all has none before it that could be looked back at.
    whole, first = frame, int(any(feature.looks_back for feature in features))
    before, frame = whole.shift(first).iloc[first:], whole.iloc[first:]
    dates = pd.DatetimeIndex(frame.index)
    train, test = _ranges(dates, spec)
    # The first rows of a series have no full window before them.
    test = range(max(test.start, spec.window), test.stop)
    given = series.frame[target].notna()[dates].to_numpy()
    require_rows(train, spec, series.dates)
    require_test(given[test.start : test.stop], series.dates)
    require_positive(whole.iloc[train.start : test.stop + first], _columns_above_zero(spec, target, features))
    values = np.column_stack([frame[target], *(_derived(feature, frame, before) for feature in features)])
    names = (target, *(feature.name for feature in features))
    parts = Parts(
        columns=names,
        features=features,
        dates=dates,
        values=values.astype("float64"),
        given=given,
        train=train,
        test=test,
        window=spec.window,
        horizon=spec.horizon,
        validation_windows=_validation_windows(spec, dates, train),
    )
    require_validation(parts.validation_windows, spec)
    require_change(values[parts.fit_rows.start : parts.fit_rows.stop], names)
    return parts


def _derived(feature: Feature, frame: pd.DataFrame, before: pd.DataFrame) -> Floats:
    now, other = feature.columns[0], feature.columns[-1]
    arrays = (frame[now], before[now], frame[other])
    found = feature.of(*(column.to_numpy("float64") for column in arrays))
    # Rows outside the chosen days may have no logarithm; none of them is ever read.
    return np.where(np.isfinite(found), found, np.nan)


def _validation_windows(spec: ForecastSpec, dates: pd.DatetimeIndex, train: range) -> int:
    """How many windows are kept back, so that at least one is left to learn from."""
    windows = len(train) - spec.window - spec.horizon + 1
    if spec.validation_from is not None:
        first = max(_position(dates, spec.validation_from, train.stop), train.start + spec.window)
        wanted = max(0, train.stop - spec.horizon + 1 - first)
    else:
        wanted = max(round(windows * spec.validation_share), 1 if spec.validates else 0)
    return max(0, min(wanted, windows - spec.horizon))


def _columns_above_zero(spec: ForecastSpec, target: str, features: tuple[Feature, ...]) -> tuple[str, ...]:
    """The columns that must lie above zero, because logarithms or ratios of them are taken."""
    named = [name for feature in features if feature.needs_positive for name in feature.columns]
    return tuple(dict.fromkeys([*([target] if PREDICTS[spec.predict].needs_positive else []), *named]))


def _complete(frame: pd.DataFrame, spec: ForecastSpec) -> pd.DataFrame:
    """`frame` up to the last day to be tested on, without missing values, by the way that the person chose."""
    days = pd.DatetimeIndex(frame.index)
    frame = frame.iloc[: _position_after(days, spec.test_to, len(days))]
    if spec.missing == "drop":
        return frame.dropna()
    if spec.missing == "previous":
        return frame.ffill().dropna()
    # Rows before the chosen days may be incomplete without harm.
    frame = frame.iloc[_position(days, spec.train_from, 0) :]
    gaps = frame.isna()
    if gaps.to_numpy().any():
        column = frame.columns[int(np.argmax(gaps.to_numpy().any(axis=0)))]
        raise SpecError(
            "missing_values",
            "{column} has {count} missing values, the first on {day}. Choose another column, or choose under "
            "“Missing values” to leave those rows out or to repeat the last known value.",
            column=str(column),
            count=int(gaps[column].sum()),
            day=gaps.index[gaps[column]][0].date(),
        )
    return frame


def _ranges(dates: pd.DatetimeIndex, spec: ForecastSpec) -> tuple[range, range]:
    """Training and test rows; a day given as an end counts in full."""
    first = _position(dates, spec.train_from, 0)
    end = _position_after(dates, spec.test_to, len(dates))
    if spec.test_from is not None:
        test_start = _position(dates, spec.test_from, end)
    elif spec.train_to is not None:
        test_start = _position_after(dates, spec.train_to, end)
    else:
        test_start = end - round((end - first) * spec.test_share)
    train_end = min(_position_after(dates, spec.train_to, test_start), test_start)
    return range(first, max(first, train_end)), range(test_start, max(test_start, end))


def _position(dates: pd.DatetimeIndex, day: date | None, otherwise: int) -> int:
    """The first row on or after `day`."""
    return otherwise if day is None else int(dates.searchsorted(pd.Timestamp(day)))


def _position_after(dates: pd.DatetimeIndex, day: date | None, otherwise: int) -> int:
    """The first row after the whole of `day`."""
    return otherwise if day is None else int(dates.searchsorted(pd.Timestamp(day) + pd.Timedelta(days=1)))
