"""What training with text might give back, without any: networks of random weights, with scores that are given them."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TextIO

import numpy as np

from rnn_core.cells import CELLS, KERAS_LAYERS
from rnn_core.engine.text_jobs import RewriteJob, SentimentJob, WriteJob
from rnn_core.learning.events import EpochDone
from rnn_core.text.rewrite.marks import LengthMarks, Marks, RightOnes
from rnn_core.text.rewrite.result import Mistake, Rewritten
from rnn_core.text.rewrite.weights import shapes
from rnn_core.text.sentiment.baselines import baselines_of
from rnn_core.text.sentiment.numbered import numbered
from rnn_core.text.sentiment.parts import split
from rnn_core.text.sentiment.result import DataFacts, Judged
from rnn_core.text.sentiment.scores import score
from rnn_core.text.write.result import Written
from tests.made_up_texts import made_up_written

# How each cell does: bits per character, the share of texts judged rightly, the share of exact answers. None: it lost
# itself.
BITS: dict[str, float | None] = {"GRU": 1.5, "LSTM": 1.75, "SimpleRNN": None}
RIGHT: dict[str, float | None] = {"GRU": 0.9, "LSTM": 1.0, "SimpleRNN": None}
EXACT: dict[str, float | None] = {"GRU": 0.95, "LSTM": 0.9, "SimpleRNN": None}

HISTORY = (EpochDone(1, 0.5, 0.6, 1.0), EpochDone(2, 0.4, 0.5, 2.0))


def train_all(jobs: Sequence[Any], out: TextIO) -> list[Any]:
    """Stands in for `rnn_core.commands.training.train_all`."""
    out.write("training\n")
    makers = {WriteJob: written_of, SentimentJob: judged_of, RewriteJob: rewritten_of}
    return [makers[type(job)](job) for job in jobs]


def written_of(job: WriteJob) -> Written:
    bits = BITS[job.spec.cell]
    run = made_up_written(job.spec, job.data, bits or math.nan)
    return run if bits else replace(run, weights=_no_numbers(run.weights))


def judged_of(job: SentimentJob) -> Judged:
    """A judge that is right so often, and always sure of it."""
    spec, examples = job.spec, job.data
    texts = numbered(spec, split(spec, examples))
    parts = texts.parts
    labels = parts.labels[parts.test]
    said = _said(labels, len(parts.classes), RIGHT[spec.cell])
    return Judged(
        key=spec.key(examples),
        spec=spec,
        data=DataFacts(
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
        ),
        vocabulary=texts.vocabulary,
        history=HISTORY,
        labels=labels,
        probabilities=said,
        scores=score(labels, said),
        baselines=baselines_of(parts, said),
        missed=(),
        best_epoch=2,
        seconds=2.0,
        stopped=False,
        weights=_random(_shapes_of_judge(spec, len(texts.vocabulary), len(parts.classes))),
        versions={},
        layer_choice=KERAS_LAYERS,
    )


def rewritten_of(job: RewriteJob) -> Rewritten:
    """A network that answers so many questions exactly, and half of the strings that are too long for it."""
    spec, exact = job.spec, EXACT[job.spec.cell]
    nobody = Marks(0, float("nan"), float("nan"))
    marks = nobody if exact is None else Marks(500, exact, 0.99)
    lengths = [LengthMarks(3, marks), LengthMarks(9, Marks(100, 0.5, 0.9), learnt=False)] if exact else []
    weights = _random([shape for layer in shapes(spec).values() for shape in layer])
    right = np.arange(marks.count) < round(500 * (exact or 0))
    return Rewritten(
        key=spec.key(),
        spec=spec,
        history=HISTORY,
        greedy=marks,
        beam=None if exact is None else marks,
        usual=Marks(500, 0.002, 0.4),
        usual_text="2001-11-11",
        right=RightOnes(right, right, np.arange(500) < 1),
        by_length=tuple(lengths),
        mistakes=(Mistake("3 May 2021", "2021-05-03", "2021-05-08"),),
        seconds=2.0,
        stopped=False,
        weights=weights if exact else _no_numbers(weights),
        versions={},
    )


def _said(labels: Any, classes: int, share: float | None) -> Any:
    if share is None:
        return np.full((len(labels), classes), np.nan)
    wrong = np.arange(len(labels)) >= round(share * len(labels))
    return np.eye(classes)[np.where(wrong, (labels + 1) % classes, labels)]


def _shapes_of_judge(spec: Any, symbols: int, classes: int) -> list[tuple[int, ...]]:
    cell, directions = CELLS[spec.cell], 2 if spec.bidirectional else 1
    wide, width = cell.gates * spec.units, spec.units * directions
    biases = (wide,) if cell.biases == 1 else (cell.biases, wide)
    pooling = [(width, width), (width,), (width, 1)] if spec.attention else []
    recurrent = [(spec.embedding, wide), (spec.units, wide), biases] * directions
    return [(symbols, spec.embedding), *recurrent, *pooling, (width, classes), (classes,)]


def _no_numbers(weights: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(np.full_like(one, np.nan) for one in weights)


def _random(wanted: Sequence[tuple[int, ...]]) -> tuple[Any, ...]:
    random = np.random.default_rng(1)
    return tuple(random.normal(0, 0.1, shape).astype("float32") for shape in wanted)
