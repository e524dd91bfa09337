"""Finding runs: one by the beginning of its name, or a page of those that answer a query."""

import logging
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from rnn_core.errors import RecordError
from rnn_core.store.lines import Order, Query, RunLine, RunsPage
from rnn_core.store.names import SHORT
from rnn_core.store.rows import LINE, fold, line_of
from rnn_core.store.tables import RESULT, RUN, SERIES
from rnn_core.store.writing import of_owner

_SHORT = re.compile(rf"[0-9a-f]{{{SHORT},64}}")
_KEPT = RUN.c.deleted_at.is_(None)
_COMPARED = RUN.c.naive_rmse.is_not(None)
_CLOSER = and_(RUN.c.against_naive.is_not(None), RUN.c.against_naive < 1)

# False sorts before True: what has no score or no title comes last.
_ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    "newest": (RUN.c.begun.desc(),),
    "oldest": (RUN.c.begun,),
    "rmse": (RUN.c.rmse.is_(None), RUN.c.rmse),
    "against_naive": (RUN.c.against_naive.is_(None), RUN.c.against_naive),
    "title": (RUN.c.title_folded == "", RUN.c.title_folded),
    "series": (RUN.c.series_folded,),
}


def find_runs(connection: Connection, query: Query) -> RunsPage:
    """The runs that answer `query`."""
    where = [_KEPT, *of_owner(query.owner), *_choices(query), *map(_has_word, fold(query.text).split())]
    order = (RUN.c.pinned.desc(), *_ORDERS[query.order], RUN.c.begun.desc(), RUN.c.name)
    count = connection.scalar(select(func.count()).select_from(RUN).where(*where)) or 0
    page = select(*LINE).where(*where).order_by(*order).limit(query.limit).offset(query.offset)
    return RunsPage(tuple(_readable(connection.execute(page))), count)


def find_name(connection: Connection, short: str) -> str | None:
    """The only name that begins with `short`, which must be hexadecimal digits; None if there is none or several."""
    if not _SHORT.fullmatch(short):
        return None
    # No digit comes after "f", and an index knows where a stretch begins and ends.
    rows = connection.execute(select(RUN.c.name, RUN.c.deleted_at).where(RUN.c.name >= short, RUN.c.name < short + "g"))
    # Asked for them too, SQLite would walk through all that are not deleted.
    found = [row.name for row in rows if row.deleted_at is None]
    return found[0] if len(found) == 1 else None


def find_line(connection: Connection, name: str) -> Row[Any] | None:
    """The columns of one run's line."""
    return connection.execute(select(*LINE).where(RUN.c.name == name, _KEPT)).one_or_none()


def find_all(connection: Connection, name: str) -> Row[Any] | None:
    """The columns of one run's line, its owner, its problem, and the records of its series and its result."""
    whole = [*LINE, RUN.c.owner, RUN.c.problem, SERIES.c.record.label("data"), RESULT.c.record.label("result")]
    joined = RUN.join(SERIES).outerjoin(RESULT, RESULT.c.name == RUN.c.name)
    return connection.execute(select(*whole).select_from(joined).where(RUN.c.name == name, _KEPT)).one_or_none()


def find_series_names(connection: Connection, owner: str | None, kinds: Collection[str]) -> tuple[str, ...]:
    """The names of all data with a run of `kinds`, of any without a choice, in alphabetical order."""
    wanted = [RUN.c.kind.in_(kinds)] if kinds else []
    mine = (_KEPT, *wanted, *of_owner(owner))
    names = connection.scalars(select(RUN.c.series).where(*mine).distinct()).all()
    return tuple(sorted(names, key=lambda name: (fold(name), name)))


def _choices(query: Query) -> Iterator[ColumnElement[bool]]:
    chosen = {"kind": query.kinds, "cell": query.cells, "stage": query.stages, "series": query.series}
    yield from (RUN.c[name].in_(wanted) for name, wanted in chosen.items() if wanted)
    if query.better is not None:
        yield _CLOSER if query.better else ~_CLOSER
        yield _COMPARED


def _has_word(word: str) -> ColumnElement[bool]:
    searched = (RUN.c.title_folded, RUN.c.note_folded, RUN.c.facts_folded)
    return or_(*[column.contains(word, autoescape=True) for column in searched])


def _readable(rows: Iterable[Row[Any]]) -> Iterator[RunLine]:
    """All lines but damaged ones: one of those must not take the whole list with it."""
    for row in rows:
        try:
            yield line_of(row)
        except RecordError as error:
            logging.getLogger(__name__).warning("The run %s is left out: %s", row.name, error)
