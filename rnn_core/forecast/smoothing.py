"""Exponential smoothing: level, damped trend and a short season, each a fading mean of the past. Pure."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from rnn_core.errors import SpecError

Floats = npt.NDArray[np.float64]

LONGEST_SEASON = 24
_MOST_ROWS = 2_000
_FEWEST_ROWS = 10
# Steps of the search for the parameters.
_MOST_STEPS = 200


def smoothing_forecast(train: Floats, later: Floats, season: int | None = None) -> Floats:
    """One-step forecasts of each of the rows `later`, `(m,)`, which follow `train`, `(n,)`, without a gap.

    Additive errors, damped additive trend and, for a `season` of at most 24 rows, additive seasons (Hyndman and
    Athanasopoulos, "Forecasting: Principles and Practice", sections 8.2 to 8.5), the parameters by maximum likelihood
    on the last 2,000 rows of `train`. They then stay as they are, while level, trend and season follow each new value.

    Raises:
        SpecError: `train` is too short, or does not change where it is learnt from.
        ValueError: the search for the parameters has not ended.
    """
    learnt = train[-_MOST_ROWS:]
    _require(learnt)
    short = season if season is not None and season <= min(LONGEST_SEASON, len(learnt) // 3) else None
    # The size of the values must not matter to the search.
    middle, size = float(learnt.mean()), float(learnt.std())
    fitted = _fit((learnt - middle) / size, short)
    return np.fromiter(_follow(fitted, (later - middle) / size), "float64", len(later)) * size + middle


def _require(learnt: Floats) -> None:
    if len(learnt) < _FEWEST_ROWS:
        raise SpecError(
            "smoothing_too_short",
            "Exponential smoothing needs at least {fewest} training rows, and there are {rows}. Load more data.",
            fewest=_FEWEST_ROWS,
            rows=len(learnt),
        )
    # A spread that is rounding alone is none.
    if not learnt.std() > 1e-12 * np.abs(learnt).max():
        raise SpecError(
            "smoothing_constant",
            "The last {rows} training rows never change, so exponential smoothing has nothing to learn from. "
            "Choose other dates for training.",
            rows=len(learnt),
        )


def _fit(values: Floats, season: int | None) -> Any:
    """statsmodels' results; the model starts from the first values ("heuristic"), which is four times as fast."""
    # statsmodels takes a good second to load and is only needed here.
    from statsmodels.tsa.statespace.exponential_smoothing import ExponentialSmoothing  # noqa: PLC0415

    model = ExponentialSmoothing(
        values, trend=True, damped_trend=True, seasonal=season, initialization_method="heuristic"
    )
    fitted = model.fit(disp=0, maxiter=_MOST_STEPS, cov_type="none")
    if not fitted.mle_retvals["converged"]:
        raise ValueError("the search for the parameters of exponential smoothing has not ended")
    return fitted


def _follow(fitted: Any, values: Floats) -> Iterator[float]:
    """The forecast of each of `values`, given those before it.

    The same as statsmodels' filter, in the equations of the book cited above; the filter keeps a matrix of all states
    for every row, gigabytes for a long series with a season.
    """
    parameters = dict(zip(fitted.model.param_names, fitted.params.tolist(), strict=True))
    # As foreseen for the next row: error, level, trend, then the season due and those due after it, the latest first.
    _, level, trend, *seasons = fitted.predicted_state[:, -1].tolist()
    seasons = [*seasons[:1], *reversed(seasons[1:])] or [0.0]
    alpha, beta, phi = (parameters[name] for name in ("smoothing_level", "smoothing_trend", "damping_trend"))
    gamma = parameters.get("smoothing_seasonal", 0.0)
    for row, value in enumerate(values.tolist()):
        due = row % len(seasons)
        forecast = level + seasons[due]
        yield forecast
        error = value - forecast
        trend = phi * (trend + beta * error)
        level += alpha * error + trend
        seasons[due] += gamma * error
