"""A PostgreSQL server of our own, in a folder that ends with it: no password, no port, nothing kept through a crash."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, LiteralString

import psycopg

_DEBIAN = Path("/usr/lib/postgresql")
_OTHERS = ("postgres", "nobody")


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    known = [found] if (found := shutil.which("initdb")) else sorted(map(str, _DEBIAN.glob("*/bin/initdb")))
    return Path(known[-1]).resolve().parent if known else None


class Postgres:
    """A running server; `stop` ends it and removes all of it."""

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        self._folder = Path(tempfile.mkdtemp(prefix="rnn-lab-postgres-"))
        self._user = _another_user()
        if self._user:
            shutil.chown(self._folder, self._user)
        self._call("initdb", "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        settings = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        self._call("pg_ctl", "start", "--wait", "--silent", "-l", str(self._folder / "log"), "-o", settings)

    def new_database(self, name: LiteralString) -> str:
        """The address of a database that lasts until the end."""
        self._say(f"CREATE DATABASE {name}")
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def empty_database(self) -> str:
        """The address of a database, of which nothing is left that was in it before: faster than a new one."""
        self._say("DROP SCHEMA public CASCADE")
        self._say("CREATE SCHEMA public")
        return f"postgresql://postgres@/postgres?host={self._folder}"

    def stop(self) -> None:
        """End the server."""
        self._call("pg_ctl", "stop", "--silent", "--mode=immediate")
        shutil.rmtree(self._folder)

    def _say(self, statement: LiteralString) -> None:
        with psycopg.connect(host=str(self._folder), user="postgres", autocommit=True) as connection:
            connection.execute(statement)

    def _call(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._bin / program, "-D", self._folder / "data", *arguments],
            cwd=self._folder,
            check=True,
            stdout=subprocess.DEVNULL,
            **_as(self._user),
        )


def _another_user() -> str:
    """Who runs the server where we are root, who may not; empty where we are somebody."""
    if is_root():
        return _first_other()
    return ""


def is_root() -> bool:
    """Whether this process may do everything; Windows knows no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _first_other() -> str:
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _OTHERS if name in known)


def _as(user: str) -> dict[str, Any]:
    if not user:
        return {}
    import pwd

    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
