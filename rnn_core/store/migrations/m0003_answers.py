"""An index by which a run of the same job is found, whoever asked for it."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """No column changes."""
    op.create_index("run_of_job", "run", ["key"])
