"""What is asked of a store and what it answers, as values. Pure: no database."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series
from rnn_core.words import Sentence

# A person's own words about a run, in characters, wherever they are written, kept or sent.
LONGEST_TITLE, LONGEST_NOTE = 80, 500

Order = Literal["newest", "oldest", "rmse", "against_naive", "title", "series"]


class Stage(StrEnum):
    """How far a run got. An interrupted one was still at it when its server or its engine ended."""

    UNFINISHED = "unfinished"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class RunLine:
    """One run in a list: all that a table shows of it, without its arrays.

    `title` and `note` are a person's own words, empty where there are none. Times are in UTC. `series` is the name of
    its data, `source` and `origin` those of the receipt. Scores are `nan` and `parameters` 0 before there is a result.
    """

    name: str
    stage: Stage
    title: str
    note: str
    pinned: bool
    begun: datetime
    ended: datetime | None
    spec: ForecastSpec
    series: str
    unit: str
    target: str
    source: str
    origin: str
    rmse: float
    mae: float
    naive_rmse: float
    parameters: int
    seconds: float

    @property
    def theils_u(self) -> float:
        """RMSE divided by the naive line's; `nan` where there is none."""
        return self.rmse / self.naive_rmse if self.naive_rmse > 0 else float("nan")


@dataclass(frozen=True)
class StoredRun:
    """All that is kept of one run: `run` is its result, if it has one, `problem` why it has none."""

    line: RunLine
    owner: str
    series: Series
    run: Run | None
    problem: Sentence | None


@dataclass(frozen=True)
class Query:
    """Which runs to list: `owner`'s, or everybody's where that is None; the pinned ones always come first.

    `text` is looked for in titles, notes, data, columns and cells; an empty choice lets all through. `better` keeps
    those that came closer than the naive line, or those that did not.
    """

    owner: str | None
    text: str = ""
    cells: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    series: tuple[str, ...] = ()
    better: bool | None = None
    order: Order = "newest"
    offset: int = 0
    limit: int = 25


@dataclass(frozen=True)
class RunsPage:
    """Some of the runs that answer a query, in its order, and how many there are in all."""

    lines: tuple[RunLine, ...]
    count: int
