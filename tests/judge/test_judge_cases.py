"""Every line of the table of cases by itself: from facts to the words that a person reads."""

from dataclasses import replace
from string import Formatter
from typing import Any, get_args

import pytest

from rnn_core.judge import Failure, Repeats
from rnn_core.judge.cases import AGAINST_NAIVE, BESIDES, FAILED, NAIVE_ALONE, NOTHING, RANKING
from rnn_core.judge.facts import Facts, Failed
from rnn_core.judge.wording import put_in_words


def runs(name: str, *rmse: float) -> Repeats:
    """Of these the middle one in order is the one in the middle by size."""
    assert list(rmse) == sorted(rmse)
    return Repeats(name, rmse, len(rmse) // 2, rmse[0], rmse[-1])


GRU, LSTM = runs("GRU", 4.0), runs("LSTM", 5.0)
GRUS, LSTMS = runs("GRU", 3.8, 3.9, 4.0, 4.1, 6.0), runs("LSTM", 4.7, 4.9, 5.0, 5.1, 5.5)
BOTH = Facts((GRU, LSTM), naive=8.0, rows=200, chance=0.0003)
SEEDS = replace(BOTH, ranked=(GRUS, LSTMS))
ONE = replace(BOTH, ranked=(GRU,))
LOSING = replace(BOTH, naive=3.0, chance=0.2)

CASES: list[tuple[str, Facts, str]] = [
    ("one", ONE, "GRU misses by 4.00 USD (RMSE)."),
    ("one of many", replace(ONE, ranked=(GRUS,)), "GRU misses by 4.00 USD (RMSE of the middle one of 5 seeds)."),
    (
        "worse of two",
        replace(ONE, ranked=(runs("GRU", 3.0, 4.0),)),
        "GRU misses by 4.00 USD (RMSE of the worse of two seeds).",
    ),
    (
        "naive alone",
        Facts(naive=3.0, failed=(Failed("GRU", "flat", 1, 1),)),
        "Simply repeating the last value misses by 3.00 USD (RMSE).",
    ),
    (
        "alike over seeds",
        replace(SEEDS, alike="seeds"),
        "GRU (4.00 USD) and LSTM (5.00 USD) cannot be told apart: over 5 seeds their ranges of RMSE overlap.",
    ),
    (
        "alike over some seeds",
        replace(SEEDS, ranked=(GRUS, runs("LSTM", 4.0, 5.0, 6.0)), alike="seeds"),
        "GRU (4.00 USD) and LSTM (5.00 USD) cannot be told apart: over at least 3 seeds each their ranges of RMSE "
        "overlap.",
    ),
    (
        "alike",
        replace(BOTH, alike="rows"),
        "GRU (4.00 USD) and LSTM (5.00 USD) cannot be told apart on this test (RMSE).",
    ),
    (
        "closest over seeds",
        replace(SEEDS, ranked=(runs("GRU", 3.9, 4.0, 4.1), runs("LSTM", 4.5, 5.0, 5.5))),
        "GRU came closest (RMSE 4.00 USD); LSTM was 25 % further off, and over 3 seeds their ranges do not overlap.",
    ),
    (
        "closest over some seeds",
        replace(SEEDS, ranked=(runs("GRU", 3.9, 4.0, 4.1), LSTMS)),
        "GRU came closest (RMSE 4.00 USD); LSTM was 25 % further off, and over at least 3 seeds each their ranges do "
        "not overlap.",
    ),
    (
        "closest by a hair",
        replace(BOTH, ranked=(GRU, runs("LSTM", 4.01))),
        "GRU came closest (RMSE 4.00 USD), a hair before LSTM (4.01 USD).",
    ),
    ("closest", BOTH, "GRU came closest (RMSE 4.00 USD); LSTM was 25 % further off."),
    (
        "hardly better",
        replace(BOTH, naive=4.01),
        "GRU is a hair closer than simply repeating the last value (4.00 USD against 4.01 USD): hardly worth the "
        "effort, but unlikely to be luck (p = 0.0003).",
    ),
    (
        "linear closer and repeats",
        replace(LOSING, linear="closer", linear_rmse=2.0, repeats_last=True),
        "A linear model on the same inputs comes closer (2.00 USD); the curve of GRU, shifted back by one row, fits "
        "best: it mostly repeats the last value.",
    ),
    (
        "same",
        replace(BOTH, naive=4.0),
        "But simply repeating the last value would have been just as close (4.00 USD).",
    ),
    (
        "worse",
        replace(LOSING, ranked=(GRU,)),
        "But simply repeating the last value would have been closer still (3.00 USD): one step ahead, the network "
        "found nothing that the last value did not already say.",
    ),
    (
        "all worse",
        LOSING,
        "But simply repeating the last value would have been closer still (3.00 USD): one step ahead, no network found "
        "anything that the last value did not already say.",
    ),
    (
        "better",
        BOTH,
        "GRU beats the naive line by 50 % (4.00 USD against 8.00 USD), and that is unlikely to be luck (p = 0.0003).",
    ),
    (
        "better over seeds",
        replace(SEEDS, naive=5.0, chance=0.00001),
        "GRU beats the naive line by 20 % (4.00 USD against 5.00 USD) and in 4 of 5 seeds, and that is unlikely to be "
        "luck (p < 0.0001).",
    ),
    (
        "too few rows",
        replace(BOTH, rows=9, chance=1.0),
        "GRU is 50 % closer than simply repeating the last value (8.00 USD), but 9 test rows are too few to tell that "
        "from luck.",
    ),
    (
        "hardly",
        replace(BOTH, naive=4.01, chance=0.8),
        "GRU is hardly any closer than simply repeating the last value (4.00 USD against 4.01 USD), and that may well "
        "be luck (p = 0.8).",
    ),
    (
        "unsure",
        replace(BOTH, chance=0.05),
        "GRU is 50 % closer than simply repeating the last value (8.00 USD), but on these test rows that may well be "
        "luck (p = 0.05).",
    ),
    (
        "unsure over seeds",
        replace(SEEDS, naive=5.0, chance=0.123),
        "GRU is 20 % closer than simply repeating the last value (5.00 USD), and closer in 4 of 5 seeds, but on these "
        "test rows that may well be luck (p = 0.12).",
    ),
    (
        "linear beats all",
        replace(LOSING, linear="closer", linear_rmse=2.5),
        "A linear model on the same inputs came closer than all of these (2.50 USD).",
    ),
    (
        "repeats",
        replace(LOSING, repeats_last=True, linear="closer", linear_rmse=3.5),
        "The curve of GRU fits best when it is shifted back by one row: it mostly repeats the last value.",
    ),
    (
        "linear closer",
        replace(BOTH, linear="closer", linear_rmse=3.5),
        "A linear model on the same inputs comes closer (3.50 USD).",
    ),
    (
        "linear as close",
        replace(BOTH, linear="as close", linear_rmse=3.95),
        "A linear model on the same inputs does as well (3.95 USD).",
    ),
    (
        "linear alike",
        replace(BOTH, linear="alike", linear_rmse=4.05),
        "A linear model on the same inputs cannot be told apart from it on this test (4.05 USD).",
    ),
    (
        "linear further",
        replace(BOTH, linear="further", linear_rmse=6.0),
        "A linear model on the same inputs does not come as close (6.00 USD).",
    ),
    (
        "lost",
        Facts(failed=(Failed("GRU", "diverged", 1, 1),)),
        "GRU did not learn: its numbers grew beyond all bounds. A smaller learning rate usually helps.",
    ),
    (
        "some lost",
        Facts(failed=(Failed("GRU", "diverged", 1, 5),)),
        "1 of 5 seeds of GRU did not learn (numbers beyond all bounds).",
    ),
    (
        "flat",
        Facts(failed=(Failed("GRU", "flat", 1, 1),)),
        "GRU did not learn: it says nearly the same value everywhere. More epochs or another learning rate may help.",
    ),
    (
        "some flat",
        Facts(failed=(Failed("GRU", "flat", 2, 5),)),
        "2 of 5 seeds of GRU did not learn (nearly the same value everywhere).",
    ),
    (
        "worse than mean",
        Facts(failed=(Failed("GRU", "worse than the mean", 1, 1),)),
        "GRU did not learn: always saying the mean of the training part would have been closer. More epochs or "
        "another learning rate may help.",
    ),
    (
        "some worse than mean",
        Facts(failed=(Failed("GRU", "worse than the mean", 5, 5),)),
        "5 of 5 seeds of GRU did not learn (further off than the mean of the training part).",
    ),
    ("nothing", Facts(), "There is nothing to compare: no row has both a forecast and a real value."),
]
TABLE = [*(case.sentence for part in (RANKING, AGAINST_NAIVE, BESIDES) for case in part), NAIVE_ALONE, NOTHING]
SENTENCES = [*TABLE, *(sentence for pair in FAILED.values() for sentence in pair)]


@pytest.mark.parametrize(("code", "facts", "text"), CASES, ids=[code for code, *_ in CASES])
def test_facts_are_said_in_these_words(code: str, facts: Facts, text: str) -> None:
    said = {sentence.code: str(sentence).replace("\xa0", " ") for sentence in put_in_words(facts, "USD")}
    assert said.get(code) == text


def test_seeds_that_failed_are_not_counted_among_those_whose_ranges_differ() -> None:
    some = Repeats("GRU", (3.9, 4.0, 4.1, float("nan"), float("nan")), 2, 3.9, 4.1)
    first = str(put_in_words(replace(SEEDS, ranked=(some, LSTMS)), "USD")[0])
    assert "over at least 3 seeds each their ranges do not overlap" in first


def test_a_curve_that_repeats_is_told_so_too_where_it_may_be_better() -> None:
    unsure = replace(BOTH, chance=0.3, repeats_last=True, linear="alike")
    assert [sentence.code for sentence in put_in_words(unsure, "USD")] == ["closest", "unsure", "repeats"]


def test_every_sentence_of_the_table_is_tried_here_and_codes_are_unique() -> None:
    codes = [sentence.code for sentence in SENTENCES]
    assert sorted(codes) == sorted(code for code, *_ in CASES)
    assert len(codes) == len(set(codes))
    assert set(FAILED) == set(get_args(Failure))


@pytest.mark.parametrize("facts", [facts for _, facts, _ in CASES], ids=[code for code, *_ in CASES])
def test_two_or_three_sentences_are_said_of_those_that_learnt(facts: Facts) -> None:
    said = put_in_words(facts, "USD")
    assert len(said) in ((2, 3) if facts.ranked else (1, 2))


@pytest.mark.parametrize(
    "facts",
    [
        replace(LOSING, linear="further", linear_rmse=9.0),
        replace(LOSING, linear="alike", linear_rmse=4.1),
        replace(BOTH, chance=0.3, linear="further", linear_rmse=9.0),
        replace(BOTH, repeats_last=True),
    ],
)
def test_a_third_fact_of_no_use_is_not_said(facts: Facts) -> None:
    assert len(put_in_words(facts, "")) == 2


def test_values_are_those_that_the_template_names() -> None:
    for _, facts, _ in CASES:
        for sentence in put_in_words(facts, "USD"):
            assert set(sentence.values) == {name for _, name, _, _ in Formatter().parse(sentence.template) if name}


def test_failures_are_said_after_the_rest() -> None:
    failed = (Failed("LSTM", "diverged", 1, 1), Failed("GRU", "flat", 1, 5))
    assert [sentence.code for sentence in put_in_words(replace(BOTH, failed=failed), "")] == [
        "closest",
        "better",
        "lost",
        "some flat",
    ]


@pytest.mark.parametrize(
    ("changes", "answer", "separate"),
    [
        ({}, "yes", True),
        ({"chance": 0.05}, "cannot tell", True),
        ({"naive": 4.0}, "no", True),
        ({"naive": 3.0}, "no", True),
        ({"alike": "rows"}, "yes", False),
        ({"alike": "seeds"}, "yes", False),
        ({"ranked": (GRU,)}, "yes", False),
        ({"ranked": ()}, "no", False),
    ],
)
def test_the_answer_and_whether_there_is_a_winner(changes: dict[str, Any], answer: str, separate: bool) -> None:
    facts = replace(BOTH, **changes)
    assert (facts.answer, facts.separate) == (answer, separate)
