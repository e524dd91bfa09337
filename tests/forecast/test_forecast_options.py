"""Ways to train: each does what it says, and none of them ever sees the test part."""

from functools import cache
from itertools import zip_longest
from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, Run, split, train
from rnn_core.forecast.attention import attention_over_time
from rnn_core.forecast.network import build_network
from rnn_core.forecast.predicting import PREDICTS, Known
from rnn_core.forecast.scaling import SCALERS, by_own_size, scale
from rnn_core.series import Series
from tests.forecast.forecast_series import series_of

SMALL: dict[str, Any] = {"cell": "SimpleRNN", "units": 3, "window": 6, "epochs": 4, "learning_rate": 0.02}
ROWS = 110
VALUES = 50 + 20 * np.sin(np.arange(ROWS) / 4) + np.random.default_rng(1).normal(0, 1, ROWS)


def trained(values: np.ndarray = VALUES, **fields: Any) -> Run:
    return train(ForecastSpec(**{**SMALL, **fields}), series_of(value=values, other=values[::-1]))


@pytest.mark.parametrize(("predict", "scaling"), zip_longest(PREDICTS, SCALERS, fillvalue="price"))
def test_whatever_is_asked_predictions_are_in_the_series_unit(predict: str, scaling: str) -> None:
    run = trained(predict=predict, scaling=scaling)
    assert np.isfinite(run.predicted).all()
    assert np.abs(run.predicted - 50).max() < 100
    assert run.predicted.shape == run.actual.shape == run.spread.shape


def test_early_stopping_keeps_the_best_epoch_and_not_the_last() -> None:
    run = trained(epochs=60, patience=2, validation_share=0.3, learning_rate=0.3, seed=3)
    watched = [epoch.validation_loss for epoch in run.history]
    assert run.best_epoch == int(np.argmin(watched)) + 1 < len(run.history) < 60
    # The weights are those of that epoch: a training that ends there has the same.
    short = trained(epochs=run.best_epoch, validation_share=0.3, learning_rate=0.3, seed=3)
    assert all(np.array_equal(one, two) for one, two in zip(run.weights, short.weights, strict=True))
    assert short.best_epoch == len(short.history) == run.best_epoch


def test_early_stopping_without_anything_to_watch_is_refused() -> None:
    with pytest.raises(SpecError) as refusal:
        trained(patience=3)
    assert refusal.value.code == "nothing_to_watch"


def test_validation_may_begin_on_a_day() -> None:
    series = series_of(value=VALUES)
    parts = split(ForecastSpec(window=6, validation_from="2024-03-01", train_to="2024-03-10"), series)
    assert [str(parts.dates[row].date()) for row in parts.validation_rows[[0, -1]]] == ["2024-03-01", "2024-03-10"]
    assert parts.dates[parts.fit_rows[-1]].date().isoformat() == "2024-02-29"
    with pytest.raises(SpecError, match="Choose an earlier day") as refusal:
        split(ForecastSpec(window=6, validation_from="2024-04-05"), series)
    assert refusal.value.code == "validation_empty"


@pytest.mark.parametrize("horizon", [1, 4])
def test_windows_learnt_from_do_not_reach_into_those_kept_back(horizon: int) -> None:
    parts = split(ForecastSpec(window=6, horizon=horizon, validation_share=0.25), series_of(value=VALUES))
    assert parts.fit_rows.stop == parts.validation_rows[0]
    assert parts.validation_rows[-1] + horizon == parts.train.stop


def test_kept_back_rows_come_with_what_was_predicted_of_them() -> None:
    run = trained(validation_share=0.2)
    parts = split(run.spec, series_of(value=VALUES))
    assert np.array_equal(run.kept_back.actual, VALUES[parts.validation_rows])
    assert np.array_equal(run.kept_back.naive, VALUES[parts.validation_rows - 1])
    assert np.isfinite(run.kept_back.predicted).all()
    assert trained().kept_back.predicted.shape == (0,)


@pytest.mark.parametrize("schedule", ["cosine", "plateau"])
def test_a_schedule_changes_the_training_and_the_first_step_begins_with_the_chosen_rate(schedule: Any) -> None:
    fields = {"epochs": 40, "learning_rate": 0.5}
    plain, falling = trained(**fields), trained(**fields, schedule=schedule)
    assert plain.history[-1].loss != falling.history[-1].loss
    network = build_network(ForecastSpec(schedule=schedule, learning_rate=0.5), 1, batches=10)
    assert float(keras.ops.convert_to_numpy(network.optimizer.learning_rate)) == pytest.approx(0.5)


def test_clipping_shortens_gradients() -> None:
    wild = {"optimizer": "sgd", "learning_rate": 1.0, "scaling": "none", "units": 16}
    assert np.isnan(trained(**wild, epochs=20).scores.rmse)
    assert np.isfinite(trained(**wild, epochs=20, clip_norm=0.5).scores.rmse)


def test_l2_keeps_weights_small() -> None:
    def size(run: Run) -> float:
        return sum(float(np.square(weight).sum()) for weight in run.weights[:2])

    assert size(trained(l2=0.1, epochs=15)) < 0.7 * size(trained(epochs=15))


def test_recurrent_dropout_acts_while_learning_only() -> None:
    one, two = trained(recurrent_dropout=0.5), trained(recurrent_dropout=0.5)
    assert np.array_equal(one.predicted, two.predicted)
    assert one.history[-1].loss != trained().history[-1].loss


