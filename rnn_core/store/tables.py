"""The tables of the database of runs. A change here needs a migration beside it; a test compares the two."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC: neither SQLite nor a plain timestamp of PostgreSQL knows time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Without its zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """With its zone."""
        return value.replace(tzinfo=UTC) if value else None


# Sorted by code point everywhere, so that both databases give one order and an index finds what begins with a text.
Words = Text().with_variant(Text(collation="C"), "postgresql")

METADATA = MetaData()

# `touched` is when a run last needed it; only what lies untouched for a while is ever forgotten.
SERIES = Table(
    "series",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("touched", UtcTime, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

# All that a list shows or searches, and no arrays. What ends in `_folded` is made for searching and sorting. `work` is
# what took `seconds` at that `workplace`, where both are known, see `timings.py`.
RUN = Table(
    "run",
    METADATA,
    Column("name", Words, primary_key=True),
    Column("key", Words, nullable=False),
    Column("owner", Words, nullable=False),
    Column("stage", Words, nullable=False),
    Column("server", Words),
    Column("pinned", Boolean, nullable=False),
    Column("begun", UtcTime, nullable=False),
    Column("ended", UtcTime),
    Column("deleted_at", UtcTime),
    Column("series_id", Words, ForeignKey("series.id"), nullable=False),
    Column("kind", Words, nullable=False, server_default="forecast"),
    Column("cell", Words, nullable=False),
    Column("series", Words, nullable=False),
    Column("unit", Words, nullable=False),
    Column("target", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("origin", Words, nullable=False),
    Column("rmse", Double),
    Column("mae", Double),
    Column("naive_rmse", Double),
    Column("against_naive", Double),
    Column("score", Double),
    Column("parameters", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("title", Words, nullable=False),
    Column("note", Words, nullable=False),
    Column("title_folded", Words, nullable=False),
    Column("note_folded", Words, nullable=False),
    Column("series_folded", Words, nullable=False),
    Column("facts_folded", Words, nullable=False),
    Column("spec", Words, nullable=False),
    Column("problem", Words),
    Column("workplace", Words),
    Column("work", Words),
    Index("run_of_owner", "owner", "deleted_at", "pinned", "begun"),
    Index("run_in_time", "deleted_at", "pinned", "begun"),
    Index("run_at_work", "stage", "server"),
    Index("run_on_series", "series_id"),
    Index("run_at_workplace", "workplace", "begun"),
    Index("run_of_job", "key"),
)

RESULT = Table(
    "result",
    METADATA,
    Column("name", Words, ForeignKey("run.name", ondelete="CASCADE"), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

# Every living server that has begun a run; `started` as in `servers.py`.
SERVER = Table(
    "server",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("host", Words, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("started", Double, nullable=False),
    Column("seen", UtcTime, nullable=False),
)
