"""What of a run follows from its settings and its series: made anew, and held against what the run says. Pure.

Law: no number that can cheaply be made anew is believed: rows, real values, naive line, spread, scores, layers, drift.
What only a training can say is believed as it stands: what the network predicted, of the test rows, of those kept back,
ahead and in earlier epochs; its losses, weights and the time it took; and what the seasonal forecast, the linear model
and the smoothing said, whose fits cost seconds. That the network in the bundle says those predictions is not tried.
"""

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

import numpy as np
import pandas as pd

from rnn_core.errors import BundleError, SpecError
from rnn_core.export.as_bundle import as_bundle_error
from rnn_core.export.layers import layers_of
from rnn_core.export.refusals import other_series
from rnn_core.forecast import split
from rnn_core.forecast.baselines import BASELINES, drift_forecast
from rnn_core.forecast.run import FRAME_ROWS, Ahead, Baseline, Dates, Floats, Forecasts, Run, SeriesFacts
from rnn_core.forecast.split import Parts
from rnn_core.forecast.windows import thin
from rnn_core.judge import Scores, score
from rnn_core.judge.spread import spread
from rnn_core.series import Series

# Sums may be taken in another order on another machine.
_CLOSE = 1e-9
_CLOSE_SPREAD = 1e-6
_MOST_AHEAD = 60


def require_following(run: Run, series: Series, folder: str) -> None:
    """Refuse a run that is not one of `series`: its name, its rows, its scores must be what they say they are.

    Raises:
        BundleError: one of them is not; `folder` says which run it is.
    """
    with np.errstate(all="ignore"):
        if _facts(run, series) != run.series or _key(run, series) != run.key:
            raise other_series(folder)
        parts = _split(run, series)
        if not (
            _has_rows(run, parts) and _has_shapes(run, parts) and all(_looks_ahead(one, parts) for one in run.ahead)
        ):
            raise BundleError(
                "other_rows",
                "The predictions of the run in {folder} are not those of the rows that its settings choose, "
                "so that nothing was taken in.",
                folder=folder,
            )
        if not _has_scores(run, parts):
            raise BundleError(
                "other_scores",
                "The scores of the run in {folder} do not follow from its predictions, so that nothing was taken in.",
                folder=folder,
            )


def _facts(run: Run, series: Series) -> SeriesFacts:
    target, rows = run.series.target, len(series.frame)
    return SeriesFacts(series.name, series.unit, target, rows, series.fingerprint, series.receipt)


def _key(run: Run, series: Series) -> str:
    try:
        return run.spec.key(series) if series.column(run.spec.target) == run.series.target else ""
    except SpecError as error:
        raise as_bundle_error(error) from error


def _split(run: Run, series: Series) -> Parts:
    try:
        return split(run.spec, series)
    except SpecError as error:
        raise as_bundle_error(error) from error


def _has_rows(run: Run, parts: Parts) -> bool:
    test = Forecasts(run.dates, run.actual, run.predicted, run.naive, run.spread)
    return (
        _are_rows(test, parts, parts.test_rows)
        and _are_rows(run.kept_back, parts, parts.validation_rows)
        and (run.train_windows, run.test_windows) == (parts.train_windows, parts.test_windows)
        and _close([run.train_mean, run.train_step], [parts.train_mean, parts.train_step])
    )


def _are_rows(said: Forecasts, parts: Parts, rows: np.ndarray[Any, np.dtype[np.int64]]) -> bool:
    """Whether `said` is of these rows; a prediction may be missing, but is never without end."""
    return (
        _same_dates(said.dates, parts.dates[rows].to_numpy("datetime64[s]"))
        and np.array_equal(said.actual, parts.target[rows])
        and np.array_equal(said.naive, parts.target[rows - 1])
        and said.predicted.shape == rows.shape
        and not np.isinf(said.predicted).any()
        and _alike(said.spread, spread(parts.target)[rows], _CLOSE_SPREAD)
    )


