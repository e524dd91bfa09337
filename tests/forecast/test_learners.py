"""Learners that are kept: a shape is compiled once, and nothing is left of those that were let go."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.framework.ops import gradient_registry

from rnn_core.cells import choose_layers, fused
from rnn_core.forecast import ForecastSpec, train
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.learners import learner_for
from rnn_core.forecast.shape import KEPT_SHAPES
from rnn_core.learning.compiled import Compiled
from tests.forecast.forecast_series import series_of, wave

# Shapes that no other test has.
SMALL: dict[str, Any] = {"cell": "SimpleRNN", "units": 2, "window": 11, "epochs": 1}


def kept_for(**fields: Any) -> Learner:
    spec = ForecastSpec(**{**SMALL, **fields})
    choice = choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size)
    return learner_for(spec, 1, batches=3, choice=choice)


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> list[fused.Way]:
    """The ways of fast layers that were built into a graph: more of them with each graph."""
    found: list[fused.Way] = []
    go = fused.Way.go
    monkeypatch.setattr(fused.Way, "go", lambda way, *given: found.append(way) or go(way, *given))
    return found


def test_a_shape_is_compiled_once_whatever_is_learnt(traced: list[fused.Way]) -> None:
    train(ForecastSpec(**SMALL), wave())
    once = len(traced)
    assert once > 0
    train(ForecastSpec(**SMALL, seed=2, batch_size=16, learning_rate=0.1), series_of(value=np.arange(90.0)))
    assert len(traced) == once
    train(ForecastSpec(**{**SMALL, "window": 12}), wave())
    assert len(traced) > once


def test_the_learner_used_last_is_let_go_last() -> None:
    kept = {units: kept_for(units=units) for units in range(3, 3 + KEPT_SHAPES)}
    last, *others = reversed(kept)
    for units in (last, *others):
        assert kept_for(units=units) is kept[units]
    kept_for(units=50)
    for units in others:
        assert kept_for(units=units) is kept[units]
    assert kept_for(units=last) is not kept[last]


def test_large_learners_are_let_go_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    # Adam keeps two numbers for each weight, in single precision all of them; and counts its steps.
    weights = 4 * 3 * kept_for(units=60).network.count_params()
    assert weights <= kept_for(units=60).nbytes <= weights + 100
    monkeypatch.setattr(Learner, "nbytes", 60_000_000)
    first, second, _ = (kept_for(units=units) for units in (61, 62, 63))
    assert kept_for(units=62) is second
    assert kept_for(units=61) is not first


def test_keras_layers_and_fast_ones_have_a_learner_each() -> None:
    spec = ForecastSpec(**SMALL)
    fast = choose_layers(spec.cell, units=2, window=11, batch_size=32)
    keras = choose_layers(spec.cell, units=2, window=11, batch_size=32, gpu=True)
    learners = {id(learner_for(spec, 1, batches=3, choice=choice)) for choice in (fast, keras)}
    assert len(learners) == 2


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names under which gradients are noted by TensorFlow, as they come."""
    names: list[str] = []
    kind = type(gradient_registry)
    register = kind.register

    def noting(registry: Any, candidate: Any, name: str | None = None) -> None:
        names.append(str(name))
        register(registry, candidate, name)

    monkeypatch.setattr(kind, "register", noting)
    return names


def test_of_learners_that_were_let_go_nothing_is_left(registered: list[str]) -> None:
    before = set(gradient_registry.list())
    train(ForecastSpec(**{**SMALL, "window": 13}), wave())
    gone = weakref.ref(kept_for(window=13))
    assert any(name.startswith("CustomGradient-") for name in registered)
    for units in range(3, 3 + KEPT_SHAPES):
        kept_for(units=units)
    gc.collect()
    assert gone() is None
    assert set(gradient_registry.list()) == before


@pytest.fixture
def somebody_elses() -> Iterator[str]:
    yield "GradientOfSomebodyElse"
    del gradient_registry._registry["GradientOfSomebodyElse"]


def test_gradients_that_others_register_meanwhile_stay(somebody_elses: str) -> None:
    @tf.custom_gradient
    def double(number: tf.Tensor) -> Any:
        return 2 * number, lambda slope: 2 * slope

    def do(number: tf.Tensor) -> tf.Tensor:
        tf.RegisterGradient(somebody_elses)(lambda _operation, slope: slope)
        return double(number)

    before = set(gradient_registry.list())
    compiled = Compiled(do, [tf.TensorSpec((), tf.float32)])
    assert float(compiled(tf.constant(3.0))) == 6
    assert set(gradient_registry.list()) - before == {somebody_elses}
