"""Parts: the rows that train, validate and test, in the order of time. Pure.

Law: nothing that lies on or after the first test row decides anything about training.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series

Floats = npt.NDArray[np.float64]

# A window of one step, and two things for it to predict.
_FEWEST_ROWS = 3


@dataclass(frozen=True)
class Parts:
    """A series cut in time. Row numbers count from 0 in `values`.

    `values` is `(rows, columns)`, the target first and the inputs behind it; `train` and `test` are half-open
    ranges of rows; the last `validation_windows` training windows are kept back to watch the training. `given` says
    of each row whether its target was in the data: a value that we filled in is no value to be tested on.
    """

    columns: tuple[str, ...]
    dates: pd.DatetimeIndex
    values: Floats
    given: npt.NDArray[np.bool_]
    train: range
    test: range
    window: int
    validation_windows: int

    @property
    def train_windows(self) -> int:
        """Windows to learn from, those kept back for validation included."""
        return len(self.train) - self.window

    @property
    def fit_windows(self) -> int:
        """Windows that change the weights."""
        return self.train_windows - self.validation_windows

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
    def inputs(self) -> Floats:
        """What the network reads, shape `(rows, features)`: the target itself where no other inputs were named."""
        return self.values[:, 1:]


def split(spec: ForecastSpec, series: Series) -> Parts:
    """Cut `series` as `spec` says.

    Raises:
        SpecError: a column is unknown or has missing values, a part is empty, or the training part is too short for
            the window or never changes.
    """
    target, *inputs = spec.columns(series)
    frame = _complete(series.frame[[target, *inputs]].set_axis(range(len(inputs) + 1), axis=1), (target, *inputs), spec)
    dates = pd.DatetimeIndex(frame.index)
    train, test = _ranges(dates, spec)
    # The first rows of a series have no full window before them.
    test = range(max(test.start, spec.window), test.stop)
    given = series.frame[target].notna()[dates].to_numpy()
    _require_rows(train, spec, series.dates)
    _require_test(given[test.start : test.stop], series.dates)
    values = frame.to_numpy("float64")
    _require_change(values[train.start : train.stop], (target, *inputs))
    windows = len(train) - spec.window
    return Parts(
        columns=(target, *inputs),
        dates=dates,
        values=values,
        given=given,
        train=train,
        test=test,
        window=spec.window,
        validation_windows=min(round(windows * spec.validation_share), windows - 1),
    )


def _complete(frame: pd.DataFrame, names: tuple[str, ...], spec: ForecastSpec) -> pd.DataFrame:
    """`frame` without missing values, by the way that the person chose."""
    if spec.missing == "drop":
        return frame.dropna()
    if spec.missing == "previous":
        return frame.ffill().dropna()
    # Rows outside the chosen dates may be incomplete without harm.
    days = pd.DatetimeIndex(frame.index)
    frame = frame.iloc[_position(days, spec.train_from, 0) : _position_after(days, spec.test_to, len(days))]
    gaps = frame.isna()
    if gaps.to_numpy().any():
        column = int(np.argmax(gaps.to_numpy().any(axis=0)))
        raise SpecError(
            "missing_values",
            "{column} has {count} missing values, the first on {day}. Choose another column, or choose under "
            "“Missing values” to leave those rows out or to repeat the last known value.",
            column=names[column],
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


def _require_rows(train: range, spec: ForecastSpec, dates: pd.DatetimeIndex) -> None:
    if len(train) == 0:
        raise SpecError(
            "train_empty",
            "The training part is empty: the series runs from {first} to {last}. Choose other dates for training.",
            **_span(dates),
        )
    if len(train) < _FEWEST_ROWS:
        raise SpecError(
            "train_too_short",
            "The training part needs at least {fewest} rows, and it has {rows}. "
            "Choose other dates for training, or load more data.",
            fewest=_FEWEST_ROWS,
            rows=len(train),
        )
    # Two windows at least, so that there is something to shuffle and something to keep back.
    if len(train) < spec.window + 2:
        raise SpecError(
            "window_too_long",
            "The window ({window} steps) must be shorter than the training part ({rows} rows). "
            "Choose {most} or less, or load more data.",
            window=spec.window,
            rows=len(train),
            most=len(train) - 2,
        )


def _require_test(given: npt.NDArray[np.bool_], dates: pd.DatetimeIndex) -> None:
    if not given.any():
        raise SpecError(
            "test_empty",
            "The test part is empty: the series runs from {first} to {last}. Choose an earlier start of the test part.",
            **_span(dates),
        )


def _span(dates: pd.DatetimeIndex) -> dict[str, date | str]:
    return {"first": dates[0].date(), "last": dates[-1].date()} if len(dates) else {"first": "-", "last": "-"}


def _require_change(train: Floats, names: tuple[str, ...]) -> None:
    for name, column in zip(names, train.T, strict=True):
        if column.min() == column.max():
            raise SpecError(
                "constant",
                "{column} never changes in the training part (it is always {value}), so there is nothing to learn. "
                "Choose another column or other dates.",
                column=name,
                value=float(column[0]),
            )
