"""The verdict: who came closest, and did anyone beat "tomorrow = today"? Facts in, sentences out. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from rnn_core.judge.metrics import rmse
from rnn_core.judge.repeats import repeats
from rnn_core.judge.significance import LIKELY_REAL, Floats, chance_of_luck
from rnn_core.words import Amount, Percent, Sentence

Answer = Literal["yes", "no", "cannot tell"]


@dataclass(frozen=True)
class Verdict:
    """`sentences` say it in words; `best` names the network that came closest, None where none learnt anything."""

    sentences: tuple[Sentence, ...]
    best: str | None
    better_than_naive: Answer
    middle: Mapping[str, int]
    separate: bool

    def __str__(self) -> str:
        return " ".join(str(sentence) for sentence in self.sentences)


@dataclass(frozen=True)
class _Contender:
    name: str
    predicted: Floats
    rmse: float


def verdict(
    actual: Floats,
    naive: Floats,
    predictions: Mapping[str, Floats | Sequence[Floats]],
    unit: str = "",
    *,
    linear: Floats | None = None,  # noqa: ARG001
    train_mean: float = math.nan,
) -> Verdict:
    """Compare `predictions` (name to values, or to those of several seeds) with each other and with the naive line.

    A network is only called better where a Diebold-Mariano test finds the difference unlikely to be luck (p < 0.05).
    """
    runs = {
        name: (values,) if isinstance(values, np.ndarray) and values.ndim == 1 else tuple(values)
        for name, values in predictions.items()
    }
    of = {name: repeats(name, actual, values, naive=naive, train_mean=train_mean) for name, values in runs.items()}
    middle = {name: one.middle for name, one in of.items()}
    contenders = [_Contender(name, runs[name][one.middle], one.rmse[one.middle]) for name, one in of.items()]
    lost = tuple(_did_not_learn(one) for one in contenders if not np.isfinite(one.rmse))
    ranked = sorted((one for one in contenders if np.isfinite(one.rmse)), key=lambda one: one.rmse)
    if not ranked:
        return Verdict(lost, None, "no", middle, False)
    best = ranked[0]
    against = _Contender("naive", naive, rmse(actual, naive))
    # The best of several was picked by this very test, so its chance of luck counts once for each (Bonferroni).
    luck = min(1.0, chance_of_luck(actual, best.predicted, naive) * len(ranked))
    answer = _answer(best.rmse, against.rmse, luck)
    sentences = (_ranking(actual, ranked, unit), _against_naive(answer, best, against, luck, unit), *lost)
    separate = sentences[0].code == "closest"
    return Verdict(sentences, best.name, answer, middle, separate)


def _answer(best: float, naive: float, luck: float) -> Answer:
    if best >= naive:
        return "no"
    return "yes" if luck < LIKELY_REAL else "cannot tell"


def _ranking(actual: Floats, ranked: list[_Contender], unit: str) -> Sentence:
    best = ranked[0]
    values = {"best": best.name, "rmse": Amount(best.rmse, unit)}
    if len(ranked) == 1:
        return Sentence("one", "{best} misses by {rmse} (RMSE).", values)
    second = ranked[1]
    values |= {"second": second.name, "second_rmse": Amount(second.rmse, unit)}
    if chance_of_luck(actual, best.predicted, second.predicted) >= LIKELY_REAL:
        return Sentence(
            "alike", "{best} ({rmse}) and {second} ({second_rmse}) cannot be told apart on this test (RMSE).", values
        )
    # A perfect forecast leaves no percentage to speak of, which shows as a dash.
    values["percent"] = Percent(second.rmse / best.rmse - 1 if best.rmse > 0 else math.nan)
    return Sentence("closest", "{best} came closest (RMSE {rmse}); {second} was {percent} further off.", values)


def _against_naive(answer: Answer, best: _Contender, naive: _Contender, luck: float, unit: str) -> Sentence:
    values = {
        "best": best.name,
        "rmse": Amount(best.rmse, unit),
        "naive": Amount(naive.rmse, unit),
        "percent": Percent(1 - best.rmse / naive.rmse if naive.rmse > 0 else math.nan),
        "chance": "< 0.0001" if luck < 0.0001 else f"= {luck:.2g}",
    }
    if answer == "no":
        return Sentence(
            "worse",
            "But simply repeating the last value would have been at least as close ({naive}): on this test the "
            "networks found nothing that the last value did not already say.",
            values,
        )
    if answer == "yes":
        return Sentence(
            "better",
            "{best} beats the naive line by {percent} ({rmse} against {naive}), and that is unlikely to be luck "
            "(p {chance}).",
            values,
        )
    return Sentence(
        "unsure",
        "{best} is {percent} closer than simply repeating the last value ({naive}), but on these test rows that "
        "may well be luck (p {chance}).",
        values,
    )


def _did_not_learn(one: _Contender) -> Sentence:
    return Sentence(
        "lost",
        "{name} did not learn: its numbers grew beyond all bounds. A smaller learning rate usually helps.",
        {"name": one.name},
    )
