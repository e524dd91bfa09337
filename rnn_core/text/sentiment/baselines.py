"""Baselines: what simpler judges say of the same test texts, having learnt from the same ones. Pure: scikit-learn.

Law: nothing here looks at a test text before it is asked what it thinks of it.
"""

import hashlib
import json
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.comparison import compare
from rnn_core.text.sentiment.parts import Parts, Rows
from rnn_core.text.sentiment.scores import Probabilities, score
from rnn_core.text.sentiment.tokens import phrases
from rnn_core.words import N_

# Words and pairs of words; of characters, which mean less alone, up to three.
_LONGEST_PHRASE = {"words": 2, "characters": 3}
_MOST_PHRASES = 50_000
# How freely it may learn, scikit-learn's C; what is kept back says which is best, else it is scikit-learn's own.
_FREEDOMS, _USUAL_FREEDOM = (0.3, 1.0, 3.0, 10.0, 30.0), 1.0
_MOST_STEPS = 500


def baselines_of(parts: Parts, network: Probabilities) -> tuple[Baseline, ...]:
    """All baselines beside a network that said `network` `(tests, classes)` of the test texts."""
    labels, all_said = parts.labels[parts.test], _said_of(parts)
    return tuple(
        Baseline(name, title, said, score(labels, said), compare(labels, network, said))
        for (name, (title, _)), said in zip(BASELINES.items(), all_said, strict=True)
    )


def majority(parts: Parts) -> Probabilities:
    """Always the most frequent label of what is learnt from, with the shares that the labels have there."""
    counts = np.array(parts.counts(parts.learning))
    return np.tile(counts / counts.sum(), (len(parts.test), 1))


def logistic(parts: Parts) -> Probabilities:
    """Words and pairs of words, or runs of characters, weighted by tf-idf, and a logistic regression on them.

    Both as in scikit-learn, with the logarithm of how often a word comes (Manning, Raghavan and Schütze 2008, 6.4.1).
    """
    phrased = partial(phrases, longest=_LONGEST_PHRASE[parts.way])
    weights = TfidfVectorizer(analyzer=phrased, sublinear_tf=True, max_features=_MOST_PHRASES)
    learnt = weights.fit_transform(_texts(parts, parts.learning))
    labels = parts.labels[parts.learning]
    with warnings.catch_warnings():
        # One that has not quite arrived after so many steps is judged as it is.
        warnings.simplefilter("ignore", ConvergenceWarning)
        judges = [LogisticRegression(C=one, max_iter=_MOST_STEPS).fit(learnt, labels) for one in _freedoms(parts)]
    judge = _best(judges, weights, parts)
    found: Probabilities = judge.predict_proba(weights.transform(_texts(parts, parts.test)))
    return found


BASELINES: dict[str, tuple[str, Callable[[Parts], Probabilities]]] = {
    "majority": (N_("Always the most frequent label"), majority),
    "logistic": (N_("Counted words (TF-IDF and logistic regression)"), logistic),
}


# The last answers: cells and seeds on the same texts come one after another, and a fit may take as long as a training.
_last: dict[str, tuple[Probabilities, ...]] = {}


def _said_of(parts: Parts) -> tuple[Probabilities, ...]:
    """What each baseline says of the test texts; several networks on the same `parts` share it."""
    question = _fingerprint(parts)
    if question not in _last:
        _last.clear()
        _last[question] = tuple(judge(parts) for _, judge in BASELINES.values())
    return _last[question]


def _fingerprint(parts: Parts) -> str:
    """sha256 of all that a baseline looks at."""
    rows = (parts.labels, parts.learning, parts.validation, parts.test)
    asked = json.dumps([parts.way, parts.classes, parts.tokens, *(one.tolist() for one in rows)])
    return hashlib.sha256(asked.encode()).hexdigest()


def _freedoms(parts: Parts) -> tuple[float, ...]:
    return _FREEDOMS if len(parts.validation) else (_USUAL_FREEDOM,)


def _best(judges: list[LogisticRegression], weights: TfidfVectorizer, parts: Parts) -> LogisticRegression:
    if len(judges) == 1:
        return judges[0]
    kept_back = weights.transform(_texts(parts, parts.validation))
    return min(judges, key=partial(_loss, kept_back=kept_back, labels=parts.labels[parts.validation]))


def _loss(judge: LogisticRegression, kept_back: Any, labels: Rows) -> float:
    return float(log_loss(labels, judge.predict_proba(kept_back), labels=judge.classes_))


def _texts(parts: Parts, rows: Rows) -> list[tuple[str, ...]]:
    return [parts.tokens[row] for row in rows]
