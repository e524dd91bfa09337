"""Insert a row, or change the one of that name, in one statement: no other can come between."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(connection: Connection, table: Table, row: Mapping[str, Any], again: Sequence[str]) -> None:
    """Insert `row`; where there is one of that name, set its columns `again`."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(dict(row))
    key = next(iter(table.primary_key))
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_={name: row[name] for name in again}))
