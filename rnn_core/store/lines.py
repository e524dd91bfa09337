"""What is asked of a store and what it answers, as values. Pure: no database."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

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
    `spec` is that of its kind (see `KINDS` in `rnn_core/records`); `rmse`, `mae` and `naive_rmse` are a forecast's,
    `score` is that of work with text.
    """

    name: str
    stage: Stage
    title: str
    note: str
    pinned: bool
    begun: datetime
    ended: datetime | None
    spec: Any
    series: str
    unit: str
    target: str
    source: str
    origin: str
    rmse: float
    mae: float
    naive_rmse: float
    against_naive: float
    score: float
    parameters: int
    seconds: float


@dataclass(frozen=True)
class StoredRun:
    """All that is kept of one run: its `data`, its result `run`, if it has one, and the `problem`, if it has none.

    Of which types data and result are, its kind says.
    """

    line: RunLine
    owner: str
    data: Any
    run: Any | None
    problem: Sentence | None


@dataclass(frozen=True)
class Query:
    """Which runs to list: `owner`'s, or everybody's where that is None; the pinned ones always come first.

    `text` is looked for in titles, notes, data, columns and cells; an empty choice lets all through. `better` keeps
    those that came closer than the naive line, or those that did not.
    """

    owner: str | None
    kinds: tuple[str, ...] = ()
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
