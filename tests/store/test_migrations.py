"""An old database is brought to the form that the tables have in the program; a newer one is refused."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from rnn_core.errors import StoreError
from rnn_core.store import RunStore
from rnn_core.store.database import Database
from rnn_core.store.migrating import VERSION_TABLE, form_of
from rnn_core.store.tables import METADATA
from tests.store.stored import change_tables, finished


def test_the_migrated_tables_are_those_of_the_program(store: RunStore, url: str) -> None:
    assert store.place

    def work(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        return list(compare_metadata(context, METADATA))

    database = Database(url)
    assert database.read(work) == []
    assert database.read(form_of) == "0005"
    database.close()


def test_opening_again_changes_nothing(store: RunStore, url: str) -> None:
    name = finished(store)
    again = RunStore(url)
    assert again.line(name) == store.line(name)
    again.close()


def test_the_database_of_a_newer_program_is_refused(store: RunStore, url: str) -> None:
    finished(store)
    change_tables(url, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(StoreError, match="made by a newer RNN Lab") as refused:
        RunStore(url)
    assert refused.value.code == "newer_database"
    change_tables(url, f"UPDATE {VERSION_TABLE} SET version_num = '0003'")


def test_tables_of_another_program_beside_ours_are_left_alone(url: str) -> None:
    change_tables(url, "CREATE TABLE alembic_version (version_num TEXT)")
    change_tables(url, "INSERT INTO alembic_version VALUES ('theirs')")
    RunStore(url).close()
    RunStore(url).close()


def test_a_migration_that_fails_leaves_nothing_behind(url: str) -> None:
    change_tables(url, "CREATE TABLE result (theirs INTEGER)")
    with pytest.raises(StoreError, match="already exists"):
        RunStore(url)
    change_tables(url, "DROP TABLE result")
    RunStore(url).close()


def test_a_sqlite_database_is_kept_in_a_write_ahead_log(tmp_path: Path) -> None:
    RunStore(f"sqlite:///{tmp_path / 'runs.db'}").close()
    with sqlite3.connect(tmp_path / "runs.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
