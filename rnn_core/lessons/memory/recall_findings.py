"""What the memory task says: who can tell the first symbol after the noise. Values in, sentences out. Pure."""

from collections.abc import Sequence

from rnn_core.lessons.memory.recall_result import Recalled
from rnn_core.lessons.memory.recall_task import CHANCE
from rnn_core.words import Percent, Sentence

# Right so often, and it remembers; and so near to chance, and it guesses.
REMEMBERS, _GUESSES = 0.95, 0.1


def recall_findings(found: Sequence[Recalled]) -> tuple[Sentence, ...]:
    """A sentence a cell, in their order, then what chance is."""
    return (*map(_finding, found), Sentence("recall_chance", "Chance is {chance}.", {"chance": Percent(CHANCE)}))


def _finding(one: Recalled) -> Sentence:
    values = {"cell": one.spec.cell, "steps": one.spec.distance, "share": _share(one), "took": one.steps}
    if one.stopped:
        return Sentence(
            "recall_stopped",
            "The {cell} was stopped after {took} training steps; by then it was right {share} of the time.",
            values,
        )
    if one.accuracy > REMEMBERS:
        return Sentence(
            "recall_remembers",
            "After {steps} steps of noise the {cell} tells the first symbol rightly {share} of the time. "
            "To learn that took {took} training steps.",
            values,
        )
    if one.accuracy < CHANCE + _GUESSES:
        return Sentence(
            "recall_guesses",
            "After {steps} steps of noise the {cell} is right {share} of the time, which is guessing, "
            "even after {took} training steps.",
            values,
        )
    return Sentence(
        "recall_partly",
        "After {steps} steps of noise the {cell} is right {share} of the time, after {took} training steps: "
        "more than guessing, but nothing to rely on.",
        values,
    )


def _share(one: Recalled) -> Percent:
    # 99.6 % is not always.
    return Percent(min(one.accuracy, 0.99) if one.accuracy < 1 else 1.0)
