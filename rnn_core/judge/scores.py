"""Scores: all numbers by which a forecast is judged, and their words. SCORES is the one list that pages show. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.judge.direction import HitRate, hit_rate
from rnn_core.judge.metrics import mae, mape, mse, r2, rmse
from rnn_core.words import N_

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

    >>> found = score(np.array([2.0, 4.0]), np.array([1.5, 3.5]), np.array([1.0, 3.0]), train_step=2.0)
    >>> found.theils_u, found.mase
    (0.5, 0.25)
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


@dataclass(frozen=True)
class ScoreWords:
    """How a person is told of one score; `title` and `help` are English, to be translated where they are shown.

    `unit`: that of the series, that unit squared, a percentage (of a value kept as a share of 1), none, or a share of
    rows from 0 to 1. `better` says which way is better.
    """

    title: str
    unit: Literal["series", "squared", "percent", "none", "share"]
    help: str
    source: str
    better: Literal["low", "high"] = "low"


SCORES: Mapping[str, ScoreWords] = MappingProxyType(
    {
        "rmse": ScoreWords(
            N_("RMSE"),
            "series",
            N_(
                "A typical miss, in the unit of the series; large misses count more (the root of the mean squared "
                "error)."
            ),
            "Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, 5.8",
        ),
        "mse": ScoreWords(
            N_("MSE"),
            "squared",
            N_(
                "The mean of the squared misses: what most networks make small while they learn. Its unit is that of "
                "the series squared, so compare it, but do not read it as a distance."
            ),
            "Bishop 2006, Pattern Recognition and Machine Learning, 1.1",
        ),
        "mae": ScoreWords(
            N_("MAE"),
            "series",
            N_("The average miss, in the unit of the series; one large miss counts no more than its size."),
            "Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, 5.8",
        ),
        "mape": ScoreWords(
            N_("MAPE"),
            "percent",
            N_("The average miss in percent of the real value. It makes no sense where values come near zero."),
            "Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, 5.8",
        ),
        "r2": ScoreWords(
            N_("R²"),
            "none",
            N_(
                "The share of the ups and downs that is explained: 1 is perfect, 0 is no better than always saying the "
                "mean. On a series with a trend even the naive line comes close to 1, so compare it with that."
            ),
            "Draper & Smith 1998, Applied Regression Analysis, 1.3",
            "high",
        ),
        "theils_u": ScoreWords(
            N_("Against naive"),
            "none",
            N_(
                "RMSE divided by that of “tomorrow = today” on the same rows (Theil's U): below 1 is better than "
                "naive, above 1 is worse."
            ),
            "Theil 1966, Applied Economic Forecasting, chapter 2",
        ),
        "mase": ScoreWords(
            N_("MASE"),
            "none",
            N_(
                "The average miss divided by the average change from row to row in the training part. Read it beside "
                "the naive line's own MASE: where changes have grown since, that is well above 1 too, so compare with "
                "it and not with 1."
            ),
            "Hyndman & Koehler 2006, Another look at measures of forecast accuracy, Int. J. Forecasting 22",
        ),
        "direction": ScoreWords(
            N_("Direction"),
            "share",
            N_(
                "How often it was right whether the value would rise or fall. Read it beside its range, and beside "
                "what always saying the more common direction would have reached."
            ),
            "Pesaran & Timmermann 1992, J. Business & Economic Statistics 10; range: Wilson 1927, JASA 22",
            "high",
        ),
    }
)
