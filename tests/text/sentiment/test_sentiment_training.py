"""A training learns what can be learnt and nothing else, tells how it goes, and always ends with a result."""

from dataclasses import replace
from functools import cache
from typing import Any
from unittest import mock

import numpy as np
import pytest

from rnn_core.cells import KERAS_LAYERS
from rnn_core.errors import RecordError
from rnn_core.learning import watch
from rnn_core.learning.events import BatchDone, EpochDone, Event, StageBegan
from rnn_core.text.sentiment import Judged, SentimentSpec, learners, train, training
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.baselines import baselines_of
from rnn_core.text.sentiment.learner import Learner
from rnn_core.text.sentiment.learners import learner_for
from rnn_core.text.sentiment.numbered import numbered
from rnn_core.text.sentiment.parts import Parts, split
from rnn_core.text.sentiment.result import LONGEST_MISSED, MOST_MISSED
from rnn_core.text.sentiment.scores import NO_SCORES, wilson
from tests.text.sentiment.reviews import reviews

SPEC = SentimentSpec.make(
    cell="GRU", units=6, embedding=6, epochs=8, batch_size=16, learning_rate=0.02, test_share=0.4, bidirectional=True
)
REVIEWS = reviews(400)


@cache
def trained() -> tuple[Judged, tuple[Event, ...]]:
    events: list[Event] = []
    return train(SPEC, REVIEWS, events.append), tuple(events)


def weights_of(judged: Judged) -> np.ndarray:
    return np.concatenate([one.ravel() for one in judged.weights])


def test_what_one_word_tells_is_learnt() -> None:
    judged, _ = trained()
    found = {one.name: one for one in judged.baselines}
    assert judged.scores.accuracy > 0.9
    assert found["majority"].comparison.answer == "better"
    assert found["majority"].scores.accuracy < 0.6
    assert len(judged.labels) == 160 == sum(judged.data.test)


def test_from_shuffled_labels_nothing_can_be_learnt() -> None:
    """A leak from the test into the training would show here as more than chance."""
    judged = train(SPEC, reviews(400, shuffled=True))
    share = max(judged.data.test) / sum(judged.data.test)
    low, high = wilson(max(judged.data.test), sum(judged.data.test))
    for scores in (judged.scores, *(one.scores for one in judged.baselines)):
        assert low <= scores.accuracy <= high, (scores.accuracy, share)
        assert scores.interval[0] <= share <= scores.interval[1]


def test_texts_of_the_test_change_nothing_of_what_is_learnt() -> None:
    judged, _ = trained()
    tested = set(split(SPEC, REVIEWS).test.tolist())
    texts = tuple(f"unheard of {row}" if row in tested else text for row, text in enumerate(REVIEWS.texts))
    other = train(SPEC, replace(REVIEWS, texts=texts))
    assert np.array_equal(weights_of(other), weights_of(judged))
    assert other.vocabulary == judged.vocabulary
    assert [one.measure for one in other.history] == [one.measure for one in judged.history]
    assert other.best_epoch == judged.best_epoch
    assert other.data.unknown > 0.5 > judged.data.unknown


def test_the_result_judges_in_numpy_as_the_network_did() -> None:
    judged, _ = trained()
    texts = numbered(SPEC, split(SPEC, REVIEWS))
    assert np.allclose(judged.judge.probabilities(texts.numbers[texts.parts.test]), judged.probabilities, atol=1e-5)
    reading = judged.judge.read("It was quite awful")
    assert judged.data.classes[int(reading.probabilities.argmax())] == "nasty"


def test_a_training_tells_how_it_goes() -> None:
    judged, events = trained()
    assert [one.stage for one in events if isinstance(one, StageBegan)] == ["preparing", "training", "predicting"]
    epochs = [one for one in events if isinstance(one, EpochDone)]
    assert tuple(epochs) == judged.history
    kept_back = sum(judged.data.validation)
    for one in epochs:
        assert one.measure is not None
        assert one.measure * kept_back == pytest.approx(round(one.measure * kept_back))
    assert all(isinstance(one, StageBegan | EpochDone | BatchDone) for one in events)


def test_the_best_weights_are_kept_and_the_training_ends_when_patience_does() -> None:
    judged, _ = trained()
    losses = [one.validation_loss for one in judged.history]
    assert losses[judged.best_epoch - 1] == min(one for one in losses if one is not None)
    assert len(losses) in (SPEC.epochs, judged.best_epoch + SPEC.patience)


