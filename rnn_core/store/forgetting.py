"""Forgetting what was deleted some days ago, and the series that no run needs any more."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists

from rnn_core.store.tables import RUN, SERIES

RUNS_LAST = timedelta(days=7)

# A series may be put down a moment before the run that needs it.
SERIES_LAST = timedelta(days=1)


def forget_runs(connection: Connection, moment: datetime) -> None:
    """Forget runs that were deleted long ago, with their results."""
    connection.execute(delete(RUN).where(RUN.c.deleted_at < moment - RUNS_LAST))


def forget_series(connection: Connection, moment: datetime) -> None:
    """Forget series that are of no run."""
    needed = exists().where(RUN.c.series_id == SERIES.c.id)
    connection.execute(delete(SERIES).where(SERIES.c.touched < moment - SERIES_LAST, ~needed))
