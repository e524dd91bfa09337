"""Registry: every training that was submitted, as values under one lock. Pure but for the lock: no Dask, no clock.

Law: a Status is never changed, only replaced; no method waits for anything but the lock, which is held for moments.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from threading import Lock
from uuid import uuid4

from rnn_core.engine import progress
from rnn_core.engine.job import Job
from rnn_core.engine.names import free_name, is_short_for, run_key
from rnn_core.engine.queue import FairQueue
from rnn_core.engine.status import State, Status
from rnn_core.words import Sentence


@dataclass(frozen=True)
class Entry:
    """One submitted training; `ticket` names this one attempt, so that nothing of an earlier one is mistaken for it."""

    status: Status
    owner: str
    ticket: str


class Registry:
    """Who submitted what, and how it stands; of the ended ones the newest are remembered: `keep`, or `keep_bytes`."""

    def __init__(self, *, keep: int = 200, keep_bytes: int = 1_000_000_000) -> None:
        self._keep, self._keep_bytes = keep, keep_bytes
        self._lock = Lock()
        self._queue = FairQueue()
        self._entries: dict[str, Entry] = {}
        self._live: dict[str, str] = {}  # ticket -> name

    def submit(self, job: Job, owner: str, *, again: bool) -> str:
        """The name under which `job` runs for `owner`; it waits in the queue unless it is there already.

        Raises:
            EngineError: too many are waiting.
        """
        with self._lock:
            same = [entry for name, entry in self._entries.items() if run_key(name) == job.key]
            present = _present(same, owner, again=again)
            return present.status.key if present else self._enter(job, owner, same)

    def get(self, name: str) -> Status | None:
        """The status of the training called `name`."""
        with self._lock:
            entry = self._entries.get(name)
            return self._shown(entry) if entry else None

    def find(self, short: str) -> Status | None:
        """The status of the training that `short` stands for."""
        with self._lock:
            found = next((entry for name, entry in self._entries.items() if is_short_for(short, name)), None)
            return self._shown(found) if found else None

    def live(self, owner: str) -> tuple[Status, ...]:
        """What waits or runs for `owner`, oldest first."""
        with self._lock:
            mine = (self._entries[name] for name in self._live.values() if self._entries[name].owner == owner)
            return tuple(self._shown(entry) for entry in mine)

    def ask_to_stop(self, name: str) -> str | None:
        """Stop what waits; give back the ticket of what runs, so that it can be told."""
        with self._lock:
            entry = self._entries.get(name)
            if entry is None or entry.status.ended:
                return None
            waited = self._queue.remove(entry.ticket)
            self._change(entry, progress.ask_to_stop)
            return None if waited else entry.ticket

    def take(self) -> Entry | None:
        """The next training in the queue, from now on in a worker's hands."""
        with self._lock:
            ticket = self._queue.pop()
            return self._change(self._entries[self._live[ticket]], progress.begin) if ticket else None

    def put_back(self, ticket: str) -> None:
        """What was taken did not begin, and waits again, under a new ticket."""
        with self._lock:
            entry = self._change(self._entries[self._live[ticket]], progress.wait_again)
            if not entry.status.ended:
                del self._live[ticket]
                self._admit(replace(entry, ticket=uuid4().hex))
                self._queue.put_back(self._entries[entry.status.key].ticket, entry.owner)

    def update(self, ticket: str, change: Callable[[Status], Status]) -> None:
        """Replace the status of a live training by what `change` makes of it; an ended one is left alone."""
        with self._lock:
            if ticket in self._live:
                self._change(self._entries[self._live[ticket]], change)

    def fail(self, problem: Sentence, *, waiting: bool) -> None:
        """End all that runs with `problem`, and all that waits too if `waiting`."""
        with self._lock:
            for ticket, name in list(self._live.items()):
                if self._queue.position(ticket) == 0 or (waiting and self._queue.remove(ticket)):
                    self._change(self._entries[name], lambda status: progress.fail(status, problem))

    def _enter(self, job: Job, owner: str, same: list[Entry]) -> str:
        # Another visitor's training keeps its name, even when it has ended: they may be looking at it.
        taken = {entry.status.key for entry in same if entry.owner != owner or not entry.status.ended}
        name = free_name(job.key, taken)
        entry = Entry(Status(name, job, State.QUEUED), owner, ticket=uuid4().hex)
        self._queue.push(entry.ticket, owner)
        self._admit(entry)
        return name

    def _admit(self, entry: Entry) -> None:
        name = entry.status.key
        # Not in the place of an older one: the dictionary's order is that of submission.
        self._entries.pop(name, None)
        self._entries[name] = entry
        self._live[entry.ticket] = name

    def _change(self, entry: Entry, change: Callable[[Status], Status]) -> Entry:
        changed = replace(entry, status=change(entry.status))
        self._entries[changed.status.key] = changed
        if changed.status.ended:
            self._retire(changed)
        return changed

    def _retire(self, entry: Entry) -> None:
        del self._live[entry.ticket]
        # To the end of the dictionary, so that the ended ones stand in the order in which they ended.
        name = entry.status.key
        self._entries[name] = self._entries.pop(name)
        ended = [entry.status for entry in self._entries.values() if entry.status.ended]
        room = list(accumulate(status.nbytes for status in reversed(ended)))
        kept = max(1, min(self._keep, bisect_right(room, self._keep_bytes)))
        for status in ended[:-kept]:
            del self._entries[status.key]

    def _shown(self, entry: Entry) -> Status:
        if entry.status.state is not State.QUEUED:
            return entry.status
        return replace(entry.status, position=self._queue.position(entry.ticket))


def _present(same: list[Entry], owner: str, *, again: bool) -> Entry | None:
    """Of trainings of the same run the one that serves `owner`: an own live one, else an own one that has finished.

    Never somebody else's: two visitors' data may hold the same numbers under names that are nobody else's business.
    """
    own = [entry for entry in same if entry.owner == owner]
    live = [entry for entry in own if not entry.status.ended]
    finished = [entry for entry in own if entry.status.state is State.FINISHED and not again]
    return next(iter([*live, *finished]), None)
