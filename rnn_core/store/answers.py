"""Answers: what a worker has found for one owner, for whoever else asks for the very same job."""

from sqlalchemy import Connection, select

from rnn_core.store.lines import Stage
from rnn_core.store.tables import RESULT, RUN


def find_answer(connection: Connection, key: str) -> bytes | None:
    """The record of a result of the job `key` that was trained here; None if there is none, or it was deleted.

    A run that somebody brought along says nothing of its work, and answers nobody: its numbers might be made up.
    """
    trained = (RUN.c.key == key, RUN.c.stage == Stage.FINISHED, RUN.c.work.is_not(None), RUN.c.deleted_at.is_(None))
    found = select(RESULT.c.record).join(RUN, RUN.c.name == RESULT.c.name).where(*trained).limit(1)
    record: bytes | None = connection.scalar(found)
    return record
