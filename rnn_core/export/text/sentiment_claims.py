"""What of a judge of texts follows from its settings and its texts: made anew, and held against what it says. Pure.

Scores, comparisons, the majority's share and the texts that were judged wrongly are made anew; believed is what the
network said of the test texts, and what the logistic regression said, whose fit takes seconds.
"""

from itertools import chain

import numpy as np

from rnn_core.export.text.claims import close, require_claims
from rnn_core.export.text.sources import require_source
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.comparison import compare
from rnn_core.text.sentiment.missed import missed_texts
from rnn_core.text.sentiment.model import Judge
from rnn_core.text.sentiment.numbered import Numbered, numbered
from rnn_core.text.sentiment.parts import Parts, split
from rnn_core.text.sentiment.result import DataFacts, Judged
from rnn_core.text.sentiment.scores import Labels, Probabilities, Scores, score


def require_honest(run: Judged, examples: Examples, folder: str) -> None:
    """Refuse a run, in the bundle's `folder`, that cannot be one of `examples`.

    Raises:
        BundleError: it says what cannot be, or the texts are not what they say they are.
    """
    require_claims(run, examples, folder, _follows)
    require_source(examples, folder)


def _follows(run: Judged, examples: Examples) -> bool:
    texts = numbered(run.spec, split(run.spec, examples))
    parts = texts.parts
    return (
        _are_facts(run.data, examples, texts)
        and run.vocabulary == texts.vocabulary
        and 0 <= run.best_epoch <= len(run.history)
        and np.array_equal(run.labels, parts.labels[parts.test])
        and (_are_shares(run.probabilities, parts) or _are_lost(run.probabilities, parts))
        and _is_scored(run.labels, run.probabilities, run.scores)
        and run.missed == missed_texts([examples.texts[row] for row in parts.test], run.labels, run.probabilities)
        and _are_baselines(run, parts)
        and _fits(run)
    )


def _are_facts(facts: DataFacts, examples: Examples, texts: Numbered) -> bool:
    parts = texts.parts
    known = (facts.name, facts.origin, facts.language, facts.fingerprint, facts.classes, facts.way)
    counts = (facts.learning, facts.validation, facts.test)
    return (
        known == (examples.name, examples.origin, examples.language, examples.fingerprint, parts.classes, parts.way)
        and counts == tuple(map(parts.counts, (parts.learning, parts.validation, parts.test)))
        and (facts.empty, facts.shortened) == (parts.empty, parts.shortened)
        and close(facts.unknown, texts.unknown)
    )


def _are_shares(said: Probabilities, parts: Parts) -> bool:
    """Whether `said` are probabilities of all classes for each test text."""
    # Networks count in single precision.
    return _has_rows(said, parts) and bool((said >= 0).all()) and np.allclose(said.sum(axis=1), 1, atol=1e-4)


def _are_lost(said: Probabilities, parts: Parts) -> bool:
    """Whether a network said nothing any more."""
    return _has_rows(said, parts) and bool(np.isnan(said).all())


def _has_rows(said: Probabilities, parts: Parts) -> bool:
    return said.shape == (len(parts.test), len(parts.classes))


def _is_scored(labels: Labels, said: Probabilities, scores: Scores) -> bool:
    """Whether `scores` are those of what was `said`."""
    made = score(labels, said)
    return made.confusion == scores.confusion and close(_numbers(made), _numbers(scores))


def _numbers(scores: Scores) -> list[float]:
    bins = chain.from_iterable((one.low, one.high, one.count, one.confidence, one.accuracy) for one in scores.bins)
    return [scores.accuracy, *scores.interval, scores.macro_f1, scores.calibration_error, *bins]


def _are_baselines(run: Judged, parts: Parts) -> bool:
    # Loads models of scikit-learn, for which nobody should wait who takes nothing in.
    from rnn_core.text.sentiment.baselines import BASELINES, majority  # noqa: PLC0415

    names = {one.name: one for one in run.baselines}
    return (
        [(one.name, one.title) for one in run.baselines] == [(name, title) for name, (title, _) in BASELINES.items()]
        and close(names["majority"].probabilities, majority(parts))
        and all(_is_baseline(one, run, parts) for one in run.baselines)
    )


def _is_baseline(one: Baseline, run: Judged, parts: Parts) -> bool:
    made = compare(run.labels, run.probabilities, one.probabilities)
    return (
        _are_shares(one.probabilities, parts)
        and _is_scored(run.labels, one.probabilities, one.scores)
        and (one.comparison.only_network, one.comparison.only_rival) == (made.only_network, made.only_rival)
        and close([one.comparison.gap, one.comparison.chance], [made.gap, made.chance])
    )


def _fits(run: Judged) -> bool:
    """Whether the weights are those of such a network, and it says as many classes; they may be no numbers any more.

    Raises:
        RecordError: they are others.
    """
    empty = [np.zeros(one.shape, np.float32) for one in run.weights]
    return len(Judge.of(run.spec, run.data.way, run.vocabulary, empty).answer.bias) == len(run.data.classes)
