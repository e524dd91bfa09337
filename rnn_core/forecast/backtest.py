"""Backtest: how far off forecasts of several steps were from earlier ends of the series, step by step. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.run import Ahead, Floats


@dataclass(frozen=True)
class Backtest:
    """RMSE of a forecast and of the naive line at each step ahead, `(steps,)`, in the series' unit.

    Both are taken over the same `origins` `(steps,)`, those from which the real value is known; `nan` where they are
    fewer than a third of those of the first step: the few that see furthest are no fair sample.
    """

    rmse: Floats
    naive: Floats
    origins: npt.NDArray[np.int64]


def backtest(ahead: Ahead) -> Backtest:
    """Score `ahead` at each step, where the forecast, the naive line and what really came are all known."""
    errors, naive = ahead.forecast - ahead.actual, ahead.naive[:, None] - ahead.actual  # (m, steps)
    known = np.isfinite(errors) & np.isfinite(naive)
    origins = known.sum(axis=0)
    known &= origins >= origins.max(initial=0) / 3
    return Backtest(_rmse(errors, known), _rmse(naive, known), origins.astype(np.int64))


def _rmse(errors: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """RMSE of each column of `errors`, over what is `known`."""
    count = known.sum(axis=0)
    total = (np.where(known, errors, 0.0) ** 2).sum(axis=0)
    return np.asarray(np.sqrt(np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)))
