"""Training an encoder and a decoder, and testing them on what was kept back. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.cells import Choice, choose_layers
from rnn_core.errors import RecordError
from rnn_core.learning.events import StageBegan, ignore, never
from rnn_core.learning.fitting import fit
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.learning.versions import versions
from rnn_core.text.rewrite.examining import examine
from rnn_core.text.rewrite.feed import Fresh, batches_of
from rnn_core.text.rewrite.learner import Learner
from rnn_core.text.rewrite.learners import learner_for
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.network import build_own, take_weights, weights_of
from rnn_core.text.rewrite.questions import for_following
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.spec import BATCHES_AN_EPOCH, RewriteSpec
from rnn_core.text.rewrite.watch import RewriteWatch

Floats = npt.NDArray[np.float32]
OnEvents = Callable[[Any], None]
"""Hears all events of `learning`, and `Sampled`."""


def train(spec: RewriteSpec, on_event: OnEvents = ignore, *, should_stop: Callable[[], bool] = never) -> Rewritten:
    """Train the network of `spec` and test it on questions that were kept back.

    Deterministic: the same spec gives the same numbers in every process of one thread. `should_stop` is asked several
    times a second; once it says yes, the training ends with what has been learnt so far.
    """
    on_event(StageBegan("preparing"))
    choice = _choose(spec)
    learner = learner_for(spec, fast=choice.fast)
    with seeded(spec.seed):
        network = build_own(spec)
    learner.begin(network, learning_rate=spec.learning_rate, steps=spec.epochs * BATCHES_AN_EPOCH)
    watch = _watch(spec, learner.network, on_event, should_stop)
    on_event(StageBegan("training"))
    _fit(spec, learner, watch)
    on_event(StageBegan("predicting"))
    # What is kept is a network of Keras' own layers, whichever did the work.
    take_weights(network, learner.network)
    return _result(spec, network, watch, choice, should_stop)


def _choose(spec: RewriteSpec) -> Choice:
    gpu = bool(tf.config.list_physical_devices("GPU"))
    window = spec.longest if spec.what.adjustable else spec.what.longest_question
    return choose_layers(spec.cell, units=spec.units, window=window, batch_size=spec.batch_size, gpu=gpu)


def _watch(
    spec: RewriteSpec, network: keras.Model, on_event: OnEvents, should_stop: Callable[[], bool]
) -> RewriteWatch:
    questions, right = for_following(spec)
    return RewriteWatch(
        epochs=spec.epochs,
        batches=BATCHES_AN_EPOCH,
        now=lambda: Rewriter(spec, weights_of(network)),
        questions=questions,
        right=right,
        on_event=on_event,
        should_stop=should_stop,
    )


def _fit(spec: RewriteSpec, learner: Learner, watch: RewriteWatch) -> None:
    kept_back = batches_of(spec, *for_following(spec))
    fit(learner, Fresh(spec), kept_back=kept_back, epochs=spec.epochs, callbacks=[watch])


def _result(
    spec: RewriteSpec, network: keras.Model, watch: RewriteWatch, choice: Choice, should_stop: Callable[[], bool]
) -> Rewritten:
    seconds = watch.seconds
    weights = tuple(weights_of(network))
    found = examine(spec, _asked(spec, weights), should_stop)
    return Rewritten(
        key=spec.key(),
        spec=spec,
        history=tuple(watch.history),
        greedy=found.greedy,
        beam=found.beam,
        usual=found.usual,
        usual_text=found.usual_text,
        right=found.right,
        by_length=found.by_length,
        mistakes=found.mistakes,
        seconds=seconds,
        stopped=watch.stopped,
        weights=weights,
        versions=versions(),
        layer_choice=choice,
        model_file=model_file(network),
    )


def _asked(spec: RewriteSpec, weights: tuple[Floats, ...]) -> Rewriter | None:
    """The network in NumPy; None if it was lost while it learnt."""
    try:
        return Rewriter(spec, weights)
    except RecordError:
        return None
