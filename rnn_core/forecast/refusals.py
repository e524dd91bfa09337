"""When a series cannot be cut as a spec asks: the rule, what we got, what to do. Pure."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.forecast.spec import ForecastSpec

Floats = npt.NDArray[np.float64]

# A window of one step, and two things for it to predict.
_FEWEST_ROWS = 3


def require_rows(train: range, spec: ForecastSpec, dates: pd.DatetimeIndex) -> None:
    """Refuse a training part `train` that is too short for the window and the steps ahead."""
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
    # With validation, the steps ahead of the last window to learn from must not reach into what is kept back.
    reach = 2 * spec.horizon if spec.validates else spec.horizon + 1
    if len(train) < spec.window + reach:
        raise SpecError(
            "horizon_too_long",
            "The window ({window} steps) and the steps ahead ({horizon}) need more rows than the training part has "
            "({rows}). Choose fewer of them, or load more data.",
            window=spec.window,
            horizon=spec.horizon,
            rows=len(train),
        )


def require_test(given: npt.NDArray[np.bool_], dates: pd.DatetimeIndex) -> None:
    """Refuse a test part without a value; `given` says of each of its rows whether it has one."""
    if not given.any():
        raise SpecError(
            "test_empty",
            "The test part is empty: the series runs from {first} to {last}. Choose an earlier start of the test part.",
            **_span(dates),
        )


def _span(dates: pd.DatetimeIndex) -> dict[str, date | str]:
    return {"first": dates[0].date(), "last": dates[-1].date()} if len(dates) else {"first": "-", "last": "-"}


def require_change(train: Floats, names: tuple[str, ...]) -> None:
    """Refuse columns `train`, `(rows, columns)`, of which one never changes."""
    for name, column in zip(names, train.T, strict=True):
        if column.min() == column.max():
            raise SpecError(
                "constant",
                "{column} never changes in the training part (it is always {value}), so there is nothing to learn. "
                "Choose another column or other dates.",
                column=name,
                value=float(column[0]),
            )


def require_positive(frame: pd.DataFrame, names: tuple[str, ...]) -> None:
    """Refuse `frame` if a column in `names` has a value that is not above zero."""
    for name in names:
        low = frame[name] <= 0
        if low.any():
            raise SpecError(
                "not_above_zero",
                "Changes in percent and ratios need values above zero, and {column} is {value} on {day}. "
                "Take the difference instead, or another column.",
                column=name,
                value=float(frame[name][low].iloc[0]),
                day=frame.index[low][0].date(),
            )


def require_validation(windows: int, spec: ForecastSpec) -> None:
    """Refuse a validation part that is asked for, or needed, and has no window."""
    if spec.validation_from is not None and windows == 0:
        raise SpecError(
            "validation_empty",
            "The validation part is empty: it would begin on {day}, and the training part has no rows after that for "
            "a window to predict. Choose an earlier day.",
            day=spec.validation_from,
        )
    if spec.patience > 0 and windows == 0:
        raise SpecError(
            "nothing_to_watch",
            "Early stopping (a patience of {patience} epochs) needs a validation part to watch, and there is none. "
            "Keep back a share of the training windows, 10 % for instance, or choose a patience of 0.",
            patience=spec.patience,
        )
