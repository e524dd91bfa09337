"""Database: transactions that happen or do not, from any thread, and that fail in sentences."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import RLock
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from rnn_core.store.addresses import in_memory, read_url, shown
from rnn_core.store.failures import refusal, was_in_the_way
from rnn_core.store.opening import WRITES, open_engine

Answer = TypeVar("Answer")
Work = Callable[[Connection], Answer]

_TRIES = 5


class Database:
    """The database at `url`; `place` is where it lies, in words that hold no password.

    Raises:
        StoreError: the address is none, or the folder cannot be made.
    """

    def __init__(self, url: str) -> None:
        address = read_url(url)
        self.place = shown(address)
        self._engine = open_engine(address)
        self._writing = self._engine.execution_options(**{WRITES: True})
        # SQLite has one writer at a time, and waits for it asleep; threads of one process need not. In memory there is
        # a single connection, which is one thread's at a time.
        turn = RLock() if address.get_backend_name() == "sqlite" else nullcontext()
        self._turn_to_write: AbstractContextManager[object] = turn
        self._turn_to_read: AbstractContextManager[object] = turn if in_memory(address) else nullcontext()

    def read(self, work: Work[Answer]) -> Answer:
        """What `work` finds in one transaction.

        Raises:
            StoreError: the database cannot be read.
        """
        with self._in_words(), self._turn_to_read:
            return _once(self._engine, work)

    def write(self, work: Work[Answer]) -> Answer:
        """What `work` answers, after all that it wrote is safe; it may be called again if others were in the way.

        Raises:
            StoreError: the database cannot be written.
        """
        with self._in_words(), self._turn_to_write:
            for _ in range(_TRIES - 1):
                try:
                    return _once(self._writing, work)
                except DBAPIError as error:
                    if not was_in_the_way(error):
                        raise
            return _once(self._writing, work)

    def close(self) -> None:
        """Let go of all connections, once no other thread of this process writes."""
        with self._turn_to_write:
            self._engine.dispose()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise refusal(error, self.place) from error


def _once(engine: Engine, work: Work[Answer]) -> Answer:
    with engine.begin() as connection:
        return work(connection)
