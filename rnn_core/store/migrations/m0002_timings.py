"""What runs did in their time, so that the time of later ones can be told beforehand."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two more columns; older runs say nothing in them."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    for name in ("workplace", "work"):
        op.add_column("run", sa.Column(name, words))
    op.create_index("run_at_workplace", "run", ["workplace", "begun"])
