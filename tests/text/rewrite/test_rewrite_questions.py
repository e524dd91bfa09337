"""Questions that are kept back: different ones, as many as there are, and none of them in two places."""

import pytest

from rnn_core.text.rewrite import TASKS, RewriteSpec
from rnn_core.text.rewrite.questions import FOLLOWED, TESTS, TESTS_A_LENGTH, for_following, for_test, of_length
from rnn_core.text.rewrite.task import part_of

REVERSE = RewriteSpec(task="reverse")


@pytest.mark.parametrize("task", TASKS)
def test_no_question_of_the_test_comes_twice_and_none_is_asked_before(task: str) -> None:
    spec = RewriteSpec(task=task)
    (asked, right), (before, _) = for_test(spec), for_following(spec)
    assert (len(set(asked)), len(set(before))) == (len(asked), len(before)) == (TESTS, FOLLOWED)
    assert not set(asked) & set(before)
    assert [spec.what.answer(one) for one in asked] == list(right)


@pytest.mark.parametrize("longest", [2, 30])
def test_where_there_are_few_strings_fewer_are_asked(longest: int) -> None:
    spec = REVERSE.change(longest=longest)
    assert len(of_length(spec, 1)[0]) == 1
    assert 1 < len(set(of_length(spec, 2)[0])) == len(of_length(spec, 2)[0]) < TESTS_A_LENGTH
    assert len(of_length(spec, 3)[0]) == TESTS_A_LENGTH
    asked, before = for_test(spec)[0], for_following(spec)[0]
    assert 0 < len(before) < len(asked) <= TESTS
    assert not set(asked) & set(before)
    assert {part_of(one) for one in asked} == {"tested"}


def test_strings_of_another_length_make_another_test() -> None:
    assert for_test(REVERSE) != for_test(REVERSE.change(longest=20))
    assert for_test(REVERSE) == for_test(REVERSE.change(seed=5, attention=False))
