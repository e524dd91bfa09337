"""Timings: how long runs took and what they did in that time, as plain columns; no result is read for them."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from rnn_core.cells import CELLS
from rnn_core.forecast.costs.speed import workplace
from rnn_core.forecast.costs.work import Timing, Work, work_done
from rnn_core.forecast.run import Run
from rnn_core.records import FORECAST
from rnn_core.store.lines import Stage
from rnn_core.store.tables import RUN

# Raised when trainings change so much that what older ones took says nothing any more.
_FORM = 1


def work_of(run: Any) -> dict[str, Any]:
    """What `run`, trained here a moment ago, was for a machine, as columns; nothing of one that was stopped.

    Only of forecasts it is known what they did; of others that they were trained here.
    """
    if run.stopped or not run.history:
        return {"workplace": None, "work": None}
    done = asdict(work_done(run)) if isinstance(run, Run) else {}
    return {"workplace": workplace(), "work": json.dumps({"form": _FORM, **done})}


def find_timings(connection: Connection, place: str, limit: int) -> tuple[Timing, ...]:
    """The newest timings at the workplace `place`, newest first."""
    here = (RUN.c.kind == FORECAST, RUN.c.workplace == place, RUN.c.stage == Stage.FINISHED)
    newest = select(RUN.c.work, RUN.c.seconds, RUN.c.begun, RUN.c.ended).where(*here).order_by(RUN.c.begun.desc())
    return tuple(_readable(connection.execute(newest.limit(limit))))


def _readable(rows: Iterable[Row[Any]]) -> Iterator[Timing]:
    """All but damaged ones and those of other versions: nothing depends on a single one."""
    for row in rows:
        with suppress(ValueError, KeyError, TypeError):
            said = json.loads(row.work)
            if said.pop("form") == _FORM and said["cell"] in CELLS:
                yield Timing(Work(**said), row.seconds, row.begun, row.ended)
