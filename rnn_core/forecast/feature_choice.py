"""Which features a series offers to be read, and ready-made choices of them. Pure.

Law: a ready-made choice is nothing but names, as a person would write them, and is known again by these names. What
is on offer depends on all rows, those of the test too: a column with a zero anywhere has no change in percent there.
Values decide nothing else.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from rnn_core.errors import SpecError
from rnn_core.forecast.features import FEATURES, Feature, read_feature
from rnn_core.forecast.spec import PredictName
from rnn_core.series import Series
from rnn_core.words import Sentence

SeenName = Literal["alone", "changes", "own"]

_PRICES = ("open", "high", "low", "close")


def say_feature(feature: Feature) -> Sentence:
    """The feature in words: "Open against High"."""
    columns = {"column": feature.columns[0], "other": feature.columns[-1]}
    return Sentence("feature", FEATURES[feature.kind].title, columns)


@dataclass(frozen=True)
class Choices:
    """What a network that predicts one column of a series may choose to read.

    `features` are all on offer, `changes` the ready-made choice "all as changes" (empty where it would say no more than
    the predicted column alone), and `predict` is the form of the target that goes with it.
    """

    features: tuple[Feature, ...]
    changes: tuple[str, ...]
    predict: PredictName

    def seen(self, inputs: tuple[str, ...]) -> SeenName:
        """Which choice `inputs` are, named as the series spells them."""
        if not inputs:
            return "alone"
        return "changes" if inputs == self.changes else "own"


def choices(series: Series, target: str) -> Choices:
    """What may be read to predict the column `target` of `series`."""
    changes = all_as_changes(series, target) if len(series.columns) > 1 else ()
    return Choices(offered(series, target), changes, suggested_predict(series, target))


def offered(series: Series, target: str) -> tuple[Feature, ...]:
    """Columns as they are, then their changes, then what other prices are against the column `target`."""
    plain = [Feature("value", (name,)) for name in series.columns]
    steps = [Feature(kind, (name,)) for name in series.columns for kind in ("change", "difference")]
    derived = (*steps, *_ratios(series, target))
    return (*plain, *(feature for feature in derived if _can_be_had(feature, series)))


def all_as_changes(series: Series, target: str) -> tuple[str, ...]:
    """All prices and the volume as changes, to predict the column `target`; all columns where there are no prices.

    Prices move nearly together: what the others are against the target says more than their own changes. Left out is
    what has missing values where the target has none, what cannot be had of all values, and what never changes.
    """
    prices = _prices(series)
    if target in prices and len(prices) > 1:
        named = (target, series.receipt.roles.get("close"), series.receipt.roles.get("volume"))
        steps = [Feature("change", (name,)) for name in dict.fromkeys(named) if name is not None]
        found = [feature for feature in (*_ratios(series, target), *steps) if _fits(feature, series, target)]
    else:
        found = [step for name in series.columns if (step := _step(series, name, target)) is not None]
    own = Feature(_kind_of_step(series, target), (target,))
    return tuple(feature.name for feature in dict.fromkeys([*found, own]))


def known_names(inputs: tuple[str, ...], series: Series) -> tuple[str, ...]:
    """`inputs` as the series spells them, each once; what it does not have is left out."""
    found: list[str] = []
    for text in inputs:
        try:
            found.append(read_feature(text, series).name)
        except SpecError:
            continue
    return tuple(dict.fromkeys(found))


def suggested_predict(series: Series, target: str) -> PredictName:
    """How to predict the column `target` from changes: as a change in percent, or as a difference."""
    return "log_change" if _kind_of_step(series, target) == "change" else "difference"


def _prices(series: Series) -> tuple[str, ...]:
    """The columns that are prices by their role, in the order of a day."""
    return tuple(series.receipt.roles[role] for role in _PRICES if role in series.receipt.roles)


def _ratios(series: Series, target: str) -> list[Feature]:
    prices = _prices(series)
    return [Feature("ratio", (name, target)) for name in prices if target in prices and name != target]


def _step(series: Series, name: str, target: str) -> Feature | None:
    """How the column `name` moves from row to row: in percent where that can be, else as a difference, else not."""
    kinds = (Feature("change", (name,)), Feature("difference", (name,)))
    return next((feature for feature in kinds if _fits(feature, series, target)), None)


def _kind_of_step(series: Series, target: str) -> str:
    return "change" if _above_zero(series, target) else "difference"


def _fits(feature: Feature, series: Series, target: str) -> bool:
    """Whether `feature` is a number in every row that has a target (but for the first), and not always the same one."""
    if not _can_be_had(feature, series):
        return False
    rows = series.frame[series.frame[target].notna()]
    now, other = (rows[name].to_numpy("float64") for name in (feature.columns[0], feature.columns[-1]))
    values = feature.of(now[1:], now[:-1], other[1:])
    return bool(np.isfinite(values).all() and len(values) and values.min() < values.max())


def _can_be_had(feature: Feature, series: Series) -> bool:
    """Whether the values of its columns, as far as there are any, allow it."""
    return not feature.needs_positive or all(_above_zero(series, name) for name in feature.columns)


def _above_zero(series: Series, name: str) -> bool:
    return not bool((series.frame[name] <= 0).any())
