"""Runs with text that nobody trained, but whose every number follows; with networks of random weights."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from rnn_core.cells import CELLS, KERAS_LAYERS
from rnn_core.export.exported import Exported
from rnn_core.learning.events import EpochDone
from rnn_core.text.examples import Examples
from rnn_core.text.made_data import MADE_DATA
from rnn_core.text.passage import Passage
from rnn_core.text.rewrite import Rewriter, RewriteSpec, Rewritten
from rnn_core.text.rewrite.examining import examine
from rnn_core.text.rewrite.weights import shapes
from rnn_core.text.sentiment import Judge, Judged, SentimentSpec
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.baselines import BASELINES, majority
from rnn_core.text.sentiment.comparison import compare
from rnn_core.text.sentiment.numbered import Numbered, numbered
from rnn_core.text.sentiment.parts import Parts, split
from rnn_core.text.sentiment.result import LONGEST_MISSED, MOST_MISSED, DataFacts, Missed
from rnn_core.text.sentiment.scores import score
from rnn_core.text.write.baselines import count
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.parts import part
from rnn_core.text.write.spec import WriteSpec
from tests.export.bundle_runs import VERSIONS
from tests.made_up_texts import made_up_written
from tests.text.sentiment.reviews import reviews
from tests.text.write.small import passage_of, small

KINDS = ("write", "sentiment", "rewrite")
HISTORY = (EpochDone(1, 2.0, 2.5, 1.0, measure=0.25), EpochDone(2, 1.0, 1.5, 2.0, measure=0.5))


def weights_of(wanted: Sequence[tuple[int, ...]], seed: int) -> tuple[np.ndarray, ...]:
    random = np.random.default_rng(seed)
    return tuple(random.normal(0, 0.5, shape).astype("float32") for shape in wanted)


def written(spec: WriteSpec | None = None, passage: Passage | None = None, **fields: Any) -> Exported:
    spec, passage = spec or small(), passage or passage_of()
    parts, made = part(spec, passage), made_up_written(spec, passage)
    counting = count(parts, length=30, manner=Manner(), seed=1)
    known = "".join(parts.vocabulary.symbols)
    run = replace(
        made,
        vocabulary=parts.vocabulary,
        learnt=len(parts.learnt),
        held_out=len(parts.held_out),
        unknown_share=parts.unknown_share,
        baselines=counting.scores,
        counted_sample=counting.sample,
        samples=tuple(replace(one, text=known[:9]) for one in made.samples),
        weights=weights_of(_writing_shapes(spec, len(parts.vocabulary)), spec.seed),
        versions=VERSIONS,
        **fields,
    )
    return Exported(run, passage, "A writer", "Of few\nwords")


def _writing_shapes(spec: WriteSpec, symbols: int) -> list[tuple[int, ...]]:
    cell, widths = CELLS[spec.cell], [spec.embedding, *[spec.units] * (spec.layers - 1)]
    wide = cell.gates * spec.units
    bias = (wide,) if cell.biases == 1 else (cell.biases, wide)
    layers = [shape for width in widths for shape in ((width, wide), (spec.units, wide), bias)]
    return [(symbols, spec.embedding), *layers, (spec.units, symbols), (symbols,)]


def judged(spec: SentimentSpec | None = None, examples: Examples | None = None, **fields: Any) -> Exported:
    spec, examples = spec or SentimentSpec(units=3, embedding=4, epochs=4), examples or reviews(60)
    texts = numbered(spec, split(spec, examples))
    parts = texts.parts
    cell, ways = CELLS[spec.cell], 2 if spec.bidirectional else 1
    wide, width = cell.gates * spec.units, spec.units * ways
    bias = (wide,) if cell.biases == 1 else (cell.biases, wide)
    pooling = [(width, width), (width,), (width, 1)] if spec.attention else []
    layers = [(spec.embedding, wide), (spec.units, wide), bias] * ways
    classes = len(parts.classes)
    weights = weights_of(
        [(len(texts.vocabulary), spec.embedding), *layers, *pooling, (width, classes), (classes,)], spec.seed
    )
    said = Judge.of(spec, parts.way, texts.vocabulary, weights).probabilities(texts.numbers[parts.test]).astype(float)
    labels = parts.labels[parts.test]
    wrong = np.flatnonzero(said.argmax(axis=1) != labels)
    order = wrong[np.argsort(-said[wrong].max(axis=1), kind="stable")][:MOST_MISSED].tolist()
    run = Judged(
        key=spec.key(examples),
        spec=spec,
        data=_facts(examples, texts),
        vocabulary=texts.vocabulary,
        history=HISTORY,
        labels=labels,
        probabilities=said,
        scores=score(labels, said),
        baselines=baselines_on(parts, said),
        missed=tuple(Missed(place, examples.texts[parts.test[place]][:LONGEST_MISSED]) for place in order),
        best_epoch=2,
        seconds=2.0,
        stopped=False,
        weights=weights,
        versions=VERSIONS,
        layer_choice=KERAS_LAYERS,
    )
    return Exported(replace(run, **fields), examples, "A judge")


def baselines_on(parts: Parts, said: np.ndarray) -> tuple[Baseline, ...]:
    """As if the logistic regression, whose fit takes seconds, said what the majority says."""
    simple, labels = majority(parts), parts.labels[parts.test]
    scores, compared = score(labels, simple), compare(labels, said, simple)
    return tuple(Baseline(name, title, simple, scores, compared) for name, (title, _) in BASELINES.items())


def _facts(examples: Examples, texts: Numbered) -> DataFacts:
    parts = texts.parts
    counts = (parts.counts(rows) for rows in (parts.learning, parts.validation, parts.test))
    names = (examples.name, examples.origin, examples.language, examples.fingerprint)
    return DataFacts(*names, parts.classes, parts.way, *counts, parts.empty, parts.shortened, texts.unknown)


def rewritten(spec: RewriteSpec | None = None, **fields: Any) -> Exported:
    """Without a beam search, which takes long."""
    spec = spec or RewriteSpec(task="add", units=3, embedding=2, epochs=4)
    weights = weights_of([shape for layer in shapes(spec).values() for shape in layer], spec.seed)
    found = examine(spec, Rewriter(spec, weights), should_stop=lambda: True)
    run = Rewritten(
        key=spec.key(),
        spec=spec,
        history=HISTORY,
        greedy=found.greedy,
        beam=found.beam,
        usual=found.usual,
        usual_text=found.usual_text,
        right=found.right,
        by_length=found.by_length,
        mistakes=found.mistakes,
        seconds=2.0,
        stopped=False,
        weights=weights,
        versions=VERSIONS,
    )
    return Exported(replace(run, **fields), MADE_DATA, note="An adder")


MAKERS = {"write": written, "sentiment": judged, "rewrite": rewritten}


@lru_cache(maxsize=3)
def text_run(kind: str) -> Exported:
    """The usual small run of a kind."""
    return MAKERS[kind]()
