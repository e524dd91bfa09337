"""A learner that was used before learns as a fresh one, and in any number of calls the same."""

from collections.abc import Callable
from functools import cache
from typing import Any
from unittest import mock

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.cells import Choice, choose_layers
from rnn_core.forecast import ForecastSpec, Run, train, training
from rnn_core.forecast.feed import Feed, shuffled
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.learners import learner_for
from rnn_core.forecast.network import build_network
from rnn_core.learning import watch
from rnn_core.learning.seeds import seeded
from rnn_core.series import Series
from tests.forecast.forecast_series import series_of

WAVE = 50 + 20 * np.sin(np.arange(120) / 4)
# 72 windows to learn from: five batches of 16, the last one not full.
BATCHES, FEATURES = 5, 2
# Optimizers with momenta, masks and random numbers: all that could be left behind.
DROPPING = ForecastSpec.make(
    cell="GRU",
    units=3,
    window=6,
    epochs=2,
    batch_size=16,
    target="value",
    inputs=("value", "other"),
    dropout=0.2,
    recurrent_dropout=0.2,
    validation_share=0.2,
)
COSINE = DROPPING.change(schedule="cosine", dropout=0.0, recurrent_dropout=0.0, optimizer="rmsprop")


def series(times: float = 1.0) -> Series:
    return series_of(value=times * WAVE, other=WAVE[::-1])


def made_anew(spec: ForecastSpec, features: int, *, batches: int, choice: Choice) -> Learner:
    return Learner(build_network(spec, features, batches=batches, fast=choice.fast))


def kept_for(spec: ForecastSpec) -> Learner:
    choice = choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size)
    return learner_for(spec, FEATURES, batches=BATCHES, choice=choice)


@cache
def alone(spec: ForecastSpec) -> Run:
    """A training whose learner nobody used before."""
    with mock.patch.object(training, "learner_for", made_anew):
        return train(spec, series())


def another_seed(spec: ForecastSpec) -> None:
    train(spec.change(seed=9), series())


def stopped_in_mid_epoch(spec: ForecastSpec) -> None:
    answers = iter([False, False])
    run = train(spec, series(), should_stop=lambda: next(answers, True))
    assert (run.stopped, run.history) == (True, ())


def a_learning_rate_that_fell(spec: ForecastSpec) -> None:
    train(spec.change(schedule="plateau", learning_rate=1.0, epochs=25), series())
    assert float(kept_for(spec).network.optimizer.learning_rate) < 1.0


def numbers_that_are_none(spec: ForecastSpec) -> None:
    run = train(spec.change(scaling="none"), series(times=1e25))
    assert np.isnan(run.history[-1].loss)
    assert np.isnan(kept_for(spec).network.get_weights()[0]).all()


@pytest.mark.parametrize(
    ("before", "spec"),
    [
        (another_seed, DROPPING),
        (stopped_in_mid_epoch, DROPPING),
        (a_learning_rate_that_fell, DROPPING),
        (numbers_that_are_none, DROPPING),
        (another_seed, COSINE),
        (stopped_in_mid_epoch, COSINE),
    ],
    ids=lambda one: one.__name__ if callable(one) else one.schedule,
)
def test_a_learner_used_before_gives_the_numbers_of_a_fresh_one(
    before: Callable[[ForecastSpec], None], spec: ForecastSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0)
    # Made for another learning rate, where that is no part of what is compiled.
    kept = kept_for(spec if spec.schedule == "cosine" else spec.change(learning_rate=0.1))
    before(spec)
    run, fresh = train(spec, series()), alone(spec)
    assert kept_for(spec) is kept
    assert losses(run) == losses(fresh)
    assert np.array_equal(run.predicted, fresh.predicted)
    assert all(np.array_equal(one, two) for one, two in zip(run.weights, fresh.weights, strict=True))


def losses(run: Run) -> list[tuple[float, float | None]]:
    return [(epoch.loss, epoch.validation_loss) for epoch in run.history]


# 37 windows: two batches of 16 and one of 5.
ROWS, ORDER = 50, np.random.default_rng(1).permutation(37)


def feed() -> Feed:
    inputs, target = (np.random.default_rng(2).normal(size=(ROWS, width)) for width in (FEATURES, 1))
    return Feed(tf.constant(inputs, tf.float32), tf.constant(target, tf.float32), tf.constant(ORDER), 16)


def begun(learner: Learner) -> Learner:
    with seeded(3):
        learner.begin(build_network(DROPPING, FEATURES), 0.01)
    return learner


def together(do: Callable[..., tuple[float, int]], *calls: tuple[int, int]) -> tuple[float, int]:
    """The mean loss of all windows of these calls, and how many they were."""
    losses, windows = zip(*(do(feed(), *call) for call in calls), strict=True)
    return float(np.dot(losses, windows)) / sum(windows), sum(windows)


@pytest.fixture(scope="module")
def learner() -> Learner:
    return Learner(build_network(DROPPING, FEATURES, fast=True))


@pytest.mark.parametrize("calls", [((0, 1), (1, 2), (2, 3)), ((0, 2), (2, 3)), ((0, 1), (1, 3))], ids=str)
def test_many_batches_in_one_call_are_learnt_as_in_several(learner: Learner, calls: Any) -> None:
    loss, windows = together(begun(learner).learn, (0, 3))
    weights = learner.network.get_weights()
    assert windows == len(ORDER)
    assert together(begun(learner).learn, *calls) == (pytest.approx(loss, rel=1e-6), windows)
    for expected, found in zip(weights, learner.network.get_weights(), strict=True):
        np.testing.assert_array_equal(found, expected)


def test_a_check_tells_the_mean_loss_of_all_windows_and_learns_nothing(learner: Learner) -> None:
    before = begun(learner).network.get_weights()
    once, in_parts = together(learner.check, (0, 3)), together(learner.check, (0, 1), (1, 3))
    windows = np.stack([feed().inputs.numpy()[begin : begin + 6] for begin in ORDER])
    by_hand = np.square(learner.say(windows) - feed().target.numpy()[ORDER + 6]).mean()
    for loss, seen in (once, in_parts):
        assert (loss, seen) == (pytest.approx(by_hand, rel=1e-6), len(ORDER))
    assert all(np.array_equal(one, two) for one, two in zip(before, learner.network.get_weights(), strict=True))


class Noting(keras.Model):
    """Learns nothing; notes what it is given."""

    def train_step(self, data: Any) -> dict[str, Any]:
        self.given.extend(data[0].numpy().ravel().tolist())
        return {"loss": tf.zeros(())}


@pytest.mark.parametrize("count", [5, 37])
def test_windows_come_in_the_order_of_keras_own_fit_in_every_epoch(count: int) -> None:
    network = Noting()
    network.given = []
    network.compile(run_eagerly=True)
    keras.utils.set_random_seed(7)
    network.fit(np.arange(float(count)), np.zeros(count), batch_size=4, epochs=2, shuffle=True, verbose=0)
    with seeded(7):
        order = shuffled(count).tolist()
    assert order != sorted(order)
    assert network.given == [*order, *order]
