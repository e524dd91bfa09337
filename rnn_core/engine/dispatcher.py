"""Dispatcher: hands waiting trainings to idle workers, over one link, as long as that lives. One thread runs it.

Law: never more trainings with Dask than idle workers, each bound to one worker. A worker that dies then takes
exactly one training with it, and a queued one can be stopped without asking anybody.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue

from rnn_core.engine import progress
from rnn_core.engine.link import Link
from rnn_core.engine.messages import Ended, Message, Restarted, StopAsked, Submitted, Told
from rnn_core.engine.patience import Patience
from rnn_core.engine.problems import is_expected, is_interruption, problem_of, stop_unanswered, worker_killed
from rnn_core.engine.registry import Registry
from rnn_core.engine.task import Task
from rnn_core.learning.events import StageBegan

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_STEPS = 0.1
_SECONDS_BETWEEN_LOOKS = 0.5
# So many looks in a row must miss a worker; Dask's own word, which says more, usually comes first.
_LOOKS_TO_BELIEVE = 3


@dataclass
class _Assigned:
    """A training in a worker's hands; `stop_asked` and `ending` say when a stop was asked for and learning was over."""

    job: Task
    worker: str
    seq: int = 0
    stop_asked: float | None = None
    ending: float | None = None
    missed: int = 0

    def overdue(self, patience: Patience) -> float | None:
        """How many seconds were too long for an answer to a stop; None if nobody waits, or not yet for so long.

        What scores its network has heeded the stop, or had ended before it: it gets time of its own.
        """
        if self.stop_asked is None:
            return None
        allowed = patience.stop if self.ending is None else patience.ending
        since = max(self.stop_asked, self.ending or self.stop_asked)
        return allowed if time.monotonic() - since > allowed else None


class Dispatcher:
    """Between the registry and one link; `inbox` brings what workers and people say."""

    def __init__(self, registry: Registry, link: Link, inbox: SimpleQueue[Message], patience: Patience) -> None:
        self._registry, self._link, self._inbox, self._patience = registry, link, inbox, patience
        self._assigned: dict[str, _Assigned] = {}
        self._restarting: set[str] = set()
        self._looked = 0.0
        self._manned = time.monotonic()
        self.workers: tuple[str, ...] = ()

    def run(self, alive: Callable[[], bool]) -> None:
        """Work until the link or `alive` says no, or until there has been no worker for so long that none will come."""
        while alive() and self._link.alive and self._somebody_works():
            self._look_at_workers()
            self._hand_out()
            self._read_inbox()
            self._end_unanswered_stops()

    def _somebody_works(self) -> bool:
        if self.workers:
            self._manned = time.monotonic()
        gone = time.monotonic() - self._manned
        if gone > self._patience.workers:
            logger.warning("There has been no worker for %.0f s: the engine is started anew", gone)
        return gone <= self._patience.workers

    def _hand_out(self) -> None:
        busy = self._restarting | {work.worker for work in self._assigned.values()}
        for worker in self.workers:
            entry = self._registry.take() if worker not in busy else None
            if entry is not None:
                self._assigned[entry.ticket] = _Assigned(entry.status.job, worker)
                self._link.start(entry.ticket, entry.status.job, worker)

    def _read_inbox(self) -> None:
        """Wait a moment for a message, then read all there are."""
        try:
            self._handle(self._inbox.get(timeout=_SECONDS_BETWEEN_STEPS))
            while True:
                self._handle(self._inbox.get_nowait())
        except Empty:
            return

    def _handle(self, message: Message) -> None:
        match message:
            case Told():
                self._on_told(message)
            case Ended():
                self._on_ended(message)
            case StopAsked():
                self._on_stop_asked(message)
            case Restarted():
                self._restarting.discard(message.worker)
                self._looked = 0.0
            case Submitted():
                pass  # Reading it has ended the wait, which is all it is for.

    def _on_told(self, message: Told) -> None:
        work = self._assigned.get(message.ticket)
        if work is not None and message.seq > work.seq:
            work.seq = message.seq
            if message.event == StageBegan("predicting"):
                work.ending = time.monotonic()
            self._registry.update(message.ticket, partial(progress.fold, event=message.event))

    def _on_ended(self, message: Ended) -> None:
        work = self._assigned.get(message.ticket)
        if work is None:
            return
        if isinstance(message.outcome, Exception):
            self._on_failed(message.ticket, work, message.outcome)
        else:
            self._registry.finish(message.ticket, message.outcome)
        self._let_go(message.ticket)

    def _on_failed(self, ticket: str, work: _Assigned, error: Exception) -> None:
        if not is_expected(error):
            logger.error("The training %s failed", work.job.key, exc_info=error)
        change = progress.interrupt if is_interruption(error) else progress.fail
        self._registry.update(ticket, partial(change, problem=problem_of(error, work.job)))

    def _on_stop_asked(self, message: StopAsked) -> None:
        work = self._assigned.get(message.ticket)
        if work is not None and work.stop_asked is None:
            work.stop_asked = time.monotonic()
            self._link.ask_to_stop(message.ticket)

    def _let_go(self, ticket: str) -> None:
        work = self._assigned.pop(ticket)
        self._link.forget(ticket, was_asked_to_stop=work.stop_asked is not None)
        self._looked = 0.0

    def _end_unanswered_stops(self) -> None:
        for ticket, work in list(self._assigned.items()):
            if (seconds := work.overdue(self._patience)) is not None:
                self._restart(ticket, work, seconds)

    def _restart(self, ticket: str, work: _Assigned, seconds: float) -> None:
        self._registry.update(ticket, partial(progress.give_up, problem=stop_unanswered(seconds)))
        self._restarting.add(work.worker)
        self._link.cancel(ticket)
        self._let_go(ticket)
        # A fresh process takes seconds to be warm; the other workers need the dispatcher meanwhile.
        threading.Thread(target=self._restart_worker, args=(work.worker,), daemon=True).start()

    def _restart_worker(self, worker: str) -> None:
        try:
            self._link.restart(worker, self._patience.restart)
        except OSError as error:
            logger.warning("Restarting worker %s failed: %s", worker, error)
        finally:
            self._inbox.put(Restarted(worker))

    def _look_at_workers(self) -> None:
        if time.monotonic() - self._looked < _SECONDS_BETWEEN_LOOKS:
            return
        self.workers = self._link.workers()
        self._looked = time.monotonic()
        for ticket, work in list(self._assigned.items()):
            work.missed = 0 if work.worker in self.workers else work.missed + 1
            if work.missed >= _LOOKS_TO_BELIEVE:
                self._on_missing(ticket, work)

    def _on_missing(self, ticket: str, work: _Assigned) -> None:
        """The worker is gone and Dask is silent: what had not begun may wait again."""
        if work.seq == 0:
            self._registry.put_back(ticket)
        else:
            self._registry.update(ticket, partial(progress.fail, problem=worker_killed(work.job)))
        self._link.cancel(ticket)
        self._let_go(ticket)