def test_looking_at_the_curve_does_not_change_what_is_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = trained(recurrent_dropout=0.5, dropout=0.2, bidirectional=True)
    monkeypatch.setattr("rnn_core.forecast.watch.frame_epochs", lambda _epochs: frozenset({1}))
    monkeypatch.setattr("rnn_core.forecast.watch.SECONDS_BETWEEN_CURVES", 1e9)
    alone = trained(recurrent_dropout=0.5, dropout=0.2, bidirectional=True)
    assert (len(looked_at.frames), len(alone.frames)) == (4, 2)
    assert all(np.array_equal(one, two) for one, two in zip(looked_at.weights, alone.weights, strict=True))


def test_attention_weighs_the_steps_of_a_window() -> None:
    mixing = attention_over_time(5, 3)
    states = np.random.default_rng(1).normal(size=(2, 5, 3)).astype("float32")
    # By hand, from the equations.
    kernel, bias, query = mixing.get_weights()
    scores = np.tanh(states @ kernel + bias) @ query
    weights = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    assert np.asarray(mixing(states)) == pytest.approx((states * weights).sum(axis=1), rel=1e-5)
    # Where the query is nothing, all steps count alike.
    mixing.set_weights([kernel, bias, np.zeros((3, 1))])
    assert np.asarray(mixing(states)) == pytest.approx(states.mean(axis=1), rel=1e-5)


@pytest.mark.parametrize("bidirectional", [False, True])
def test_attention_learns_in_every_kind_of_network(bidirectional: bool) -> None:
    run = trained(attention=True, bidirectional=bidirectional, layers=2, dropout=0.1)
    kinds = [layer.kind for layer in run.layers]
    assert kinds[-2:] == ["AttentionOverTime", "Dense"]
    assert np.isfinite(run.predicted).all()


def test_the_network_scales_windows_as_the_library_does() -> None:
    spec = ForecastSpec(**{**SMALL, "scaling": "window"})
    batch = np.random.default_rng(1).normal(300, 5, size=(4, 6, 2)).astype("float32")
    layer = build_network(spec, 2).layers[0]
    assert np.asarray(layer(batch)) == pytest.approx(by_own_size(batch), abs=1e-3)


def test_frames_show_the_way_to_the_last_curve() -> None:
    run = trained(epochs=5)
    assert [frame.epoch for frame in run.frames] == [1, 2, 3, 4, 5]
    assert run.frames[-1].curve == pytest.approx(run.predicted)
    assert not np.array_equal(run.frames[0].curve, run.frames[-1].curve)


HONEST = {"validation_share": 0.2, "patience": 2, "epochs": 5, "schedule": "plateau", "learning_rate": 0.2}
CASES: dict[str, dict[str, Any]] = {
    "plain": {},
    "each window by itself": {"scaling": "window"},
    "as changes": {"predict": "log_change", "scaling": "standard"},
    "several inputs and steps": {"inputs": ("value", "change(value)", "log(other/value)"), "horizon": 4},
    "by days": {"validation_share": 0.0, "validation_from": "2024-03-10", "missing": "previous"},
}


@cache
def honest(case: str) -> Run:
    """The training whose test values nobody has touched."""
    return train(honest_spec(case), series_of(value=VALUES, other=VALUES[::-1]))


def honest_spec(case: str) -> ForecastSpec:
    return ForecastSpec(**{**SMALL, **HONEST, **CASES[case], "target": "value"})


def what_is_chosen(spec: ForecastSpec, series: Series) -> np.ndarray:
    """What the scalers make of values that are always the same."""
    parts = split(spec, series)
    scaled = scale(parts, spec)
    known = Known(np.full((1, 1), 40.0))
    inputs = scaled.scale_inputs(np.full((1, len(parts.features)), 0.3))
    return np.concatenate([inputs[0], scaled.terms.in_unit(np.full((1, spec.horizon), 0.3), known)[0]])


@pytest.mark.parametrize("case", CASES)
@given(data=st.data())
# Every example is a training: a failing one is not made smaller by many more.
@settings(max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate])
def test_no_test_value_changes_a_scaler_a_weight_or_the_stopping_epoch(case: str, data: Any) -> None:
    plain, spec = honest(case), honest_spec(case)
    rows = plain.test_windows
    drawn = [data.draw(st.lists(st.floats(0.01, 1e6), min_size=rows, max_size=rows)) for _ in range(2)]
    value, other = (np.r_[known[:-rows], late] for known, late in zip((VALUES, VALUES[::-1]), drawn, strict=True))
    series = series_of(value=value, other=other)
    run = train(spec, series)
    assert all(np.array_equal(one, two) for one, two in zip(plain.weights, run.weights, strict=True))
    assert [epoch.validation_loss for epoch in plain.history] == [epoch.validation_loss for epoch in run.history]
    assert (plain.best_epoch, plain.train_mean, plain.train_step) == (run.best_epoch, run.train_mean, run.train_step)
    assert np.array_equal(plain.kept_back.predicted, run.kept_back.predicted)
    assert np.array_equal(plain.kept_back.spread, run.kept_back.spread, equal_nan=True)
    # The first test row's window lies wholly before the test part.
    assert plain.predicted[0] == run.predicted[0]
    assert plain.spread[0] == run.spread[0]
    untouched = what_is_chosen(spec, series_of(value=VALUES, other=VALUES[::-1]))
    assert np.array_equal(untouched, what_is_chosen(spec, series))
    # What the baselines chose (a season, a penalty, a smoothing) was chosen without the test too.
    assert [one.name for one in plain.baselines] == [one.name for one in run.baselines]
    for first, second in zip(plain.baselines, run.baselines, strict=True):
        if first.predicted is not None and second.predicted is not None:
            assert first.predicted[0] == pytest.approx(second.predicted[0], rel=1e-9)
