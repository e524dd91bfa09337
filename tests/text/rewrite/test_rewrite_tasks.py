"""Tasks: what is asked and answered, seeded, and that test and training never share a meaning."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import numpy as np
import pytest

from rnn_core.text.rewrite import adding, dates
from rnn_core.text.rewrite.reversing import BEYOND, LONGEST
from rnn_core.text.rewrite.task import FOLLOWED_OF, ONE_OF, Part, part_of
from rnn_core.text.rewrite.tasks import TASKS

COUNT = 2_000
PARTS: tuple[Part, ...] = get_args(Part)


def pairs_of(name: str, seed: int, part: Part) -> list[tuple[str, str]]:
    drawn = TASKS[name].draw(np.random.default_rng(seed), COUNT, part=part)
    return list(zip(*drawn, strict=True))


def meaning(name: str) -> Callable[[str, str], str]:
    return {
        "date": lambda _, answer: answer,
        "reverse": lambda question, _: question,
        "add": lambda question, _: adding.meaning(*map(int, question.split("+"))),
    }[name]


@pytest.mark.parametrize("name", TASKS)
def test_the_same_seed_draws_the_same_questions(name: str) -> None:
    assert pairs_of(name, 1, "learnt") == pairs_of(name, 1, "learnt")
    assert pairs_of(name, 1, "learnt") != pairs_of(name, 2, "learnt")
    assert len(pairs_of(name, 1, "tested")) == COUNT


@pytest.mark.parametrize("name", TASKS)
def test_no_meaning_is_of_two_parts(name: str) -> None:
    of = meaning(name)
    learnt, followed, tested = ({of(*pair) for pair in pairs_of(name, 3, part)} for part in PARTS)
    assert all((learnt, followed, tested))
    assert not learnt & tested
    assert not learnt & followed
    assert not followed & tested


@pytest.mark.parametrize("name", TASKS)
def test_what_is_drawn_is_what_the_task_itself_answers(name: str) -> None:
    task = TASKS[name]
    for question, answer in pairs_of(name, 4, "learnt")[:150]:
        assert task.clean(question) == question
        assert task.answer(question) == answer


@pytest.mark.parametrize("name", TASKS)
@pytest.mark.parametrize("part", PARTS)
def test_questions_and_answers_keep_to_their_letters_and_lengths(name: str, part: Part) -> None:
    task = TASKS[name]
    questions, answers = zip(*pairs_of(name, 5, part), strict=True)
    assert set("".join(questions)) <= set(task.letters)
    assert set("".join(answers)) <= set(task.answer_letters)
    assert max(map(len, questions)) <= task.longest_question
    assert max(map(len, answers)) <= task.longest_answer


@pytest.mark.parametrize("name", TASKS)
def test_the_examples_of_a_task_can_be_answered(name: str) -> None:
    task = TASKS[name]
    assert all(task.answer(task.clean(one)) for one in task.examples)


def test_strings_have_each_length_as_often_as_any_other() -> None:
    questions, _ = TASKS["reverse"].draw(np.random.default_rng(0), 4_000, shortest=3, longest=6)
    counts = np.bincount([len(one) for one in questions])
    assert counts[:3].sum() == 0
    assert counts[3:].tolist() == pytest.approx([1_000] * 4, rel=0.1)


@pytest.mark.parametrize("length", [1, 2, 12, LONGEST + BEYOND])
def test_there_are_strings_of_every_length_to_test_with(length: int) -> None:
    drawn = TASKS["reverse"].draw(np.random.default_rng(0), 50, part="tested", shortest=length, longest=length)
    assert {len(one) for one in drawn[0]} == {length}


def test_both_orders_of_a_sum_are_kept_back_together() -> None:
    kept = {question for question, _ in pairs_of("add", 6, "tested")}
    learnt = {question for question, _ in pairs_of("add", 7, "learnt")}
    assert not {"+".join(reversed(one.split("+"))) for one in kept} & learnt


def test_a_day_is_kept_back_in_every_spelling() -> None:
    kept = next(day for day in dates._days("tested") if day.year == 2021)
    spelled = {way(kept) for way in dates.SPELLINGS}
    learnt, _ = TASKS["date"].draw(np.random.default_rng(8), 20_000)
    assert not spelled & set(learnt)
    assert kept not in dates._days("learnt")


def test_a_tenth_of_all_days_is_kept_back() -> None:
    learnt, followed, tested = (len(dates._days(part)) for part in PARTS)
    every = learnt + followed + tested
    assert every == (dates.LAST - dates.FIRST).days + 1 == 36_525
    assert (followed + tested) / every == pytest.approx(1 / ONE_OF, abs=0.01)
    assert followed / (followed + tested) == pytest.approx(1 / FOLLOWED_OF, abs=0.02)


def test_no_spelling_of_a_day_is_that_of_another() -> None:
    days = [date(year, 1, 1) + timedelta(days) for year in (1950, 2011, 2049) for days in range(365)]
    meanings: dict[str, set[date]] = {}
    for day in days:
        for way in dates.SPELLINGS:
            meanings.setdefault(way(day), set()).add(day)
    assert all(len(one) == 1 for one in meanings.values())


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("3 May 2021", "2021-05-03"),
        ("may 3, 2021", "2021-05-03"),
        ("3RD OF MAY 2021", "2021-05-03"),
        ("22nd November 1963", "1963-11-22"),
        ("December 24th, 1999", "1999-12-24"),
        ("7-Sep-1984", "1984-09-07"),
        ("2021年5月3日", "2021-05-03"),
        ("２０２１年０５月０３日", "2021-05-03"),
        ("二〇二一年五月三日", "2021-05-03"),
        ("二零二零年十二月三十一日", "2020-12-31"),
        ("29 February 2020", "2020-02-29"),
        ("2000/2/29", "2000-02-29"),
    ],
)
def test_dates_are_understood_in_many_spellings(typed: str, right: str) -> None:
    assert TASKS["date"].answer(TASKS["date"].clean(typed)) == right


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("date", "03/05/2021"),
        ("date", "03.05.2021"),
        ("date", "31 February 2020"),
        ("date", "29 February 2021"),
        ("date", "3 May 1949"),
        ("date", "3rd May 0000"),
        ("date", ""),
        ("reverse", ""),
        ("reverse", "two words"),
        ("reverse", "é"),
        ("reverse", "a" * (LONGEST + BEYOND + 1)),
        ("add", "47"),
        ("add", "1000+1"),
        ("add", "047+1"),
        ("add", "-1+2"),
        ("add", "1+2+3"),
    ],
)
def test_what_is_no_question_of_a_task_has_no_answer_and_a_refusal_that_shows_it(name: str, typed: str) -> None:
    task = TASKS[name]
    assert task.answer(task.clean(typed)) is None
    assert f"“{typed}”" in str(task.refusal(typed))


@pytest.mark.parametrize(
    ("typed", "right"), [("47+385", "432"), (" 47 ＋ 385 ", "432"), ("999+999", "1998"), ("0+0", "0")]
)
def test_sums_are_understood(typed: str, right: str) -> None:
    assert TASKS["add"].answer(TASKS["add"].clean(typed)) == right


def test_capital_letters_are_reversed_as_small_ones() -> None:
    assert TASKS["reverse"].answer(TASKS["reverse"].clean(" NetWork ")) == "krowten"


def test_what_is_kept_back_is_the_same_for_ever() -> None:
    assert [number for number in range(40) if part_of(str(number)) != "learnt"] == [6, 29, 37]