def _has_shapes(run: Run, parts: Parts) -> bool:
    """Whether everything else in a run is as long as it must be, and counts what it says it counts."""
    shown, done = len(thin(run.test_windows, FRAME_ROWS)), len(run.history)
    weights = sum(array.size for array in run.weights)
    return (
        [one.epoch for one in run.history] == list(range(1, done + 1))
        and done <= run.spec.epochs
        and 0 <= run.best_epoch <= done
        and all(len(one.curve) in {0, shown} for one in run.history)
        and all(frame.curve.shape == (shown,) and 1 <= frame.epoch <= run.spec.epochs for frame in run.frames)
        and 0 <= run.seconds < np.inf
        and weights in {0, run.parameters}
        and run.layers == layers_of(run.spec, len(parts.features))
    )


def _looks_ahead(ahead: Ahead, parts: Parts) -> bool:
    """Whether a forecast of several steps begins where it says, and what came after its origins is what came."""
    steps, origins = len(ahead.dates), len(ahead.origins)
    if ahead.problem is not None:
        return steps == 0 and ahead.forecast.size == ahead.actual.size == origins == len(ahead.predicted) == 0
    rows = parts.dates.get_indexer(pd.DatetimeIndex(ahead.origins))
    days = ahead.dates.astype("datetime64[s]")
    future = np.append(np.where(parts.given, parts.target, np.nan), np.full(steps, np.nan))
    end = parts.dates[-1].to_numpy().astype("datetime64[s]")
    return (
        1 <= steps <= _MOST_AHEAD
        and bool((rows >= 0).all())
        and ahead.predicted.shape == (steps,)
        and ahead.forecast.shape == ahead.actual.shape == (origins, steps)
        and np.array_equal(ahead.naive, parts.target[rows])
        and np.array_equal(ahead.actual, future[rows[:, None] + np.arange(1, steps + 1)], equal_nan=True)
        and (ahead.since, ahead.last) == (end, parts.target[-1])
        # A day that is none is neither before nor after another.
        and bool((np.append(end, days[:-1]) < days).all())
        and are_shown(days)
        and not np.isinf(ahead.predicted).any()
        and not np.isinf(ahead.forecast).any()
    )


def _has_scores(run: Run, parts: Parts) -> bool:
    """Whether all scores are those of the predictions."""
    simple = [(one.predicted, one.scores) for one in run.baselines if one.predicted is not None]
    names = [one.name for one in run.baselines]
    return (
        len(set(names)) == len(names)
        and set(names) <= set(BASELINES)
        and all((one.predicted is None) == (one.scores is None) for one in run.baselines)
        and all(
            predicted.shape == run.actual.shape
            and not np.isinf(predicted).any()
            and _same_scores(run, parts, predicted, scores)
            for predicted, scores in [(run.predicted, run.scores), (run.naive, run.naive_scores), *simple]
        )
        and all(_is_drift(one, parts) for one in run.baselines if one.name == "drift")
    )


def _is_drift(said: Baseline, parts: Parts) -> bool:
    made = drift_forecast(parts.target, parts.test_rows, parts.train.start)
    return said.predicted is None or _alike(said.predicted, made, _CLOSE)


def _same_scores(run: Run, parts: Parts, predicted: Floats, scores: Scores | None) -> bool:
    made = score(run.actual, predicted, run.naive, train_step=parts.train_step)
    if scores is None or np.isinf(predicted).any() or (made.direction is None) != (scores.direction is None):
        return False
    return _close(_numbers(made), _numbers(scores))


def _numbers(scores: Scores) -> list[float]:
    *numbers, _direction = astuple(scores)
    return [*numbers, *(astuple(scores.direction) if scores.direction else ())]


def _close(found: Iterable[float], wanted: Iterable[float]) -> bool:
    return _alike(np.array(list(found)), np.array(list(wanted)), _CLOSE)


def _alike(found: Floats, wanted: Floats, close: float) -> bool:
    return found.shape == wanted.shape and np.allclose(found, wanted, rtol=close, atol=0, equal_nan=True)


def _same_dates(found: Dates, wanted: Dates) -> bool:
    return found.dtype == wanted.dtype and np.array_equal(found, wanted)


def are_shown(dates: Dates) -> bool:
    """Whether a calendar has these dates, and a page can show them: years 1 to 9999, as files are read too."""
    first, end = np.datetime64("0001-01-01", "s"), np.datetime64("9999-12-31T23:59:59", "s")
    return bool(((dates >= first) & (dates <= end)).all())
