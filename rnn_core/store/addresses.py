"""The address of a database of runs: the default one, one that a person gave, and how it may be shown. Pure."""

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from rnn_core.errors import StoreError
from rnn_core.settings import settings

# What a person writes, and the driver that is installed with RNN Lab.
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def default_url() -> str:
    """The address in the settings, else that of a file in the user's data folder."""
    file = user_data_path("rnn-lab") / "runs.db"
    return settings().database_url or URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def read_url(text: str) -> URL:
    """The address that a person wrote.

    Raises:
        StoreError: it is none, or that of a kind of database that RNN Lab does not know.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # Neither the text nor what the parser says of it is shown: both may hold a password.
        raise StoreError(
            "bad_database_url",
            "The address of the database of runs must look like {file} or {server}, and the one given does not. "
            "Set RNN_LAB_DATABASE_URL to such an address.",
            file="sqlite:////folder/runs.db",
            server="postgresql://user:password@host/name",
        ) from None
    url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(
            "unknown_database",
            "RNN Lab keeps runs in SQLite or in PostgreSQL; the address given is one of {kind}. "
            "Set RNN_LAB_DATABASE_URL to an address that begins with sqlite:// or postgresql://.",
            kind=url.get_backend_name(),
        )
    return url


def in_memory(url: URL) -> bool:
    """Whether this is a SQLite database that ends with its only connection."""
    named = url.get_backend_name() == "sqlite"
    return named and (url.database in (None, "", ":memory:") or url.query.get("mode") == "memory")


def shown(url: URL) -> str:
    """The place of the database as a person may see it: a file, or a server without its password.

    >>> shown(read_url("postgresql://ann:secret@db.example/runs?sslpassword=secret"))
    'postgresql://ann:***@db.example/runs'
    """
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.set(drivername="postgresql", query={}).render_as_string()
