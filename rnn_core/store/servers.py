"""Which servers live. A run whose server is gone will never end by itself: it is interrupted."""

import os
import socket
import uuid
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, update

from rnn_core.store.lines import Stage
from rnn_core.store.putting import put
from rnn_core.store.rows import problem_text
from rnn_core.store.tables import RUN, SERVER
from rnn_core.words import Sentence

# A server on another machine, whose processes cannot be seen, is taken for dead after so long without a word.
SILENCE = timedelta(seconds=60)

# Two processes with one number never start within a second.
_SAME_START = 1.0  # seconds

INTERRUPTED = Sentence("interrupted", "RNN Lab ended before this training did. Train it again.")


@dataclass(frozen=True)
class Server:
    """One store in one process; `started` is in seconds, on a scale that holds within `host` alone."""

    id: str
    host: str
    pid: int
    started: float


def this_server() -> Server:
    """A new server in this process."""
    return Server(uuid.uuid4().hex, _host(), os.getpid(), _start_of(psutil.Process()))


def now(connection: Connection) -> datetime:
    """The time by the one clock that all servers of a database share."""
    if connection.dialect.name != "postgresql":
        return datetime.now(UTC)
    found: datetime = connection.scalars(select(func.timezone("UTC", func.clock_timestamp()))).one()
    return found.replace(tzinfo=UTC)


def beat(connection: Connection, server: Server, moment: datetime) -> None:
    """Say that `server` lives, also where it was taken for dead."""
    put(connection, SERVER, asdict(server) | {"seen": moment}, ["seen"])


def sweep(connection: Connection, here: Server, moment: datetime, *, elsewhere: bool) -> None:
    """Forget servers that are gone and interrupt what they left; `elsewhere`: those on other machines too."""
    for row in connection.execute(select(SERVER).where(SERVER.c.id != here.id)).all():
        if _is_gone(row, here, moment, elsewhere=elsewhere):
            # One that speaks up this very moment is left alone.
            connection.execute(delete(SERVER).where(SERVER.c.id == row.id, SERVER.c.seen == row.seen))
    _interrupt(connection, RUN.c.server.not_in(select(SERVER.c.id)), moment)


def leave(connection: Connection, server: Server) -> None:
    """Say goodbye; what `server` had unfinished is interrupted."""
    # In the order of `sweep`, so that the two never wait for each other.
    connection.execute(delete(SERVER).where(SERVER.c.id == server.id))
    _interrupt(connection, RUN.c.server == server.id, now(connection))


def _interrupt(connection: Connection, whose: ColumnElement[bool], moment: datetime) -> None:
    values = {"stage": Stage.INTERRUPTED, "ended": moment, "problem": problem_text(INTERRUPTED), "server": None}
    connection.execute(update(RUN).where(RUN.c.stage == Stage.UNFINISHED, whose).values(values))


def _is_gone(row: Row[tuple[object, ...]], here: Server, moment: datetime, *, elsewhere: bool) -> bool:
    if row.host == here.host:
        return not _runs(row.pid, row.started)
    return elsewhere and moment - row.seen > SILENCE


def _runs(pid: int, started: float) -> bool:
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and abs(_start_of(process) - started) < _SAME_START
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:  # somebody's process: it may well be that server
        return True


def _start_of(process: psutil.Process) -> float:
    """When a process started, in seconds; on Linux since the machine did, because its clock may be set meanwhile."""
    started: float = process.create_time() - (psutil.boot_time() if psutil.LINUX else 0.0)
    return started


def _host() -> str:
    """A name for all processes that this one can see by their numbers: a machine since it started, or a container."""
    boot, space = Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")
    known = [boot.read_text().strip(), os.readlink(space)] if boot.exists() and space.is_symlink() else []
    return " ".join([socket.gethostname(), *known])
