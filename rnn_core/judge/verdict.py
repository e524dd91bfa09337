"""The verdict: who came closest, and did anyone beat "tomorrow = today"? Arrays in, sentences out. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rnn_core.judge.facts import Answer, Rows, find_facts, find_repeats
from rnn_core.judge.significance import Floats
from rnn_core.judge.wording import put_in_words
from rnn_core.words import Sentence


@dataclass(frozen=True)
class Verdict:
    """`sentences` say it in words; `best` names the network that came closest, None where none learnt anything.

    `middle`: of each network the index of the run that stands for its seeds. `separate`: whether the best can be told
    apart from the next one, so that it may be called the winner.
    """

    sentences: tuple[Sentence, ...]
    best: str | None
    better_than_naive: Answer
    middle: Mapping[str, int]
    separate: bool

    def __str__(self) -> str:
        return " ".join(str(sentence) for sentence in self.sentences)


def verdict(
    actual: Floats,
    naive: Floats,
    predictions: Mapping[str, Floats | Sequence[Floats]],
    unit: str = "",
    *,
    linear: Floats | None = None,
    train_mean: float = math.nan,
) -> Verdict:
    """Compare networks with each other, with the naive line and with a `linear` model on the same inputs.

    `predictions` holds of each name the values, shape `(rows,)`, or those of several seeds. `train_mean`, the mean of
    the training part, is what a network must do better than to count as one that learnt. A network is only called
    better where a Diebold-Mariano test finds the difference unlikely to be luck (p < 0.05).
    """
    test = Rows(actual, naive, train_mean)
    runs = {name: _seeds(values) for name, values in predictions.items()}
    found = find_repeats(test, runs)
    facts = find_facts(test, runs, found, linear)
    return Verdict(
        sentences=put_in_words(facts, unit),
        best=facts.ranked[0].name if facts.ranked else None,
        better_than_naive=facts.answer,
        middle={name: one.middle for name, one in found.items()},
        separate=facts.separate,
    )


def _seeds(values: Floats | Sequence[Floats]) -> tuple[Floats, ...]:
    return (values,) if isinstance(values, np.ndarray) and values.ndim == 1 else tuple(values)
