"""Baselines learn from what the network learns from, and from nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from rnn_core.text.sentiment import SentimentSpec, baselines
from rnn_core.text.sentiment.baselines import baselines_of, logistic, majority
from rnn_core.text.sentiment.parts import Parts, split
from tests.text.sentiment.reviews import examples, reviews

SPEC = SentimentSpec()


@pytest.fixture
def parts() -> Parts:
    return split(SPEC, reviews(120))


def test_the_majority_is_that_of_the_texts_that_are_learnt_from(parts: Parts) -> None:
    counts = np.array(parts.counts(parts.learning))
    said = majority(parts)
    assert said.shape == (len(parts.test), 2)
    assert (said == counts / counts.sum()).all()


def test_counted_words_tell_what_words_can_tell(parts: Parts) -> None:
    found = {one.name: one for one in baselines_of(parts, logistic(parts))}
    assert found["logistic"].scores.accuracy > 0.9
    assert found["logistic"].comparison.answer == "cannot_tell"
    assert found["majority"].comparison.answer == "better"


@pytest.mark.parametrize("judge", [majority, logistic])
def test_labels_that_are_tested_change_nothing_that_a_baseline_says(parts: Parts, judge: object) -> None:
    labels = parts.labels.copy()
    labels[parts.test] = 1 - labels[parts.test]
    assert callable(judge)
    assert np.array_equal(judge(parts), judge(replace(parts, labels=labels)))


def test_other_texts_in_the_test_leave_what_is_said_of_one_as_it_is(parts: Parts) -> None:
    tokens = list(parts.tokens)
    for row in parts.test[1:]:
        tokens[row] = ("unheard", "of")
    said, now = logistic(parts), logistic(replace(parts, tokens=tuple(tokens)))
    assert np.array_equal(said[0], now[0])
    assert not np.array_equal(said[1:], now[1:])


def test_runs_of_characters_tell_what_single_ones_cannot() -> None:
    texts = [f"{first}{second}{place}" for place in range(30) for first, second in ("ab", "ba", "xy", "yx")]
    parts = split(SPEC.change(by="characters"), examples(texts, ["1", "2", "1", "2"] * 30))
    assert (logistic(parts).argmax(axis=1) == parts.labels[parts.test]).all()


def test_without_anything_kept_back_a_regression_is_fitted_all_the_same() -> None:
    parts = split(SPEC.change(validation_share=0.0), reviews(60))
    assert logistic(parts).sum(axis=1) == pytest.approx(1.0)


def test_networks_on_the_same_parts_share_what_the_baselines_say(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Parts] = []

    def judge(parts: Parts) -> np.ndarray:
        asked.append(parts)
        return majority(parts)

    monkeypatch.setattr(baselines, "_last", {})
    monkeypatch.setattr(baselines, "BASELINES", {"counted": ("Counted", judge)})
    first, again, other = (split(SPEC.change(**fields), reviews(120)) for fields in ({}, {}, {"split_seed": 2}))
    said = [baselines_of(one, majority(one)) for one in (first, again, other, other, first)]
    assert [id(one) for one in asked] == [id(one) for one in (first, other, first)]
    assert (said[0][0].probabilities == said[1][0].probabilities).all()


@pytest.mark.parametrize("what", ["labels", "learning", "validation", "test", "tokens", "way"])
def test_other_parts_are_another_question(parts: Parts, what: str) -> None:
    value = getattr(parts, what)
    other = {"tokens": (("else",), *parts.tokens[1:]), "way": "characters"}.get(what)
    changed = replace(parts, **{what: np.roll(value, 1) if other is None else other})
    assert baselines._fingerprint(changed) != baselines._fingerprint(parts)
    assert baselines._fingerprint(replace(parts)) == baselines._fingerprint(parts)
