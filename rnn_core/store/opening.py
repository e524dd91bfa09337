"""Opening a database: what SQLite and PostgreSQL must be told so that a finished run lasts."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import NoSuchModuleError

from rnn_core.errors import StoreError
from rnn_core.store.addresses import in_memory

# Seconds after which a locked file or a silent server is given up; the address may say otherwise.
PATIENCE = 10

# Seconds after which PostgreSQL gives up a statement; the largest result takes a few.
STATEMENT_PATIENCE = 30

# An option of a connection whose transactions write.
WRITES = "rnn_lab_writes"


def open_engine(url: URL) -> Engine:
    """The engine of `url`; nothing is asked of it yet, but the folder of a file is there.

    Raises:
        StoreError: the folder cannot be made, or there is no such driver.
    """
    if url.get_backend_name() == "sqlite":
        _make_folder(url)
        return _sqlite(url)
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=_patience(url))
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            "no_driver",
            "The driver {driver} is not installed here. "
            "Let RNN_LAB_DATABASE_URL begin with postgresql://, for which RNN Lab has one.",
            driver=url.get_driver_name(),
        ) from error


def _patience(url: URL) -> dict[str, Any]:
    """What ends a connection to a PostgreSQL server that is gone without a word; the address may say otherwise."""
    # What comes later in the options holds: the person's own.
    said = url.query.get("options", "")
    options = " ".join(
        [f"-c statement_timeout={STATEMENT_PATIENCE * 1000}", *([said] if isinstance(said, str) else said)]
    )
    limits = {
        "connect_timeout": PATIENCE,
        "tcp_user_timeout": PATIENCE * 1000,
        "keepalives": 1,
        "keepalives_idle": PATIENCE,
        "keepalives_interval": 3,
        "keepalives_count": 3,
    }
    return {name: limit for name, limit in limits.items() if name not in url.query} | {"options": options.strip()}


def _unless_said(url: URL, name: str) -> dict[str, Any]:
    return {} if name in url.query else {name: PATIENCE}


def _make_folder(url: URL) -> None:
    if in_memory(url) or str(url.database).startswith("file:"):
        return
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "no_folder",
            "The folder {folder} cannot be made: {reason}. "
            "Allow making it, or set RNN_LAB_DATABASE_URL to another place.",
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error


def _sqlite(url: URL) -> Engine:
    arguments = {**_unless_said(url, "timeout"), "check_same_thread": False}
    pool = {"poolclass": StaticPool} if in_memory(url) else {}
    engine = create_engine(url, connect_args=arguments, **pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    """A write-ahead log lets lists be read while a run is written; FULL keeps a finished run through a power cut."""
    connection.isolation_level = None  # else Python begins transactions of its own, and none before a table is made
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Who will write says so first: a reader that turns writer is refused at once where another has written."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
