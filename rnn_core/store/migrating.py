"""Bringing a database to the form that this RNN Lab knows, in one transaction, also where two open it at once."""

from pathlib import Path
from threading import Lock
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, select, text

from rnn_core.errors import StoreError
from rnn_core.store.database import Database

# Other programs that use alembic may keep their tables in the same database.
VERSION_TABLE = "rnn_lab_version"

# Any number that no other program is likely to lock.
_LOCK = 0x524E4E4C6162

# alembic's `op` is one for the whole process.
_ONE_AT_A_TIME = Lock()


def bring_up_to_date(database: Database) -> None:
    """Make the tables, or change those of an older RNN Lab.

    Raises:
        StoreError: a newer RNN Lab made them, or they cannot be made.
    """
    script = _script()
    found = database.read(form_of)
    if found == script.get_current_head():
        return
    _refuse_newer(script, found, database.place)
    with _ONE_AT_A_TIME:
        database.write(lambda connection: _upgrade(connection, script))


def form_of(connection: Connection) -> str | None:
    """The name of the last migration that this database has seen; None of an empty one."""
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _script() -> ScriptDirectory:
    folder = Path(__file__).with_name("migrations")
    return ScriptDirectory(folder, version_locations=[folder])


def _refuse_newer(script: ScriptDirectory, found: str | None, place: str) -> None:
    try:
        script.get_revisions(found or ())
    except CommandError as error:
        raise StoreError(
            "newer_database",
            "The database of runs at {place} was made by a newer RNN Lab. "
            "Update RNN Lab, or set RNN_LAB_DATABASE_URL to another place.",
            place=place,
        ) from error


def _upgrade(connection: Connection, script: ScriptDirectory) -> None:
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        # Old tables may be long, and another server may be at it.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))

    def steps(current: Any, _context: MigrationContext) -> Any:
        return script._upgrade_revs("head", current)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection, version_table=VERSION_TABLE)
        environment.run_migrations()
