"""Numbers that do not follow from settings and series are not believed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rnn_core.export import read_bundle
from rnn_core.forecast import Run, split
from rnn_core.forecast.baselines import drift_forecast
from rnn_core.forecast.run import Baseline
from rnn_core.judge import score
from rnn_core.series import Receipt, Series
from rnn_core.words import Sentence
from tests.export.bundle_runs import exported
from tests.export.tampering import (
    refusal_of,
    small_bundle,
    with_run,
    with_series,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return small_bundle()


def nan(run: Run) -> np.ndarray:
    return np.full_like(run.predicted, np.nan)


def better(run: Run) -> Run:
    return replace(run, scores=replace(run.scores, rmse=run.scores.rmse / 2))


def with_drift(run: Run, predicted: np.ndarray) -> Run:
    scores = score(run.actual, predicted, run.naive, train_step=run.train_step)
    return replace(run, baselines=(Baseline("drift", "Drift", predicted, scores), *run.baselines))


FORGED_SCORES: list[Callable[[Run], Run]] = [
    better,
    lambda run: replace(run, scores=replace(run.scores, mase=float("nan"))),
    lambda run: replace(run, scores=replace(run.scores, direction=None)),
    lambda run: replace(run, naive_scores=replace(run.naive_scores, rmse=99.0)),
    lambda run: replace(run, predicted=run.actual + 0.1),
    lambda run: replace(run, predicted=nan(run)),
    lambda run: replace(run, baselines=(replace(run.baselines[0], predicted=run.actual), *run.baselines[1:])),
    lambda run: replace(run, baselines=(replace(run.baselines[0], predicted=run.actual[:3]), *run.baselines[1:])),
    lambda run: replace(run, baselines=(replace(run.baselines[0], scores=None), *run.baselines[1:])),
    lambda run: with_drift(run, run.actual + 0.5),
    lambda run: replace(run, baselines=run.baselines * 2),
]


@pytest.mark.parametrize("forge", FORGED_SCORES)
def test_scores_must_follow_from_the_predictions(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_scores"


def ahead(run: Run, **fields: Any) -> Run:
    return replace(run, ahead=(replace(run.ahead[0], **fields),))


FORGED_ROWS: list[Callable[[Run], Run]] = [
    lambda run: replace(run, dates=run.dates + np.timedelta64(1, "D")),
    lambda run: replace(run, dates=run.dates[:-1]),
    lambda run: replace(run, actual=run.actual + 1e-9),
    lambda run: replace(run, naive=run.actual),
    lambda run: replace(run, predicted=run.predicted[:-1]),
    lambda run: replace(run, predicted=run.predicted[:, None]),
    lambda run: replace(run, predicted=np.full_like(run.predicted, np.inf)),
    lambda run: replace(run, spread=run.spread * 2),
    lambda run: replace(run, train_step=run.train_step * 2),
    lambda run: replace(run, train_mean=0.0),
    lambda run: replace(run, test_windows=10**9),
    lambda run: replace(run, train_windows=1),
    lambda run: replace(run, kept_back=replace(run.kept_back, actual=run.kept_back.naive)),
    lambda run: replace(run, kept_back=replace(run.kept_back, predicted=np.empty(0))),
    lambda run: replace(run, history=run.history[1:]),
    lambda run: replace(run, history=run.history * 2),
    lambda run: replace(run, history=(replace(run.history[0], curve=(1.0,)), *run.history[1:])),
    lambda run: replace(run, best_epoch=99),
    lambda run: replace(run, frames=(replace(run.frames[0], curve=np.zeros(3)),)),
    lambda run: replace(run, frames=(replace(run.frames[0], epoch=-1),)),
    lambda run: replace(run, seconds=float("nan")),
    lambda run: replace(run, weights=(np.zeros(3, "float32"),)),
    lambda run: ahead(run, origins=run.ahead[0].origins + np.timedelta64(1, "s")),
    lambda run: ahead(run, forecast=run.ahead[0].forecast[:, :1]),
    lambda run: ahead(run, actual=run.ahead[0].actual + 1),
    lambda run: ahead(run, naive=run.ahead[0].naive + 1),
    lambda run: ahead(run, last=0.0),
    lambda run: ahead(run, since=np.datetime64("1970-01-01", "s")),
    lambda run: ahead(run, predicted=np.zeros(3)),
    lambda run: ahead(run, problem=Sentence("no", "There is nothing.")),
    lambda run: ahead(run, dates=run.ahead[0].dates[:0]),
    lambda run: ahead(run, dates=run.ahead[0].dates[::-1]),
    lambda run: ahead(run, dates=np.repeat(run.ahead[0].dates[:1], 10)),
    lambda run: ahead(run, dates=run.ahead[0].dates - np.timedelta64(1, "D")),
    lambda run: ahead(run, dates=np.append(run.ahead[0].dates[:-1], np.datetime64("NaT"))),
    lambda run: ahead(run, dates=np.append(run.ahead[0].dates[:-1], np.datetime64("30000-01-01"))),
    lambda run: ahead(run, predicted=np.full(10, np.inf)),
    lambda run: ahead(run, forecast=np.full_like(run.ahead[0].forecast, -np.inf)),
    lambda run: replace(run, layers=(replace(run.layers[0], parameters=1), run.layers[1]), weights=()),
    lambda run: replace(run, layers=run.layers[:1], weights=()),
    lambda run: replace(run, layers=(replace(run.layers[0], shape="5 x 4"), run.layers[1])),
]


@pytest.mark.parametrize("forge", FORGED_ROWS)
def test_rows_and_shapes_must_follow_from_settings_and_series(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_rows"


FORGED_FACTS: list[Callable[[Run], Run]] = [
    lambda run: replace(run, key="0" * 64),
    lambda run: replace(run, spec=run.spec.change(seed=2)),
    lambda run: replace(run, series=replace(run.series, fingerprint="0" * 64)),
    lambda run: replace(run, series=replace(run.series, target="Low")),
    lambda run: replace(run, series=replace(run.series, rows=1)),
    lambda run: replace(run, series=replace(run.series, unit="EUR")),
    lambda run: replace(run, series=replace(run.series, receipt=Receipt("ticker:MA:2020-01-01:2021-01-01", "real"))),
]


@pytest.mark.parametrize("forge", FORGED_FACTS)
def test_a_run_must_be_one_of_its_series(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_series"


def test_another_series_is_not_that_of_the_run(bundle: bytes) -> None:
    assert refusal_of(with_series(bundle, lambda one: replace(one, frame=one.frame * 2))) == "other_series"


def test_settings_that_do_not_fit_the_series_are_refused_in_their_own_words(bundle: bytes) -> None:
    assert (
        refusal_of(with_run(bundle, lambda run: replace(run, spec=run.spec.change(target="Nothing"))))
        == "unknown_column"
    )


def reordered(one: Series) -> Series:
    return replace(one, frame=one.frame.iloc[::-1])


def undated(one: Series) -> Series:
    dates = one.frame.index.to_series()
    dates.iloc[3] = pd.NaT
    return replace(one, frame=one.frame.set_axis(pd.DatetimeIndex(dates, name="date")))


def moved(one: Series, years: int) -> Series:
    dates = one.dates.to_numpy("datetime64[s]") + np.timedelta64(365 * years, "D")
    return replace(one, frame=one.frame.set_axis(pd.DatetimeIndex(dates, name="date"), axis=0))


SPOILT: list[Callable[[Series], Series]] = [
    reordered,
    undated,
    lambda one: replace(one, frame=one.frame.iloc[[0, 0, 1]]),
    lambda one: moved(one, 28_000),
    lambda one: moved(one, 7_990),
    lambda one: moved(one, -2_500),
    lambda one: replace(one, frame=one.frame.iloc[:0]),
    lambda one: replace(one, frame=one.frame.iloc[:, :0]),
    lambda one: replace(one, frame=one.frame.set_axis(["High", "High"], axis=1)),
    lambda one: replace(one, frame=one.frame.replace(one.frame.iloc[5, 1], np.inf)),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_series_that_are_none_are_refused(bundle: bytes, spoil: Callable[[Series], Series]) -> None:
    assert refusal_of(with_series(bundle, spoil)) == "damaged_bundle"


def test_a_drift_that_is_one_is_taken_in(bundle: bytes) -> None:
    one = exported()
    parts = split(one.run.spec, one.data)
    drift = drift_forecast(parts.target, parts.test_rows, parts.train.start)
    assert read_bundle(with_run(bundle, lambda run: with_drift(run, drift)))


def test_a_title_that_is_not_that_of_a_simple_forecast_is_refused(bundle: bytes) -> None:
    for one in (Baseline("oracle", "Oracle"), Baseline("drift", "Oracle")):
        assert refusal_of(with_run(bundle, lambda run, one=one: replace(run, baselines=(one,)))) == "strange_words"
