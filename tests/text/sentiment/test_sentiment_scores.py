"""Scores that can be worked out by hand, or by scikit-learn; and a comparison that does not call luck a win."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from sklearn import metrics

from rnn_core.text.mcnemar import exact_mcnemar
from rnn_core.text.sentiment.comparison import compare
from rnn_core.text.sentiment.scores import NO_SCORES, reliability, score, wilson

LABELS = np.array([0, 0, 1, 1, 2])
# Right, right, wrong (2), right, wrong (1); sure by 0.8, 0.6, 0.5, 0.6, 0.8.
SAID = np.array([[0.8, 0.1, 0.1], [0.6, 0.2, 0.2], [0.2, 0.3, 0.5], [0.3, 0.6, 0.1], [0.1, 0.8, 0.1]])


def sure(classes: list[int], of: int = 2, by: float = 0.9) -> np.ndarray:
    """Answers that name these classes."""
    found = np.full((len(classes), of), (1 - by) / (of - 1))
    found[np.arange(len(classes)), classes] = by
    return found


def test_scores_by_hand() -> None:
    found = score(LABELS, SAID)
    assert found.accuracy == 3 / 5
    assert found.confusion == ((2, 0, 0), (0, 1, 1), (0, 1, 0))
    assert found.macro_f1 == pytest.approx((1 + 0.5 + 0) / 3)
    # Bins: up to 0.5 one, wrong; up to 0.6 two, right; up to 0.8 two, one right.
    assert found.calibration_error == pytest.approx((1 * 0.5 + 2 * 0.4 + 2 * 0.3) / 5)


def test_scores_are_those_of_scikit_learn() -> None:
    generator = np.random.default_rng(1)
    labels, said = generator.integers(0, 4, 300), generator.dirichlet(np.ones(4), 300)
    found, named = score(labels, said), said.argmax(axis=1)
    assert found.accuracy == metrics.accuracy_score(labels, named)
    assert found.macro_f1 == pytest.approx(metrics.f1_score(labels, named, average="macro"))
    assert np.array_equal(found.confusion, metrics.confusion_matrix(labels, named))


def test_bins_hold_every_answer_and_an_empty_one_has_no_accuracy() -> None:
    bins = reliability(LABELS, SAID)
    assert [one.count for one in bins] == [0, 0, 0, 0, 1, 2, 0, 2, 0, 0]
    assert math.isnan(bins[0].accuracy)
    assert (bins[7].confidence, bins[7].accuracy) == (pytest.approx(0.8), 0.5)


def test_certainty_belongs_to_the_last_bin() -> None:
    assert reliability(np.array([0]), np.array([[1.0, 0.0]]))[-1].count == 1


def test_who_is_right_as_often_as_sure_is_well_calibrated() -> None:
    labels = np.array([0] * 9 + [1])
    assert score(labels, sure([0] * 10)).calibration_error == pytest.approx(0.0)


@pytest.mark.parametrize(("right", "count"), [(0, 10), (10, 10), (5, 10), (80, 100), (1, 1)])
def test_wilsons_interval_has_the_shares_that_a_test_would_not_rule_out(right: int, count: int) -> None:
    z = NormalDist().inv_cdf(0.975)
    for border in wilson(right, count):
        gap = abs(right / count - border)
        assert gap == pytest.approx(z * math.sqrt(border * (1 - border) / count), abs=1e-6)


def test_what_has_no_numbers_has_no_scores() -> None:
    assert score(LABELS, SAID * np.nan) == NO_SCORES
    assert score(LABELS[:0], SAID[:0]) == NO_SCORES
    assert compare(LABELS, SAID * np.nan, SAID).gap == pytest.approx(-3 / 5)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(0, 0, 1.0), (3, 3, 1.0), (0, 5, 2 / 32), (5, 0, 2 / 32), (1, 7, 18 / 256), (0, 6, 2 / 64)],
)
def test_the_chance_of_luck_is_that_of_tossed_coins(one: int, other: int, expected: float) -> None:
    assert exact_mcnemar(one, other) == pytest.approx(expected)


def test_thousands_of_texts_can_be_compared() -> None:
    assert exact_mcnemar(5_000, 5_100) == pytest.approx(math.erfc(99 / math.sqrt(10_100) / math.sqrt(2)), rel=0.01)


def test_a_network_is_called_better_only_if_it_is_hardly_luck() -> None:
    labels = np.zeros(40, int)
    right, six_wrong, five_wrong = [0] * 40, [0] * 34 + [1] * 6, [0] * 35 + [1] * 5
    answers = [
        compare(labels, sure(one), sure(other)).answer
        for one, other in ((right, six_wrong), (right, five_wrong), (six_wrong, right), (right, right))
    ]
    assert answers == ["better", "cannot_tell", "not", "cannot_tell"]


def test_the_gap_is_counted_in_texts_that_only_one_of_them_judged_rightly() -> None:
    labels = np.array([0, 0, 0, 0, 1])
    found = compare(labels, sure([0, 0, 0, 1, 0]), sure([0, 1, 1, 0, 0]))
    assert (found.only_network, found.only_rival) == (2, 1)
    assert found.gap == pytest.approx(0.2)