def test_texts_that_were_misjudged_are_kept_and_no_others() -> None:
    judged, _ = trained()
    wrong = np.flatnonzero(judged.probabilities.argmax(axis=1) != judged.labels)
    assert sorted(one.place for one in judged.missed) == wrong[:MOST_MISSED].tolist()
    sureness = [judged.probabilities[one.place].max() for one in judged.missed]
    assert sureness == sorted(sureness, reverse=True)
    for one in judged.missed:
        row = split(SPEC, REVIEWS).test[one.place]
        assert one.text == REVIEWS.texts[row][:LONGEST_MISSED]


def test_a_result_says_what_it_is() -> None:
    judged, _ = trained()
    assert judged.key == SPEC.key(REVIEWS)
    assert judged.data.fingerprint == REVIEWS.fingerprint
    assert (judged.data.way, judged.data.classes) == ("words", REVIEWS.classes)
    assert judged.parameters == sum(one.size for one in judged.weights)
    assert len(judged.model_file) < judged.nbytes < 500_000
    assert judged.layer_choice.fast
    assert not judged.stopped
    assert judged.versions["keras"]


def test_the_same_again_is_the_same_after_other_trainings_on_the_same_learner() -> None:
    judged, _ = trained()
    train(SPEC.change(seed=5, epochs=1, learning_rate=0.5), REVIEWS)
    again = train(SPEC, REVIEWS)
    assert np.array_equal(weights_of(again), weights_of(judged))
    assert np.array_equal(again.probabilities, judged.probabilities)


def test_keras_own_layers_learn_the_same() -> None:
    spec = SPEC.change(epochs=2, cell="SimpleRNN", bidirectional=False, recurrent_dropout=0.2)
    few = reviews(80)
    quick = train(spec, few)
    with mock.patch.object(training, "choose_layers", return_value=KERAS_LAYERS):
        slow = train(spec, few)
    assert quick.layer_choice.fast
    assert not slow.layer_choice.fast
    assert np.allclose(weights_of(quick), weights_of(slow), atol=1e-3)
    assert np.allclose(quick.probabilities, slow.probabilities, atol=1e-3)


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_training_that_is_stopped_gives_what_it_has(after: int) -> None:
    epochs = 0

    def count(event: Event) -> None:
        nonlocal epochs
        epochs += isinstance(event, EpochDone)

    judged = train(SPEC, REVIEWS, count, should_stop=lambda: epochs >= after)
    assert judged.stopped
    assert after <= len(judged.history) <= after + 1
    assert judged.best_epoch <= len(judged.history)
    assert np.isfinite(judged.scores.accuracy)
    assert judged.judge.read("good").probabilities.sum() == pytest.approx(1.0)


def test_a_network_that_lost_its_numbers_says_nothing_and_ends_early(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Learner.begin

    def lost(learner: Learner, like: Any, learning_rate: float) -> None:
        begin(learner, like, learning_rate)
        learner.network.set_weights([one * np.nan for one in learner.network.get_weights()])

    monkeypatch.setattr(Learner, "begin", lost)
    judged = train(SPEC, REVIEWS)
    assert judged.lost
    assert (len(judged.history), judged.stopped, judged.missed) == (1, False, ())
    assert judged.scores == NO_SCORES
    assert [one.comparison.answer for one in judged.baselines] == ["not", "not"]
    with pytest.raises(RecordError):
        _ = judged.judge


def test_nothing_kept_back_means_no_measure_and_no_early_end() -> None:
    judged = train(SPEC.change(validation_share=0.0, epochs=1), REVIEWS)
    assert [one.measure for one in judged.history] == [None]
    assert [one.validation_loss for one in judged.history] == [None]
    assert judged.data.validation == (0, 0)
    assert judged.best_epoch == 1


def test_the_time_told_is_that_of_the_training_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Baselines do not count: here they would take a thousand hours."""
    clock = [5.0]

    def later(parts: Parts, said: np.ndarray) -> tuple[Baseline, ...]:
        clock[0] += 1e6
        return baselines_of(parts, said)

    monkeypatch.setattr(watch.Watch, "seconds", property(lambda _: clock[0]))
    monkeypatch.setattr(training, "baselines_of", later)
    assert train(SPEC.change(epochs=1), REVIEWS).seconds == 5.0
    assert clock[0] > 1e6


def test_only_some_learners_are_kept_and_the_one_used_last_the_longest() -> None:
    with mock.patch.dict(learners._learners, clear=True):
        asked = [learner_for(SPEC.change(units=units), 5, 2, fast=True) for units in (1, 2, 3, 4, 1, 5)]
        assert asked[0] is asked[4]
        assert list(learners._learners.values()) == [*asked[2:5], asked[5]]
