"""Marks and alignment by numbers that can be done by hand."""

import math

import numpy as np

from rnn_core.text.rewrite.alignment import mirrored_share, strongest
from rnn_core.text.rewrite.marks import Marks, by_length, mark, usual_answer


def test_letters_too_many_or_too_few_count_as_wrong() -> None:
    assert mark(["ab"], ["abcd"]).letters == 0.5
    assert mark(["abcd"], ["ab"]).letters == 0.5
    assert mark(["ab"], [""]) == Marks(1, 0.0, 0.0)


def test_no_questions_have_no_marks() -> None:
    none = mark([], [])
    assert none.count == 0
    assert math.isnan(none.exact)
    assert math.isnan(none.letters)


def test_marks_by_length_of_question_count_all() -> None:
    found = by_length(["a", "bb", "cc"], ["a", "bb", "cc"], ["a", "bb", "cx"])
    assert [(one.length, one.marks.count, one.marks.exact, one.marks.letters) for one in found] == [
        (1, 1, 1.0, 1.0),
        (2, 2, 0.5, 0.75),
    ]


def test_the_usual_answer_is_as_long_as_most_and_has_the_most_frequent_letters() -> None:
    assert usual_answer(("12", "13", "23", "4", "999")) == "13"


def test_a_perfect_anti_diagonal_is_all_mirrored() -> None:
    assert mirrored_share(np.eye(6)[::-1]) == 1.0
    assert mirrored_share(np.eye(6)) == 0.0


def test_a_map_that_looks_everywhere_alike_is_not_mirrored() -> None:
    flat = np.full((5, 5), 0.2)
    assert mirrored_share(flat) == 0.2


def test_letters_too_many_have_no_mirror() -> None:
    long = np.vstack([np.eye(3)[::-1], [[1, 0, 0]]])
    assert mirrored_share(long) == 0.75


def test_nothing_written_has_no_alignment() -> None:
    assert math.isnan(mirrored_share(np.zeros((0, 4))))
    assert strongest(np.zeros((0, 4))).tolist() == []
