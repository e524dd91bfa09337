"""Training one judge of texts, and testing it on texts that it never saw. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from rnn_core.cells import Choice, choose_layers
from rnn_core.learning.events import OnEvent, StageBegan, ignore, never
from rnn_core.learning.fitting import fit
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.learning.versions import versions
from rnn_core.learning.watch import Watch
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.baselines import baselines_of
from rnn_core.text.sentiment.learner import Feed, Learner
from rnn_core.text.sentiment.learners import learner_for
from rnn_core.text.sentiment.missed import missed_texts
from rnn_core.text.sentiment.network import build_network
from rnn_core.text.sentiment.numbered import Numbered, lengths_of, numbered
from rnn_core.text.sentiment.parts import split
from rnn_core.text.sentiment.result import DataFacts, Judged
from rnn_core.text.sentiment.scores import score
from rnn_core.text.sentiment.spec import SentimentSpec


def train(
    spec: SentimentSpec,
    examples: Examples,
    on_event: OnEvent = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Judged:
    """Train the network of `spec` on `examples`, and ask it, and the baselines, about those that are kept for the test.

    Deterministic: the same spec and examples give the same numbers in every process of one thread.
    `should_stop` is asked several times a second; once it says yes, the result is what has been learnt so far.

    Raises:
        SpecError: the spec does not fit the examples.
    """
    on_event(StageBegan("preparing"))
    texts = numbered(spec, split(spec, examples))
    choice = _choose(spec, texts)
    with seeded(spec.seed):
        symbols, classes = len(texts.vocabulary), len(texts.parts.classes)
        network = build_network(spec, symbols, classes)
        learner = learner_for(spec, symbols, classes, fast=choice.fast)
        learner.begin(network, spec.learning_rate)
        feed, kept_back = _feeds(spec, texts)
        watch = _AccuracyWatch(learner, batches=feed.batches, on_event=on_event, should_stop=should_stop)
        more = _callbacks(spec)
        on_event(StageBegan("training"))
        fit(learner, feed, kept_back=kept_back, epochs=spec.epochs, callbacks=[watch, *more])
    on_event(StageBegan("predicting"))
    # What is kept is a network of Keras' own layers, whichever did the work.
    network.set_weights(learner.network.get_weights())
    return _judged(spec, examples, texts, _Trained(learner, network, choice, watch, _best_epoch(more, watch)))


class _AccuracyWatch(Watch):
    """A `Watch` that also tells the accuracy on what is kept back."""

    def __init__(self, learner: Learner, **watch: Any) -> None:
        super().__init__(**watch)
        self._learner = learner

    def more(self, epoch: int) -> dict[str, Any]:  # noqa: ARG002
        """The share of the validation texts that was judged rightly."""
        return {"measure": self._learner.accuracy}


@dataclass(frozen=True)
class _Trained:
    """What training left: who learnt, the same as a `network` of Keras' own layers, and how it went."""

    learner: Learner
    network: keras.Model
    choice: Choice
    watch: Watch
    best_epoch: int


def _choose(spec: SentimentSpec, texts: Numbered) -> Choice:
    gpu = bool(tf.config.list_physical_devices("GPU"))
    usual = int(np.median(lengths_of(texts.numbers[texts.parts.learning])))
    return choose_layers(spec.cell, units=spec.units, window=usual, batch_size=spec.batch_size, gpu=gpu)


def _feeds(spec: SentimentSpec, texts: Numbered) -> tuple[Feed, Feed | None]:
    """Texts to learn from, in an order that the seed decides, and those to check with, if any are kept back."""
    parts = texts.parts
    order = np.random.default_rng(spec.seed).permutation(parts.learning)
    learn, check = (Feed.of(texts.numbers, parts.labels, rows, spec.batch_size) for rows in (order, parts.validation))
    return learn, check if len(parts.validation) else None


def _callbacks(spec: SentimentSpec) -> list[keras.callbacks.EarlyStopping]:
    if not spec.stops_early:
        return []
    return [keras.callbacks.EarlyStopping("val_loss", patience=spec.patience, restore_best_weights=True)]


def _best_epoch(callbacks: list[keras.callbacks.EarlyStopping], watch: Watch) -> int:
    """The epoch, counted from 1, whose weights the network has; 0 before the first has ended."""
    done = len(watch.history)
    kept = [int(one.best_epoch) + 1 for one in callbacks if one.best_weights is not None]
    return min([*kept, done])


def _judged(spec: SentimentSpec, examples: Examples, texts: Numbered, trained: _Trained) -> Judged:
    parts, watch, seconds = texts.parts, trained.watch, trained.watch.seconds
    labels = parts.labels[parts.test]
    said = trained.learner.say(texts.numbers[parts.test])
    if watch.lost(trained.best_epoch):
        said = np.full_like(said, np.nan)
    return Judged(
        key=spec.key(examples),
        spec=spec,
        data=_facts(examples, texts),
        vocabulary=texts.vocabulary,
        history=tuple(watch.history),
        labels=labels,
        probabilities=said,
        scores=score(labels, said),
        baselines=baselines_of(parts, said),
        missed=missed_texts([examples.texts[row] for row in parts.test], labels, said),
        best_epoch=trained.best_epoch,
        seconds=seconds,
        stopped=watch.stopped,
        weights=tuple(trained.network.get_weights()),
        versions=versions(),
        layer_choice=trained.choice,
        model_file=model_file(trained.network),
    )


def _facts(examples: Examples, texts: Numbered) -> DataFacts:
    parts = texts.parts
    return DataFacts(
        name=examples.name,
        origin=examples.origin,
        language=examples.language,
        fingerprint=examples.fingerprint,
        classes=parts.classes,
        way=parts.way,
        learning=parts.counts(parts.learning),
        validation=parts.counts(parts.validation),
        test=parts.counts(parts.test),
        empty=parts.empty,
        shortened=parts.shortened,
        unknown=texts.unknown,
    )
