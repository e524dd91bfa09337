"""Findings: who judges best, whether simpler judges do as well, and what may be luck."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from rnn_core.text.sentiment.findings import among, beside_first, best_of, findings
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.scores import wilson
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.sureness import sureness
from tests.made_up_judged import made_up_examples, made_up_judged


def judged(cell: str = "LSTM", right: int = 180, **more: Any) -> Judged:
    spec = SentimentSpec.make(cell=cell, units=4, embedding=4)
    run: Judged = made_up_judged(spec, made_up_examples(), right, **more)
    return run


def codes(*runs: Judged) -> list[str]:
    return [one.code for one in findings(runs)]


@pytest.mark.parametrize(
    ("right", "counted", "code"),
    [
        (180, 150, "ahead_of_counted"),
        (180, 177, "perhaps_ahead_of_counted"),
        (180, 180, "not_ahead_of_counted"),
        (180, 182, "not_ahead_of_counted"),
        (150, 180, "behind_counted"),
    ],
)
def test_it_is_said_plainly_whether_counting_words_does_as_well(right: int, counted: int, code: str) -> None:
    assert codes(judged(right=right, counted=counted)) == ["judges_best", "ahead_of_majority", code]


def test_who_knows_no_more_than_the_most_frequent_label_is_said_to() -> None:
    assert codes(judged(right=105, counted=104, majority=100))[1] == "not_ahead_of_majority"
    assert "nothing shows that LSTM knows more" in str(findings([judged(right=105, majority=100)])[1])


def test_numbers_are_counts_of_texts() -> None:
    first, majority, counted = findings([judged(right=180, counted=150, majority=100)])
    assert str(first) == "LSTM judges 180 of 200 texts rightly that it has never read (90.0\N{NO-BREAK SPACE}%)."
    assert "right for 100:" in str(majority)
    assert "right for 150." in str(counted)


def test_the_best_comes_first_and_the_next_may_be_as_good_by_luck() -> None:
    runs = judged("LSTM", 176), judged("GRU", 180)
    assert findings(runs)[0].values["cell"] == "GRU"
    assert codes(*runs)[-1] == "next_as_good"
    assert codes(judged("LSTM", 140), judged("GRU", 180))[-1] == "next_is_behind"


def test_the_more_networks_are_tried_the_more_is_luck() -> None:
    """Seven texts that only one of two got: p = 0.016, and three times that is no rarity."""
    alone = judged(right=180, counted=173)
    assert codes(alone)[2] == "ahead_of_counted"
    three = [alone, judged("GRU", 170, counted=173), judged("SimpleRNN", 170, counted=173)]
    assert codes(*three)[2] == "ahead_of_counted"
    assert math.isclose(among(alone.baselines[1].comparison, 3).chance, 3 * 2 / 2**7)
    more = [*three, judged("GRU", 160, counted=173)]
    assert codes(*more)[2] == "perhaps_ahead_of_counted"


def test_networks_of_other_texts_are_not_set_beside_each_other() -> None:
    one, other = judged(), made_up_judged(SentimentSpec.make(units=4), made_up_examples(("fine", "poor")), 190)
    both = [one, judged("GRU", 100)]
    assert beside_first(both) == tuple(both)
    assert beside_first([one, other]) == (one,)
    assert findings([one, other]) == findings([one])
    assert findings([other, one]) == findings([other])


def test_networks_of_another_test_part_are_not_set_beside_each_other() -> None:
    one = judged()
    other = replace(judged("GRU", 190), spec=one.spec.change(cell="GRU", split_seed=2))
    assert findings([one, other]) == findings([one])


def test_whoever_lost_its_numbers_or_was_stopped_is_named() -> None:
    lost, stopped = judged("GRU", lost=True), replace(judged("SimpleRNN"), stopped=True)
    assert codes(judged(right=190), lost, stopped)[-2:] == ["judge_lost", "judge_stopped"]
    unbegun = replace(stopped, history=())
    assert codes(unbegun) == ["judged_nothing", "judge_not_begun"]
    assert codes(lost) == ["judged_nothing", "judge_lost"]
    assert best_of([lost, unbegun]) is unbegun


@pytest.mark.parametrize(("sure", "code"), [(0.98, "too_sure"), (0.9, "sure_as_right"), (0.7, "too_unsure")])
def test_how_sure_it_is_is_held_against_how_often_it_is_right(sure: float, code: str) -> None:
    run = judged(right=180, sure=sure)
    low, high = wilson(180, 200)
    assert (code == "sure_as_right") == (low <= float(np.mean(run.probabilities.max(axis=1))) <= high)
    assert sureness(run).code == code


def test_a_network_without_numbers_is_sure_of_nothing() -> None:
    assert sureness(judged(lost=True)).code == "sure_of_nothing"
