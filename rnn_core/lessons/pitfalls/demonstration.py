"""Demonstration: one mistake made on purpose, with its scores, its words and what to draw. Plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.judge import rmse
from rnn_core.lessons.pitfalls.material import Floats, Material, Rows
from rnn_core.words import Amount, Sentence

Role = Literal["real", "naive", "cheated", "honest"]
Look = Literal["line", "dots"]


@dataclass(frozen=True)
class Forecast:
    """What was predicted for `rows`, and what the naive line says there; all `(rows,)`, in the series' unit."""

    rows: Rows
    actual: Floats
    predicted: Floats
    naive: Floats

    @property
    def rmse(self) -> float:
        """A typical miss, in the series' unit."""
        return rmse(self.actual, self.predicted)

    @property
    def naive_rmse(self) -> float:
        """That of the naive line on the same rows."""
        return rmse(self.actual, self.naive)

    @property
    def against_naive(self) -> float:
        """Theil's U: below 1 is better than the naive line; `nan` where that one never misses."""
        return self.rmse / self.naive_rmse if self.naive_rmse > 0 else float("nan")


@dataclass(frozen=True)
class Score:
    """One number to be shown large, under `label` (marked for translation), with a `note` on how to read it."""

    label: str
    value: float | Amount
    note: Sentence


@dataclass(frozen=True)
class Line:
    """One line of a picture: `x` and `y` `(points,)`; `name` is marked for translation."""

    role: Role
    name: str
    x: npt.NDArray[np.datetime64] | Rows
    y: Floats
    look: Look = "line"


@dataclass(frozen=True)
class Picture:
    """What makes a mistake visible: lines over dates, or over the numbers that `across` names.

    `levels` are heights to be marked, `at` is the number on the x axis that has been chosen.
    """

    lines: tuple[Line, ...]
    up: str
    across: str = ""
    levels: tuple[float, ...] = ()
    at: int | None = None


@dataclass(frozen=True)
class Demonstration:
    """The same work done with the mistake and without, and `findings`: what the numbers say of it."""

    cheated: Forecast
    honest: Forecast
    scores: tuple[Score, Score]
    findings: tuple[Sentence, ...]
    picture: Picture


@dataclass(frozen=True)
class Knob:
    """What a person may move: whole numbers from `low` to `high`, or the `choices` with their words."""

    label: str
    help: str
    low: int
    high: int
    start: int
    step: int = 1
    choices: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Pitfall:
    """One kind of mistake: its words, marked for translation, what can be moved, and how it is made."""

    name: str
    title: str
    story: str
    notice: str
    knob: Callable[[Material], Knob]
    demonstrate: Callable[[Material, int], Demonstration]
