"""Questions at the end of lessons: each answer gets its explanation, and what was answered stays for the visit."""

import pytest

from rnn_core.lessons.questions import Answer, Question


def test_a_question_has_exactly_one_right_answer() -> None:
    wrong, right = Answer("2", "No."), Answer("4", "Yes.", right=True)
    assert Question("sum", "2 + 2?", (wrong, right)).answers[1].right
    for answers in [(wrong,), (right, right)]:
        with pytest.raises(ValueError, match="exactly one right answer"):
            Question("sum", "2 + 2?", answers)
