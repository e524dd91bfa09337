"""The shape of a training: each setting is part of what is compiled, or it is said here why it is not."""

import json
from functools import cache
from typing import Any

import keras
import pytest

from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.network import build_network
from rnn_core.forecast.shape import shape_of

# Another value of each setting. What is compiled: the network, its loss, its optimizer.
COMPILED: dict[str, Any] = {
    "cell": "GRU",
    "units": 3,
    "layers": 2,
    "bidirectional": True,
    "attention": True,
    "dropout": 0.1,
    "recurrent_dropout": 0.1,
    "l2": 0.1,
    "horizon": 2,
    "window": 5,
    "optimizer": "sgd",
    "loss": "mae",
    "clip_norm": 1.0,
    # Each window by itself is scaled by a layer of the network.
    "scaling": "window",
    # A falling curve of learning rates is calculated in the optimizer.
    "schedule": "cosine",
}
# What decides that curve; without it, both are given to a learner for each training.
SCHEDULED: dict[str, Any] = {"learning_rate": 0.1, "epochs": 3}
GIVEN: dict[str, Any] = {
    # The same for every spec.
    "kind": "forecast",
    # What the tensors of a series hold; how many columns they have is told to `shape_of`.
    "target": "Close",
    "inputs": ("Close",),
    "predict": "log_change",
    "missing": "drop",
    # Which windows are learnt from and checked with: a tensor of a feed.
    "train_from": "2020-01-01",
    "validation_from": "2020-01-02",
    "train_to": "2020-01-03",
    "test_from": "2020-01-04",
    "test_to": "2020-01-05",
    "test_share": 0.3,
    "validation_share": 0.1,
    # A number given with each call; how many batches an epoch has is told to `shape_of`.
    "batch_size": 16,
    # What watches a training from outside.
    "patience": 3,
    # First weights and the state of what is drawn at random are taken from a fresh network.
    "seed": 2,
}
PLAIN = ForecastSpec(cell="SimpleRNN", units=2, window=4)
FALLING = PLAIN.change(schedule="cosine")


def shape(spec: ForecastSpec) -> str:
    return shape_of(spec, 1, batches=3, fast=True)


def test_every_setting_is_in_one_group() -> None:
    assert sorted([*COMPILED, *SCHEDULED, *GIVEN]) == sorted(ForecastSpec.model_fields)


@pytest.mark.parametrize(("name", "value"), COMPILED.items(), ids=COMPILED)
def test_another_network_loss_or_optimizer_is_another_shape(name: str, value: Any) -> None:
    assert shape(PLAIN.change(**{name: value})) != shape(PLAIN)


@pytest.mark.parametrize(("name", "value"), SCHEDULED.items(), ids=SCHEDULED)
def test_what_decides_a_schedule_is_part_of_the_shape_only_where_there_is_one(name: str, value: Any) -> None:
    assert shape(PLAIN.change(**{name: value})) == shape(PLAIN)
    assert shape(FALLING.change(**{name: value})) != shape(FALLING)


@pytest.mark.parametrize(
    ("name", "value"),
    [*GIVEN.items(), ("scaling", "standard"), ("scaling", "none"), ("schedule", "plateau")],
    ids=str,
)
def test_other_settings_leave_the_shape_and_the_network_as_they_are(name: str, value: Any) -> None:
    # A schedule is all that a network may have more.
    spec = PLAIN if name == "schedule" else FALLING
    changed = spec.change(**{name: value})
    assert shape(PLAIN.change(**{name: value})) == shape(PLAIN)
    assert shape(changed) == shape(spec)
    assert described(changed) == described(spec)


@cache
def described(spec: ForecastSpec) -> dict[str, Any]:
    """All that Keras says of a network, its loss and its optimizer."""
    keras.utils.clear_session()  # names of layers are counted from there
    found: dict[str, Any] = json.loads(build_network(spec, 1, batches=3).to_json())
    return found


def test_features_and_kinds_of_layers_are_part_of_the_shape_and_batches_where_a_schedule_counts_them() -> None:
    assert shape_of(PLAIN, 2, batches=3, fast=True) != shape(PLAIN)
    assert shape_of(PLAIN, 1, batches=3, fast=False) != shape(PLAIN)
    assert shape_of(PLAIN, 1, batches=4, fast=True) == shape(PLAIN)
    assert shape_of(FALLING, 1, batches=4, fast=True) != shape(FALLING)
