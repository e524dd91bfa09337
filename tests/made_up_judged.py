"""Made-up results of judges of texts: networks of random weights, and answers that a test gives them."""

import numpy as np

from rnn_core.cells import CELLS, KERAS_LAYERS
from rnn_core.learning.events import EpochDone
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.comparison import compare
from rnn_core.text.sentiment.findings import COUNTED, MAJORITY
from rnn_core.text.sentiment.result import DataFacts, Judged, Missed
from rnn_core.text.sentiment.scores import score
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import tokens_of, way_of
from rnn_core.text.vocabulary import Vocabulary

TESTED = 200
TITLES = {
    MAJORITY: "Always the most frequent label",
    COUNTED: "Counted words (TF-IDF and logistic regression)",
}


def made_up_examples(classes=("good", "bad"), language="en"):
    """Ten short texts of each class, told by a word of its own."""
    texts = [f"the film was {label} on day {day}" for day in range(10) for label in classes]
    return Examples("Made up", tuple(texts), tuple(list(classes) * 10), "own", language)


def made_up_judged(spec: SentimentSpec, data: Examples, right=180, counted=150, majority=100, *, lost=False, sure=0.9):
    """A run that judges `right` of 200 test texts rightly, `sure` of each, and baselines that judge so many."""
    classes, way = len(data.classes), way_of(spec.by, data)
    labels = np.arange(TESTED) % classes
    said = np.full((TESTED, classes), np.nan) if lost else answers(labels, classes, right, sure)
    words = [word for text in data.texts for word in tokens_of(text, way)]
    vocabulary = Vocabulary.of(words, most=spec.most_symbols, least_often=2)
    wrong = [] if lost else np.flatnonzero(said.argmax(axis=1) != labels)
    return Judged(
        key=spec.key(data),
        spec=spec,
        data=_facts(data, way),
        vocabulary=vocabulary,
        history=(EpochDone(1, 0.9, 0.8, 1.0, measure=0.6), EpochDone(2, 0.5, 0.4, 2.0, measure=0.8)),
        labels=labels,
        probabilities=said,
        scores=score(labels, said),
        baselines=tuple(
            Baseline(name, TITLES[name], other, score(labels, other), compare(labels, said, other))
            for name, count in ((MAJORITY, majority), (COUNTED, counted))
            for other in (answers(labels, classes, count, 0.8),)
        ),
        missed=tuple(Missed(int(place), data.texts[place % len(data.texts)]) for place in wrong),
        best_epoch=2,
        seconds=2.0,
        stopped=False,
        weights=_weights(spec, len(vocabulary), classes),
        versions={"keras": "3"},
        layer_choice=KERAS_LAYERS,
    )


def answers(labels, classes, right, sure):
    """Probabilities `(n, classes)`: the first `right` of `labels` are named, of the others the class after theirs."""
    named = np.where(np.arange(len(labels)) < right, labels, (labels + 1) % classes)
    said = np.full((len(labels), classes), (1 - sure) / (classes - 1))
    said[np.arange(len(labels)), named] = sure
    return said


def _facts(data: Examples, way):
    each = (6,) * len(data.classes)
    return DataFacts(
        name=data.name,
        origin=data.origin,
        language=data.language,
        fingerprint=data.fingerprint,
        classes=data.classes,
        way=way,
        learning=each,
        validation=(1,) * len(each),
        test=(3,) * len(each),
        empty=2,
        shortened=5,
        unknown=0.04,
    )


def _weights(spec: SentimentSpec, symbols, classes):
    random, cell, units = np.random.default_rng(spec.seed), CELLS[spec.cell], spec.units
    directions = 2 if spec.bidirectional else 1
    wide, width = cell.gates * units, units * directions
    bias = (wide,) if cell.biases == 1 else (cell.biases, wide)
    pooling = [(width, width), (width,), (width, 1)] if spec.attention else []
    recurrent = [(spec.embedding, wide), (units, wide), bias] * directions
    shapes = [(symbols, spec.embedding), *recurrent, *pooling, (width, classes), (classes,)]
    return tuple(random.normal(0, 0.3, shape).astype("float32") for shape in shapes)
