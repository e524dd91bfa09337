"""Baselines: what simple forecasts say of the test rows of a network. BASELINES is the one list of them. Pure.

Law: every forecast is one step ahead and knows the rows before the one it predicts, never that one or a later one; and
where a baseline cannot be had, a sentence says so and nothing else fails.
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rnn_core.errors import RnnLabError
from rnn_core.forecast.run import Baseline
from rnn_core.forecast.season import find_season, seasonal_forecast
from rnn_core.forecast.smoothing import smoothing_forecast
from rnn_core.forecast.split import Parts
from rnn_core.judge import score
from rnn_core.series.frequency import Frequency
from rnn_core.words import N_, Sentence

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class BaselineWords:
    """How a person is told of one baseline; English, to be translated where it is shown."""

    title: str
    help: str
    source: str


BASELINES: Mapping[str, BaselineWords] = MappingProxyType(
    {
        "drift": BaselineWords(
            N_("Drift"),
            N_(
                "The last value plus the average change so far, as if the line from the first to the last known value "
                "went on."
            ),
            "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.2",
        ),
        "seasonal": BaselineWords(
            N_("Seasonal"),
            N_(
                "What was one season earlier: the value of then, or the last value plus the change of then, whichever "
                "came closer in the training part. Only where the training part has a season."
            ),
            "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.2",
        ),
        "ridge": BaselineWords(
            N_("Linear model"),
            N_(
                "Ridge regression on the same windows that the network reads. A network that is no better has found "
                "nothing that a straight line cannot find."
            ),
            "Hoerl and Kennard (1970); older steps are held back more, as by Litterman (1986)",
        ),
        "smoothing": BaselineWords(
            N_("Exponential smoothing"),
            N_(
                "A level and a damped trend that follow each new value a little, and a season where it is short. "
                "How much they follow is fitted on the training part."
            ),
            "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, chapter 8",
        ),
    }
)


def baselines(parts: Parts, frequency: Frequency, linear: Callable[[], Floats]) -> tuple[Baseline, ...]:
    """All baselines of the test rows of `parts`, in the order of BASELINES; "seasonal" only where there is a season.

    `linear` gives the predictions of a linear model, `(test_windows,)` in the unit of the target. Any warning that a
    library has about a series stays in here.
    """
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        season = find_season(parts.target[parts.train.start : parts.train.stop], frequency)
        ways: dict[str, Callable[[], Floats]] = {
            "drift": lambda: drift_forecast(parts.target, parts.test_rows, parts.train.start),
            "seasonal": lambda: seasonal_forecast(parts.target, parts.test_rows, season or 0, parts.train),
            "ridge": linear,
            "smoothing": lambda: _smoothing(parts, season),
        }
        return tuple(_baseline(name, ways[name], parts) for name in BASELINES if season or name != "seasonal")


def drift_forecast(values: Floats, rows: npt.NDArray[np.int64], first: int = 0) -> Floats:
    """One-step forecasts of `rows` of `values`: the last value plus the mean change since the row `first`.

    The drift method over all rows known so far (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice",
    section 5.2). There must be two rows at least before each.

    >>> drift_forecast(np.array([1.0, 3.0, 2.0, 9.0]), np.array([2, 3])).tolist()
    [5.0, 2.5]
    """
    last: Floats = values[rows - 1]
    change: Floats = (last - values[first]) / (rows - 1 - first)
    return last + change


def _smoothing(parts: Parts, season: int | None) -> Floats:
    start, stop = parts.train.start, parts.train.stop
    later = smoothing_forecast(parts.target[start:stop], parts.target[stop : parts.test.stop], season)
    return later[parts.test_rows - stop]


def _baseline(name: str, way: Callable[[], Floats], parts: Parts) -> Baseline:
    """What `way` says and how well, or why it says nothing."""
    title = BASELINES[name].title
    try:
        predicted = np.asarray(way(), "float64")
    except RnnLabError as error:
        return Baseline(name, title, problem=error.sentence)
    # What numerical libraries raise over values that they cannot work with (numpy's LinAlgError is a ValueError).
    except (ValueError, ArithmeticError, IndexError, MemoryError):
        predicted = np.empty(0)
    rows = parts.test_rows
    if predicted.shape != rows.shape or not np.isfinite(predicted).all():
        return Baseline(name, title, problem=_no_numbers())
    target = parts.target
    return Baseline(
        name, title, predicted, score(target[rows], predicted, target[rows - 1], train_step=parts.train_step)
    )


def _no_numbers() -> Sentence:
    return Sentence(
        "baseline_failed",
        "This simple forecast found no stable numbers for the series, so it is left out.",
    )
