"""Training one network: repeatable, honest about its test part, and at rest when told to stop."""

import random
import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, Run, split, train
from rnn_core.forecast import watch as forecast_watch
from rnn_core.forecast.training import train as train_here
from rnn_core.forecast.windows import thin
from rnn_core.judge import mae, mse, rmse
from rnn_core.learning import watch
from rnn_core.learning.events import BatchDone, EpochDone, Event, StageBegan
from tests.forecast.forecast_series import count_up, series_of, wave

# The plainest cell is the quickest to build.
SMALL: dict[str, Any] = {"cell": "SimpleRNN", "units": 3, "window": 8, "epochs": 2}


def trained(**fields: Any) -> Run:
    return train(ForecastSpec(**{**SMALL, **fields}), wave())


@pytest.fixture(scope="module")
def plain() -> Run:
    """The small network trained on the wave, for every test that only looks."""
    return trained()


def test_the_same_seed_gives_the_same_run(plain: Run) -> None:
    again = trained()
    assert np.array_equal(plain.predicted, again.predicted)
    assert [epoch.loss for epoch in plain.history] == [epoch.loss for epoch in again.history]
    assert plain.key == again.key


def test_another_seed_gives_another_run(plain: Run) -> None:
    other = trained(seed=2)
    assert not np.array_equal(plain.predicted, other.predicted)
    assert plain.key != other.key


def test_a_run_holds_its_test_rows_and_their_naive_line(plain: Run) -> None:
    series, parts = wave(), split(plain.spec, wave())
    values = series.frame["value"].to_numpy()
    assert np.array_equal(plain.actual, values[parts.test.start :])
    assert np.array_equal(plain.naive, values[parts.test.start - 1 : -1])
    assert plain.dates.tolist() == series.dates[parts.test.start :].to_numpy("datetime64[s]").tolist()
    assert (plain.train_windows, plain.test_windows) == (88, 24)
    assert (plain.series.name, plain.series.target, plain.series.rows) == ("made up", "value", 120)


def test_a_run_is_scored_in_the_series_own_unit(plain: Run) -> None:
    scores = plain.scores
    assert (scores.rmse, scores.mse, scores.mae) == (
        rmse(plain.actual, plain.predicted),
        mse(plain.actual, plain.predicted),
        mae(plain.actual, plain.predicted),
    )
    assert plain.naive_scores.rmse == rmse(plain.actual, plain.naive)
    assert plain.scores.theils_u == pytest.approx(scores.rmse / plain.naive_scores.rmse)


def test_a_run_says_what_it_was_made_of(plain: Run) -> None:
    assert plain.parameters == CELLS["SimpleRNN"].parameters(1, 3) + 4 == sum(weight.size for weight in plain.weights)
    assert {"rnn-lab", "tensorflow", "keras"} <= plain.versions.keys()
    assert plain.key == plain.spec.key(wave())
    assert (plain.stopped, len(plain.history)) == (False, 2)
    assert plain.seconds > 0


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_learns_a_wave(cell: str) -> None:
    run = trained(cell=cell, units=8, epochs=15, learning_rate=0.02)
    assert run.history[-1].loss < run.history[0].loss / 3
    assert run.scores.rmse < run.actual.std() / 2


def test_what_happens_in_the_test_part_changes_no_weight(plain: Run) -> None:
    parts = split(plain.spec, wave())
    values = wave().frame["value"].to_numpy().copy()
    values[parts.test.start :] = np.random.default_rng(1).normal(1000, 100, parts.test_windows)
    other = train(plain.spec, series_of(value=values))
    for one, two in zip(plain.weights, other.weights, strict=True):
        assert np.array_equal(one, two)
    assert not np.array_equal(plain.predicted, other.predicted)
    # The first test row's window lies wholly in the training part.
    assert plain.predicted[0] == other.predicted[0]


def test_windows_kept_back_for_validation_change_no_weight() -> None:
    run = trained(validation_share=0.25, epochs=1)
    parts = split(run.spec, wave())
    values = wave().frame["value"].to_numpy().copy()
    # The last target that is learnt from; what follows is only watched. The extremes stay, and with them the scaling.
    learnt = parts.train.start + parts.fit_windows + parts.window
    values[learnt : parts.train.stop] = 50.0
    other = train(run.spec, series_of(value=values))
    assert all(np.array_equal(one, two) for one, two in zip(run.weights, other.weights, strict=True))
    assert run.history[0].loss == other.history[0].loss
    assert run.history[0].validation_loss != other.history[0].validation_loss


def test_without_a_share_kept_back_there_is_no_validation_loss(plain: Run) -> None:
    assert {epoch.validation_loss for epoch in plain.history} == {None}


