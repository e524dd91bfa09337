"""A stream's state goes on, a gradient does not: held to an epoch that is written out piece by piece."""

import math
from itertools import pairwise
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.cells import CELLS
from rnn_core.learning.seeds import seeded
from rnn_core.text.write.feed import Feed, feeds_of
from rnn_core.text.write.learner import Learner
from rnn_core.text.write.model import Writer
from rnn_core.text.write.network import build_network
from rnn_core.text.write.parts import Parts, part
from rnn_core.text.write.spec import WriteSpec
from tests.text.write.small import passage_of, small, text_of

PARTS = part(small(), passage_of())


def learner_of(spec: WriteSpec, parts: Parts = PARTS, *, fast: bool = True) -> Learner:
    with seeded(spec.seed):
        feed, _ = feeds_of(spec, parts)
        return Learner(spec, len(parts.vocabulary), batches=feed.batches, fast=fast)


def written_out(spec: WriteSpec, feed: Feed) -> tuple[list[np.ndarray], float]:
    """An epoch over `feed`, where states are carried as plain numbers: the weights then, and the mean loss."""
    with seeded(spec.seed):
        network = build_network(spec, len(PARTS.vocabulary), fast=True)
    optimizer = keras.optimizers.Adam(global_clipnorm=spec.clip_norm or None)
    rows, losses = feed.streams.numpy(), []
    states: list[Any] = [np.zeros((len(rows), spec.units), "float32") for _ in network.inputs[1:]]
    ends = [piece * (rows.shape[1] - 1) // feed.batches for piece in range(feed.batches + 1)]
    for piece, (begin, end) in enumerate(pairwise(ends)):
        fallen = (1 + math.cos(math.pi * piece / feed.batches)) / 2 if spec.schedule == "cosine" else 1
        optimizer.learning_rate = spec.learning_rate * fallen
        with tf.GradientTape() as tape:
            logits, *after = network([rows[:, begin:end], *states], training=True)
            loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(rows[:, begin + 1 : end + 1], logits)
        gradients = tape.gradient(loss, network.trainable_variables)
        optimizer.apply([tf.convert_to_tensor(one) for one in gradients], network.trainable_variables)
        states = [one.numpy() for one in after]
        losses += [float(loss)] * (end - begin)
    return network.get_weights(), float(np.mean(losses))


@pytest.mark.parametrize(("cell", "layers"), [("GRU", 1), ("LSTM", 2), ("SimpleRNN", 1)])
def test_an_epoch_is_what_it_is_piece_by_piece(cell: str, layers: int) -> None:
    schedule = "cosine" if layers == 1 else "constant"
    spec = small(cell=cell, layers=layers, learning_rate=0.01, window=30, epochs=1, schedule=schedule)
    learner, (feed, _) = learner_of(spec), feeds_of(spec, PARTS)
    loss, seen = learner.learn(feed, 0, feed.batches)
    weights, meant = written_out(spec, feed)
    assert loss == pytest.approx(meant, abs=1e-5)
    assert seen == len(PARTS.learnt) - 1
    for mine, theirs in zip(learner.network.get_weights(), weights, strict=True):
        assert mine == pytest.approx(theirs, abs=2e-4)


@pytest.mark.parametrize("cell", CELLS)
def test_keras_own_layers_learn_the_same(cell: str) -> None:
    spec = small(cell=cell, window=80)
    feed, _ = feeds_of(spec, PARTS)
    losses = [learner_of(spec, fast=fast).learn(feed, 0, feed.batches) for fast in (True, False)]
    assert losses[0] == pytest.approx(losses[1], abs=1e-5)


def test_any_number_of_calls_learns_the_same() -> None:
    spec = small(dropout=0.3)
    feed, _ = feeds_of(spec, PARTS)
    at_once, in_turn = learner_of(spec), learner_of(spec)
    at_once.learn(feed, 0, feed.batches)
    for piece in range(feed.batches):
        in_turn.learn(feed, piece, piece + 1)
    for one, other in zip(at_once.network.get_weights(), in_turn.network.get_weights(), strict=True):
        assert np.array_equal(one, other)


def test_every_character_is_scored_by_all_that_came_before_it_in_the_held_out_part() -> None:
    parts = part(small(kept_back=0.4), passage_of(text_of(120)))
    learner = learner_of(small(), parts)
    _, held_out = feeds_of(small(), parts)
    assert held_out.batches > 2
    nats, seen = learner.check(held_out, 0, held_out.batches)
    bits = Writer.of("GRU", learner.network.get_weights()).surprise(parts.held_out)
    assert seen == len(bits) == len(parts.held_out) - 1
    assert nats / np.log(2) == pytest.approx(bits.mean(), abs=1e-5)


def test_a_new_epoch_begins_with_nothing_remembered() -> None:
    learner = learner_of(small())
    learning, held_out = feeds_of(small(), PARTS)
    before = learner.check(held_out, 0, held_out.batches)
    learner.check(learning, 0, 2)
    assert learner.check(held_out, 0, held_out.batches) == before


def test_checking_and_asking_change_no_weight() -> None:
    learner = learner_of(small(dropout=0.5))
    before = [one.numpy().copy() for one in learner.network.variables]
    _, held_out = feeds_of(small(), PARTS)
    learner.check(held_out, 0, held_out.batches)
    assert all(np.array_equal(one, two.numpy()) for one, two in zip(before, learner.network.variables, strict=True))


def test_no_piece_is_longer_than_the_window_and_all_are_nearly_as_long() -> None:
    for window in (4, 7, 64, 256):
        feed, _ = feeds_of(small(window=window), PARTS)
        steps = feed.streams.shape[1] - 1
        lengths = np.diff(np.arange(feed.batches + 1) * steps // feed.batches)
        assert lengths.max() <= window
        assert lengths.max() - lengths.min() <= 1
        assert feed.batches == -(-steps // window)


def test_the_last_piece_of_a_very_long_text_is_found() -> None:
    steps = 3_000_000
    long = Feed(tf.fill((1, steps + 1), 2), -(-steps // 256))
    learner = learner_of(small())
    learner.check(long, 0, 1)
    assert learner.check(long, long.batches - 1, long.batches)[1] in (255, 256)


def test_gradients_are_clipped() -> None:
    free, clipped = small(clip_norm=0.0), small(clip_norm=1e-9)
    feed, _ = feeds_of(free, PARTS)
    moved = []
    for spec in (free, clipped):
        learner = learner_of(spec)
        before = learner.network.get_weights()
        learner.learn(feed, 0, 1)
        pairs = zip(before, learner.network.get_weights(), strict=True)
        moved.append(max(float(abs(one - other).max()) for one, other in pairs))
    # Adam makes of any gradient a step of its own size, unless it is as small as what keeps it from dividing by zero.
    assert moved[1] < 0.1 * moved[0]
