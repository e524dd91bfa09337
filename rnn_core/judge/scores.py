"""Scores: all numbers by which a forecast is judged, and their words. SCORES is the one list that pages show. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.judge.direction import HitRate, hit_rate
from rnn_core.judge.metrics import mae, mape, mse, r2, rmse

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """Scores of one forecast on the test rows, `nan` where one does not exist.

    `rmse` and `mae` are in the series' unit, `mse` in the unit squared, `mape` a share of 1, the others without unit.
    """

    rmse: float
    mse: float
    mae: float
    mape: float
    r2: float
    theils_u: float
    mase: float
    direction: HitRate | None


def score(actual: Floats, predicted: Floats, last: Floats, *, train_step: float) -> Scores:
    """The scores of `predicted`; all of shape `(rows,)`, `last` is the value one row earlier.

    `train_step` is the mean absolute change from row to row in the training part, which MASE divides by.
    """
    naive = rmse(actual, last)
    return Scores(
        rmse=rmse(actual, predicted),
        mse=mse(actual, predicted),
        mae=mae(actual, predicted),
        mape=mape(actual, predicted),
        r2=r2(actual, predicted),
        theils_u=rmse(actual, predicted) / naive if naive > 0 else float("nan"),
        mase=mae(actual, predicted) / train_step if train_step > 0 else float("nan"),
        direction=hit_rate(actual, predicted, last),
    )
