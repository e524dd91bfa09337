"""Training one character model, and scoring it on the end of the text. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from rnn_core.cells import Choice, choose_layers
from rnn_core.learning.events import StageBegan, ignore, never
from rnn_core.learning.fitting import fit
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.learning.versions import versions
from rnn_core.text.passage import Passage
from rnn_core.text.write.baselines import count
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.feed import Feed, feeds_of
from rnn_core.text.write.generating import sample
from rnn_core.text.write.learner import Learner
from rnn_core.text.write.model import Writer
from rnn_core.text.write.network import build_network
from rnn_core.text.write.parts import Parts, part
from rnn_core.text.write.result import PassageFacts, Written, film
from rnn_core.text.write.spec import WriteSpec
from rnn_core.text.write.watch import SampleWatch

OnEvents = Callable[[Any], None]
"""Hears all events of `learning`, and `Sampled`."""

# How long samples are, in characters, and how bold: between always the likeliest and as the network has it.
SAMPLE_LENGTH = 200
SAMPLE_MANNER = Manner(temperature=0.7)
# Pieces that are scored in one call: some 50,000 characters, so that sums stay exact and other threads are let in.
_SCORED_AT_ONCE = 200


def train(
    spec: WriteSpec,
    passage: Passage,
    on_event: OnEvents = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Written:
    """Train the network of `spec` on the beginning of `passage` and score it on the end.

    Deterministic but for the samples on the way: the same spec and text give the same numbers in every process of one
    thread. `should_stop` is asked several times a second; once it says yes, the training ends with what has been
    learnt so far.

    Raises:
        SpecError: the text is too short for the spec.
    """
    on_event(StageBegan("preparing"))
    parts = part(spec, passage)
    learning, held_out = feeds_of(spec, parts)
    choice = _choose(spec)
    with seeded(spec.seed):
        learner = Learner(spec, len(parts.vocabulary), batches=learning.batches, fast=choice.fast)
        watch = SampleWatch(
            epochs=spec.epochs,
            draw=lambda: _write(spec, parts, learner),
            batches=learning.batches,
            on_event=on_event,
            should_stop=should_stop,
        )
        on_event(StageBegan("training"))
        fit(learner, learning, kept_back=held_out, epochs=spec.epochs, callbacks=[watch])
    on_event(StageBegan("predicting"))
    seconds = watch.seconds
    trained = _Trained(parts, learner, choice, seconds, _held_out_loss(learner, held_out, watch))
    return _written(spec, passage, trained, watch)


@dataclass(frozen=True)
class _Trained:
    """What training left: who learnt from `parts`, by which `choice` of layers, for how long, and what it scores."""

    parts: Parts
    learner: Learner
    choice: Choice
    seconds: float
    held_out_loss: float


def _choose(spec: WriteSpec) -> Choice:
    gpu = bool(tf.config.list_physical_devices("GPU"))
    return choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size, gpu=gpu)


def _write(spec: WriteSpec, parts: Parts, learner: Learner) -> str:
    """What the network writes as it is at this moment; by the same luck each time, so that the weights alone differ."""
    writer = Writer.of(spec.cell, learner.network.get_weights())
    return sample(writer, parts.vocabulary, SAMPLE_LENGTH, manner=SAMPLE_MANNER, seed=spec.seed)


def _held_out_loss(learner: Learner, held_out: Feed, watch: SampleWatch) -> float:
    """Nats per held-out character of the weights as they are: after the last epoch that is known already."""
    if watch.history and not watch.stopped and watch.history[-1].validation_loss is not None:
        return watch.history[-1].validation_loss
    total, seen = 0.0, 0
    for first in range(0, held_out.batches, _SCORED_AT_ONCE):
        loss, characters = learner.check(held_out, first, min(first + _SCORED_AT_ONCE, held_out.batches))
        total, seen = total + loss * characters, seen + characters
    return total / seen


def _written(spec: WriteSpec, passage: Passage, trained: _Trained, watch: SampleWatch) -> Written:
    parts = trained.parts
    counting = count(parts, length=SAMPLE_LENGTH, manner=SAMPLE_MANNER, seed=spec.seed)
    # What is kept is a network of Keras' own layers, whichever did the work.
    network = build_network(spec, len(parts.vocabulary))
    network.set_weights(trained.learner.network.get_weights())
    return Written(
        key=spec.key(passage),
        spec=spec,
        passage=PassageFacts.of(passage),
        vocabulary=parts.vocabulary,
        learnt=len(parts.learnt),
        held_out=len(parts.held_out),
        unknown_share=parts.unknown_share,
        history=tuple(watch.history),
        held_out_loss=trained.held_out_loss,
        baselines=counting.scores,
        counted_sample=counting.sample,
        samples=film(watch.samples),
        seconds=trained.seconds,
        stopped=watch.stopped,
        weights=tuple(network.get_weights()),
        versions=versions(),
        layer_choice=trained.choice,
        model_file=model_file(network),
    )
