"""The first form: series, runs, their results, and the servers that make them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "series",
        sa.Column("id", words, primary_key=True),
        sa.Column("touched", sa.DateTime, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table("run", *_columns_of_run(words))
    op.create_index("run_of_owner", "run", ["owner", "deleted_at", "pinned", "begun"])
    op.create_index("run_in_time", "run", ["deleted_at", "pinned", "begun"])
    op.create_index("run_at_work", "run", ["stage", "server"])
    op.create_index("run_on_series", "run", ["series_id"])
    op.create_table(
        "result",
        sa.Column("name", words, sa.ForeignKey("run.name", ondelete="CASCADE"), primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "server",
        sa.Column("id", words, primary_key=True),
        sa.Column("host", words, nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("started", sa.Double, nullable=False),
        sa.Column("seen", sa.DateTime, nullable=False),
    )


def _columns_of_run(words: sa.types.TypeEngine[str]) -> list[sa.Column[Any]]:
    facts = ("cell", "series", "unit", "target", "source", "origin")
    texts = ("title", "note", "title_folded", "note_folded", "series_folded", "facts_folded", "spec")
    return [
        sa.Column("name", words, primary_key=True),
        *[sa.Column(name, words, nullable=False) for name in ("key", "owner", "stage")],
        sa.Column("server", words),
        sa.Column("pinned", sa.Boolean, nullable=False),
        sa.Column("begun", sa.DateTime, nullable=False),
        sa.Column("ended", sa.DateTime),
        sa.Column("deleted_at", sa.DateTime),
        sa.Column("series_id", words, sa.ForeignKey("series.id"), nullable=False),
        *[sa.Column(name, words, nullable=False) for name in facts],
        *[sa.Column(name, sa.Double) for name in ("rmse", "mae", "naive_rmse", "against_naive")],
        sa.Column("parameters", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Double, nullable=False),
        *[sa.Column(name, words, nullable=False) for name in texts],
        sa.Column("problem", words),
    ]
