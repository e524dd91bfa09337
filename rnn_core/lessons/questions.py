"""Question: what a lesson asks at its end, its answers, and what is to be said of each. Plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One answer, and `why` it is right or not; both marked for translation."""

    text: str
    why: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with its answers, one of them right; `name` is one among all lessons' questions.

    Raises:
        ValueError: not exactly one answer is right.
    """

    name: str
    text: str
    answers: tuple[Answer, ...]

    def __post_init__(self) -> None:
        """Refuse a question that cannot be answered."""
        if sum(answer.right for answer in self.answers) != 1:
            raise ValueError(f"The question {self.name} needs exactly one right answer.")
