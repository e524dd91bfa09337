"""Learner: what counts in the loss, fresh batches, and a teacher who does not tell all."""

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.learning.seeds import seeded
from rnn_core.text.rewrite.adding import meaning
from rnn_core.text.rewrite.falling import Falling
from rnn_core.text.rewrite.feed import Fresh, batches_of
from rnn_core.text.rewrite.learner import Learner
from rnn_core.text.rewrite.learners import learner_for
from rnn_core.text.rewrite.network import build_own
from rnn_core.text.rewrite.spec import BATCHES_AN_EPOCH, RewriteSpec
from rnn_core.text.rewrite.task import part_of

SPEC = RewriteSpec(task="add", units=8, embedding=4, batch_size=3, learning_rate=0.01)
QUESTIONS, ANSWERS = ("47+385", "8+5", "999+1", "1+1"), ("432", "13", "1000", "2")


def learner_of(spec: RewriteSpec) -> Learner:
    """The one that is kept for such a spec, as at the beginning of a training."""
    with seeded(spec.seed):
        fresh = build_own(spec)
    learner = learner_for(spec, fast=True)
    learner.begin(fresh, learning_rate=0.01, steps=1_000)
    return learner


def weights(learner: Learner) -> Any:
    return np.concatenate([one.ravel() for one in learner.network.get_weights()])


def test_the_loss_is_that_of_real_letters_and_of_the_end_alone() -> None:
    learner = learner_of(SPEC)
    loss, count = learner.check(batches_of(SPEC, QUESTIONS, ANSWERS), 0, 2)
    assert count == sum(len(one) + 1 for one in ANSWERS)
    # The same, one question at a time, without any padding, by hand.
    total = 0.0
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        alone = batches_of(SPEC, (question,), (answer,))
        logits = learner.network([alone.questions, alone.lengths, alone.before])
        logs = keras.ops.convert_to_numpy(keras.ops.log_softmax(logits))[0]
        total -= sum(logs[place, sign] for place, sign in enumerate(alone.wanted.numpy()[0]))
    assert loss == pytest.approx(total / count, rel=1e-4)


def test_learning_lowers_the_loss_of_what_is_learnt() -> None:
    learner = learner_of(SPEC)
    feed = batches_of(SPEC, QUESTIONS * 30, ANSWERS * 30)
    before, _ = learner.check(feed, 0, feed.batches)
    learner.learn(feed, 0, feed.batches)
    assert learner.check(feed, 0, feed.batches)[0] < before


def test_many_batches_in_one_call_are_the_same_as_one_by_one() -> None:
    feed = batches_of(SPEC, QUESTIONS * 3, ANSWERS * 3)
    learner = learner_of(SPEC)
    learner.learn(feed, 0, 4)
    together = weights(learner)
    # The same learner again, of which a new beginning leaves nothing.
    learner = learner_of(SPEC)
    for batch in range(4):
        learner.learn(feed, batch, batch + 1)
    np.testing.assert_allclose(weights(learner), together, atol=1e-6)


def test_the_learning_rate_falls_to_nothing() -> None:
    falling = Falling()
    falling.begin(0.4, 100)
    rates = [float(falling(step)) for step in (0, 50, 100, 200)]
    assert rates == pytest.approx([0.4, 0.2, 0, 0], abs=1e-7)


def test_each_epoch_has_fresh_questions_and_none_that_is_kept_back() -> None:
    fresh = Fresh(SPEC)
    first, same, second = fresh.epoch(0), fresh.epoch(7), fresh.epoch(0)
    assert first is same
    assert first.batches == BATCHES_AN_EPOCH
    assert not np.array_equal(first.wanted.numpy()[:, :2], second.wanted.numpy()[:, :2])
    again = Fresh(SPEC)
    again.epoch(0)
    np.testing.assert_array_equal(second.questions, again.epoch(0).questions)
    for epoch in (first, second):
        for row in epoch.questions.numpy():
            one, other = SPEC.reads.decode(row).split("+")
            assert part_of(meaning(int(one), int(other))) == "learnt"


def test_the_share_of_letters_that_the_teacher_tells_is_the_one_asked_for() -> None:
    spec = SPEC.change(teacher_forcing=0.3, batch_size=64)
    assert Fresh(spec).epoch(0).forced.numpy().mean() == pytest.approx(0.3, abs=0.02)
    assert Fresh(SPEC).epoch(0).forced.numpy().all()


def test_letters_that_the_teacher_does_not_tell_are_the_networks_own() -> None:
    learner = learner_of(SPEC)
    feed = batches_of(SPEC, QUESTIONS[:1], ANSWERS[:1])
    own = np.argmax(learner.network([feed.questions, feed.lengths, feed.before]), axis=2)
    forced = tf.constant([[False, True, False, False]])
    mixed = learner._mixed((feed.questions, feed.lengths), feed.before, forced).numpy()[0]
    right = feed.before.numpy()[0]
    assert mixed.tolist() == [0, right[1], own[0, 1], own[0, 2]]


def test_a_teacher_who_does_not_tell_all_learns_something_else() -> None:
    told, left_alone = learner_of(SPEC), learner_of(SPEC.change(teacher_forcing=0.0))
    feed = batches_of(SPEC, QUESTIONS, ANSWERS)
    told.learn(feed, 0, 2)
    left_alone.learn(feed, 0, 2)
    # Every letter of this feed is told, so that both passes together are plain teacher forcing.
    np.testing.assert_allclose(weights(told), weights(left_alone), atol=1e-6)
    left_alone.learn(Fresh(SPEC.change(teacher_forcing=0.0)), 0, 10)
    told.learn(Fresh(SPEC), 0, 10)
    assert not np.allclose(weights(told), weights(left_alone))
    assert np.isfinite(weights(left_alone)).all()
