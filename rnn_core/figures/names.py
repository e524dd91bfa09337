"""Names of lines: short, and different within one chart. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rnn_core.figures.theme import Look, Say, cell_look
from rnn_core.forecast.repeating import places_by_network
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.learning.events import EpochDone


class Trained(Protocol):
    """What has learned: a Run, or a Learner that is still at it."""

    @property
    def spec(self) -> ForecastSpec:
        """What it was told to learn."""

    @property
    def history(self) -> tuple[EpochDone, ...]:
        """The epochs that are done, in order."""


@dataclass(frozen=True)
class Label:
    """What one line is called and how it looks."""

    name: str
    look: Look


@dataclass(frozen=True)
class Group:
    """Trainings that differ in nothing but the seed: their common label, and their `places` among all."""

    label: Label
    places: tuple[int, ...]


def group_all(trained: Sequence[Trained], say: Say = str) -> list[Group]:
    """`trained` in groups that differ in nothing but the seed, in the order in which each group first appears."""
    places = places_by_network([one.spec for one in trained])
    labels = label_all([trained[found[0]] for found in places], say)
    return [Group(label, found) for label, found in zip(labels, places, strict=True)]


def label_all(trained: Sequence[Trained], say: Say = str) -> list[Label]:
    """One label for each of `trained`, in order; lines of the same cell are told apart by what differs."""
    specs = [one.spec for one in trained]
    kinds = [_kind(spec, say) for spec in specs]
    seen: Counter[str] = Counter()
    labels = []
    for spec, kind in zip(specs, kinds, strict=True):
        twins = [other for other, its_kind in zip(specs, kinds, strict=True) if its_kind == kind]
        look = cell_look(spec.cell, bidirectional=spec.bidirectional, repeat=seen[kind])
        seen[kind] += 1
        labels.append(Label(kind + _difference(spec, twins, seen[kind], say), look))
    return labels


def _kind(spec: ForecastSpec, say: Say) -> str:
    return say("{cell}, two-directional").format(cell=spec.cell) if spec.bidirectional else spec.cell


def _difference(spec: ForecastSpec, twins: list[ForecastSpec], number: int, say: Say) -> str:
    if len(twins) == 1:
        return ""
    words = {
        "units": say("{number} units"),
        "window": say("window {number}"),
        "layers": say("{number} layers"),
        "epochs": say("{number} epochs"),
        "seed": say("seed {number}"),
    }
    told = [name for name in words if len({getattr(twin, name) for twin in twins}) > 1]
    values = [tuple(getattr(twin, name) for name in told) for twin in twins]
    parts = [words[name].format(number=getattr(spec, name)) for name in told]
    unique = len(set(values)) == len(values)
    return f" ({', '.join(parts if unique else [*parts, str(number)])})"


def looks_of(trained: Sequence[Trained], say: Say = str) -> dict[str, Look]:
    """How each line of `trained`, and of each group of seeds among them, is drawn, by its name."""
    labels = [*label_all(trained, say), *(group.label for group in group_all(trained, say))]
    return {label.name: label.look for label in labels}
