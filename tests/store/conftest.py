"""Every test of the store runs on SQLite and on PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rnn_core.store import RunStore
from tests.store.postgres import Postgres, programs


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server, started by the first test that needs it."""
    folder = programs()
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed: initdb is neither in PATH nor in /usr/lib/postgresql.")
        pytest.skip("PostgreSQL is not installed")
    server = Postgres(folder)
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'runs.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.empty_database()


@pytest.fixture
def store(url: str) -> Iterator[RunStore]:
    """A store in an empty database."""
    opened = RunStore(url)
    yield opened
    opened.close()
