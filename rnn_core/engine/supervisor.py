"""Supervisor: the thread that keeps an engine running: starts it, serves it, and starts it again when it is gone."""

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

from rnn_core.engine import progress
from rnn_core.engine.dispatcher import Dispatcher
from rnn_core.engine.link import Link
from rnn_core.engine.messages import Message
from rnn_core.engine.patience import Patience
from rnn_core.engine.problems import ENGINE_CLOSED, ENGINE_DOWN, ENGINE_GONE
from rnn_core.engine.program import Program
from rnn_core.engine.registry import Registry
from rnn_core.engine.status import AnyStatus
from rnn_core.errors import EngineError
from rnn_core.settings import settings
from rnn_core.words import Sentence

logger = logging.getLogger(__name__)

# Longer than a program takes to close at worst.
_SECONDS_TO_JOIN = 45.0


class Supervisor:
    """Serves `registry` from a thread of its own until closed, or until starting has failed too often."""

    def __init__(self, registry: Registry, patience: Patience) -> None:
        self._registry, self._patience = registry, patience
        self._inbox: SimpleQueue[Message] = SimpleQueue()
        self._closing = threading.Event()
        self._program: Program | None = None
        self._link: Link | None = None
        self._dispatcher: Dispatcher | None = None
        self._thread = threading.Thread(target=self._run, name="rnn-engine", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the engine runs, warms up, or is about to."""
        return self._thread.is_alive() and not self._closing.is_set()

    @property
    def workers(self) -> tuple[str, ...]:
        """Addresses of the warm workers; empty while the engine starts."""
        dispatcher = self._dispatcher
        return dispatcher.workers if dispatcher else ()

    @property
    def program_pid(self) -> int | None:
        """Process number of the engine program; None while there is none."""
        program = self._program
        return program.pid if program else None

    def pids(self) -> dict[str, int]:
        """Process number of each warm worker, by its address."""
        link = self._link
        return link.pids() if link else {}

    def post(self, message: Message) -> None:
        """Let the dispatcher know."""
        self._inbox.put(message)

    def close(self) -> None:
        """End the thread, and with it the program and its workers."""
        self._closing.set()
        self._thread.join(_SECONDS_TO_JOIN)

    def _run(self) -> None:
        """Try until closed, or until too many tries in a row came to nothing."""
        tries = 0
        try:
            while tries < self._patience.tries and not self._closing.is_set():
                began = time.monotonic()
                self._live_once()
                # What ran well is started again at once, what fails again and again only after a pause.
                tries = tries + 1 if time.monotonic() - began < self._patience.steady else 0
                self._closing.wait(self._patience.pause * tries)
        finally:
            # Also when something unforeseen ends this thread: nobody shall wait for ever.
            self._end_all(progress.fail, ENGINE_DOWN, waiting=True)

    def _live_once(self) -> None:
        """One life of the engine, from start to end."""
        try:
            self._open()
            self._serve()
        except (EngineError, OSError) as error:
            # Refused connections, broken ones and time-outs are all kinds of OSError.
            if not self._closing.is_set():
                logger.warning("The training engine is not there: %s", error)
        finally:
            self._dispatcher = None
            self._end_all(progress.interrupt, ENGINE_GONE, waiting=False)
            self._shut()

    def _end_all(self, change: Callable[[AnyStatus, Sentence], AnyStatus], problem: Sentence, *, waiting: bool) -> None:
        """End what runs, and what waits too if `waiting`; a close is a reason of its own."""
        if self._closing.is_set():
            change, problem = progress.interrupt, ENGINE_CLOSED
        self._registry.end_all(lambda status: change(status, problem), waiting=waiting)

    def _open(self) -> None:
        address = settings().scheduler
        if not address:
            self._program = Program()
            address = self._program.address(self._patience.start, self._closing.is_set)
        self._link = Link(address, self._inbox.put)

    def _serve(self) -> None:
        assert self._link is not None
        self._dispatcher = Dispatcher(self._registry, self._link, self._inbox, self._patience)
        self._dispatcher.run(self._wanted)

    def _wanted(self) -> bool:
        return not self._closing.is_set() and (self._program is None or self._program.alive)

    def _shut(self) -> None:
        link, self._link = self._link, None
        program, self._program = self._program, None
        if link is not None:
            link.close()
        if program is not None:
            program.close()
