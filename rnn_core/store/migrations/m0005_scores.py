"""The score of work with text, which no column of a forecast could hold."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """One more column."""
    op.add_column("run", sa.Column("score", sa.Double))
