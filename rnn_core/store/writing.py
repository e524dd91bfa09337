"""Putting runs down: asked for, finished, ended, taken in. Each function is a part of one transaction.

Law: a run that has finished stays so, with its result, until another whole result takes its place or it is deleted.
Whoever trains it anew, knowingly or not, may be ended at any moment.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, not_, select, update

from rnn_core.errors import StoreError
from rnn_core.records import pack_data
from rnn_core.store.lines import Stage
from rnn_core.store.putting import put
from rnn_core.store.tables import RESULT, RUN, SERIES

Columns = dict[str, Any]

_WHOLE = and_(RUN.c.stage == Stage.FINISHED, RUN.c.deleted_at.is_(None))


def data_row(data: Any) -> Columns:
    """The data of a run under the name of their content, so that many runs share one."""
    record = pack_data(data)
    return {"id": hashlib.sha256(record).hexdigest(), "record": record}


def keep_data(connection: Connection, row: Columns, moment: datetime) -> None:
    """Keep the data of a run, or say that they are needed again."""
    found = connection.execute(update(SERIES).where(SERIES.c.id == row["id"]).values(touched=moment))
    if not found.rowcount:
        put(connection, SERIES, row | {"touched": moment}, ["touched"])


def begin_run(connection: Connection, row: Columns, *, over_whole: bool = False) -> None:
    """Put down a new run, or one of that name anew; title, note and pin stay, what it had before does not.

    One that has finished is left alone, unless what takes its place comes in this very transaction (`over_whole`).
    """
    new = {"pinned": False, "title": "", "note": "", "title_folded": "", "note_folded": ""}
    put(connection, RUN, new | row, list(row), where=None if over_whole else not_(_WHOLE))
    # Not all drivers tell whether it was put.
    stage = select(RUN.c.stage).where(RUN.c.name == row["name"]).scalar_subquery()
    connection.execute(delete(RESULT).where(RESULT.c.name == row["name"], stage == Stage.UNFINISHED))


def finish_run(connection: Connection, name: str, values: Columns, record: bytes) -> None:
    """Put down the result of a run; what a stopped one had learnt does not take the place of a whole result.

    A deleted run stays deleted.

    Raises:
        StoreError: there is no such run.
    """
    allowed = [] if values["stage"] == Stage.FINISHED else [not_(_WHOLE)]
    found = connection.execute(
        update(RUN).where(RUN.c.name == name, *allowed).values(problem=None, server=None, **values)
    )
    if found.rowcount:
        connection.execute(delete(RESULT).where(RESULT.c.name == name))
        connection.execute(insert(RESULT).values(name=name, record=record))
    else:
        _refuse_unknown(connection, name)


def _refuse_unknown(connection: Connection, name: str) -> None:
    if connection.scalar(select(RUN.c.name).where(RUN.c.name == name)) is None:
        raise StoreError(
            "unknown_run",
            "Only a run that was begun can be finished, and this database has none called {name}. Train it again.",
            name=name,
        )


def end_run(connection: Connection, name: str, server: str, values: Columns) -> None:
    """Put down that a run ended without a result, if `server` is still the one that is at it."""
    at_work = (RUN.c.name == name, RUN.c.stage == Stage.UNFINISHED, RUN.c.server == server)
    connection.execute(update(RUN).where(*at_work).values(server=None, **values))


def change_runs(
    connection: Connection, names: Sequence[str], owner: str | None, values: Columns, *, deleted: bool
) -> int:
    """Set columns of `owner`'s runs of these names, of those that are `deleted` or of those that are not."""
    state = RUN.c.deleted_at.is_not(None) if deleted else RUN.c.deleted_at.is_(None)
    return connection.execute(update(RUN).where(RUN.c.name.in_(names), state, *of_owner(owner)).values(values)).rowcount


def of_owner(owner: str | None) -> list[ColumnElement[bool]]:
    """The condition that a run is `owner`'s; none for everybody's."""
    return [] if owner is None else [RUN.c.owner == owner]
