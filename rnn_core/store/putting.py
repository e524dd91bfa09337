"""Insert a row, or change the one of that name, in one statement: no other can come between."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(
    connection: Connection,
    table: Table,
    row: Mapping[str, Any],
    again: Sequence[str],
    where: ColumnElement[bool] | None = None,
) -> None:
    """Insert `row`; where there is one of that name, set its columns `again` if `where` holds."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(dict(row))
    key = next(iter(table.primary_key))
    values = {name: row[name] for name in again}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=values, where=where))
