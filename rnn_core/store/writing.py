"""Putting runs down: asked for, finished, ended, taken in. Each function is a part of one transaction."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, update

from rnn_core.errors import StoreError
from rnn_core.records import pack_series
from rnn_core.series import Series
from rnn_core.store.lines import Stage
from rnn_core.store.putting import put
from rnn_core.store.tables import RESULT, RUN, SERIES

Columns = dict[str, Any]


def series_row(series: Series) -> Columns:
    """A series under the name of its content, so that many runs share one."""
    record = pack_series(series)
    return {"id": hashlib.sha256(record).hexdigest(), "record": record}


def keep_series(connection: Connection, row: Columns, moment: datetime) -> None:
    """Keep a series, or say that it is needed again."""
    found = connection.execute(update(SERIES).where(SERIES.c.id == row["id"]).values(touched=moment))
    if not found.rowcount:
        put(connection, SERIES, row | {"touched": moment}, ["touched"])


def begin_run(connection: Connection, row: Columns) -> None:
    """Put down a new run, or one of that name anew; title, note and pin stay, a result does not."""
    new = {"pinned": False, "title": "", "note": "", "title_folded": "", "note_folded": ""}
    put(connection, RUN, new | row, list(row))
    connection.execute(delete(RESULT).where(RESULT.c.name == row["name"]))


def finish_run(connection: Connection, name: str, values: Columns, record: bytes) -> None:
    """Put down the result of a run.

    Raises:
        StoreError: there is no such run.
    """
    found = connection.execute(update(RUN).where(RUN.c.name == name).values(problem=None, server=None, **values))
    if not found.rowcount:
        raise StoreError(
            "unknown_run",
            "Only a run that was begun can be finished, and this database has none called {name}. Train it again.",
            name=name,
        )
    connection.execute(delete(RESULT).where(RESULT.c.name == name))
    connection.execute(insert(RESULT).values(name=name, record=record))


def end_run(connection: Connection, name: str, values: Columns) -> None:
    """Put down that an unfinished run ended without a result."""
    unfinished = (RUN.c.name == name, RUN.c.stage == Stage.UNFINISHED)
    connection.execute(update(RUN).where(*unfinished).values(server=None, **values))


def change_runs(
    connection: Connection, names: Sequence[str], owner: str | None, values: Columns, *, deleted: bool
) -> int:
    """Set columns of `owner`'s runs of these names, of those that are `deleted` or of those that are not."""
    state = RUN.c.deleted_at.is_not(None) if deleted else RUN.c.deleted_at.is_(None)
    return connection.execute(update(RUN).where(RUN.c.name.in_(names), state, *of_owner(owner)).values(values)).rowcount


def of_owner(owner: str | None) -> list[ColumnElement[bool]]:
    """The condition that a run is `owner`'s; none for everybody's."""
    return [] if owner is None else [RUN.c.owner == owner]
