"""Which kind of work a run is: until now all of them were forecasts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One more column."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("run", sa.Column("kind", words, nullable=False, server_default="forecast"))