def test_inputs_other_than_the_target_are_read() -> None:
    series = count_up(80, other=np.sin(np.arange(80.0)))
    run = train(ForecastSpec(**{**SMALL, "epochs": 1, "target": "value", "inputs": ("other", "value")}), series)
    assert run.parameters == CELLS["SimpleRNN"].parameters(2, 3) + 4
    assert np.array_equal(run.actual, np.arange(64.0, 80.0))


def test_events_arrive_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0)
    monkeypatch.setattr(forecast_watch, "SECONDS_BETWEEN_CURVES", 0.0)
    told: list[Event] = []
    run = train(ForecastSpec(**{**SMALL, "batch_size": 44}), wave(), told.append)
    # 88 windows are two batches an epoch.
    kinds = [event.stage if isinstance(event, StageBegan) else type(event).__name__ for event in told]
    epoch = ["BatchDone", "BatchDone", "EpochDone"]
    assert kinds == ["preparing", "training", *epoch, *epoch, "predicting"]
    batches = [(event.epoch, event.share) for event in told if isinstance(event, BatchDone)]
    assert batches == [(1, 0.5), (1, 1.0), (2, 0.5), (2, 1.0)]
    epochs = [event for event in told if isinstance(event, EpochDone)]
    assert [event.epoch for event in epochs] == [1, 2]
    assert [(event.loss, event.seconds) for event in epochs] == [(done.loss, done.seconds) for done in run.history]
    assert [event.seconds for event in told if not isinstance(event, StageBegan)] == sorted(
        event.seconds for event in told if not isinstance(event, StageBegan)
    )
    # The newest curve is that of the finished network.
    assert epochs[-1].curve == pytest.approx(run.predicted[thin(run.test_windows)].tolist())


def test_curves_that_travel_are_thinned_and_the_history_keeps_none() -> None:
    told: list[Event] = []
    run = train(ForecastSpec(**{**SMALL, "epochs": 1, "batch_size": 512, "test_share": 0.8}), wave(700), told.append)
    curve = next(event for event in told if isinstance(event, EpochDone)).curve
    assert (run.test_windows, len(curve)) == (560, 400)
    assert run.history[0].curve == ()
    # More test rows than are copied out at a time come back in one piece.
    assert run.predicted[[0, -1]] == pytest.approx([curve[0], curve[-1]], rel=1e-5)


def after(asks: int) -> Callable[[], bool]:
    """Says no `asks` times and yes from then on."""
    answers: Iterator[bool] = iter([False] * asks)
    return lambda: next(answers, True)


def test_a_stopped_training_is_scored_with_what_it_learnt() -> None:
    spec = ForecastSpec(**{**SMALL, "epochs": ForecastSpec.bounds("epochs")[1]})
    run = train(spec, wave(), should_stop=after(2))
    assert run.stopped
    assert 1 <= len(run.history) <= 3
    assert len(run.predicted) == run.test_windows
    assert np.isfinite(run.scores.rmse)


def test_a_training_stopped_within_its_first_epoch_is_scored_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0)
    run = train(ForecastSpec(**{**SMALL, "batch_size": 44}), wave(), should_stop=lambda: True)
    assert run.stopped
    assert len(run.history) <= 1
    assert np.isfinite(run.scores.rmse)


def test_a_learning_rate_that_is_too_large_ends_without_scores_instead_of_a_crash() -> None:
    series = series_of(value=100 + 50 * np.sin(np.arange(200) / 5))
    wild = {"cell": "SimpleRNN", "units": 32, "optimizer": "sgd", "learning_rate": 1.0, "scaling": "none"}
    run = train(ForecastSpec(**{**SMALL, **wild, "batch_size": 8, "epochs": 50}), series)
    assert np.isnan([run.scores.rmse, run.scores.mse, run.scores.mae, run.scores.theils_u]).all()
    # Nothing is to be gained from the epochs that are left.
    assert len(run.history) < 50
    assert not run.stopped
    assert np.isfinite(run.naive_scores.rmse)


def test_a_spec_that_does_not_fit_is_refused_before_anything_is_trained() -> None:
    told: list[Event] = []
    with pytest.raises(SpecError, match="window"):
        train_here(ForecastSpec(window=500), wave(), told.append)
    assert told == [StageBegan("preparing")]


def test_other_threads_that_draw_random_numbers_change_nothing(plain: Run) -> None:
    done = threading.Event()

    def draw() -> None:
        while not done.is_set():
            random.random()

    thread = threading.Thread(target=draw)
    thread.start()
    try:
        loud = trained()
    finally:
        done.set()
        thread.join()
    assert np.array_equal(plain.predicted, loud.predicted)
