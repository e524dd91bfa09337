"""Registry: every training that was submitted, as values under one lock. Pure but for the lock: no Dask, no clock.

Law: a Status is never changed, only replaced; no method waits for anything but the lock, which is held for moments.
A result is first put down by the keeper, and said to be there after that.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from uuid import uuid4

from rnn_core.engine import progress
from rnn_core.engine.answer import answered
from rnn_core.engine.entries import Entries
from rnn_core.engine.entry import Entry
from rnn_core.engine.keeper import Keeper
from rnn_core.engine.queue import FairQueue
from rnn_core.engine.status import AnyStatus, State, Status
from rnn_core.engine.task import Outcome, Task
from rnn_core.store.names import run_name


class Registry:
    """Who submitted what, and how it stands; of the ended ones the newest are remembered: `keep`, or `keep_bytes`."""

    def __init__(self, keeper: Keeper | None = None, *, keep: int = 200, keep_bytes: int = 1_000_000_000) -> None:
        self._keeper = keeper or Keeper(None)
        self._lock = Lock()
        self._queue = FairQueue()
        self._entries = Entries(keep, keep_bytes)
        self._live: dict[str, str] = {}  # ticket -> name
        self._landing: set[str] = set()  # tickets of those whose result is being put down
        self._leaving: dict[str, Entry] = {}  # by ticket: deleted while a worker was at it

    def submit(self, job: Task, owner: str, *, again: bool) -> str:
        """The name under which `job` runs for `owner`; it waits in the queue unless it is there already.

        Two owners' trainings of the same job are two: their data may hold the same numbers under names that are
        nobody else's business, and one's Stop must not end the other's.

        Raises:
            EngineError: too many are waiting.
        """
        return self.submit_all([job], owner, again=again)[0]

    def submit_all(
        self, jobs: Sequence[Task], owner: str, *, again: bool, known: Mapping[str, Outcome] | None = None
    ) -> list[str]:
        """The names of all `jobs`, see `submit`; none is entered if not all of them may wait.

        What a worker has trained for anybody, in this life of the server or, by its key in `known`, in an earlier one,
        has finished at once, unless `again`.

        Raises:
            EngineError: too many would be waiting.
        """
        named = {run_name(job.key, owner): job for job in jobs}
        with self._lock:
            here = self._entries
            new = {name: job for name, job in named.items() if not (name in here and here[name].serves(again=again))}
            found = dict(known or {})
            if not again:
                found |= {key: run for job in jobs if (run := here.answer(key := job.key)) is not None}
            self._queue.check_room(sum(job.key not in found for job in new.values()), owner)
            for name, job in new.items():
                self._begin(name, job, owner, found.get(job.key))
        return [run_name(job.key, owner) for job in jobs]

    def lacks(self, job: Task, owner: str) -> bool:
        """Whether nothing here spares `owner` the training of `job`."""
        with self._lock:
            entry = self._entries.get(run_name(job.key, owner))
            return not (entry and entry.serves(again=False)) and self._entries.answer(job.key) is None

    def get(self, name: str) -> AnyStatus | None:
        """The status of the training called `name`."""
        with self._lock:
            entry = self._entries.get(name)
            return self._shown(entry) if entry else None

    def find(self, short: str) -> AnyStatus | None:
        """The status of the training that `short` stands for."""
        with self._lock:
            found = self._entries.find(short)
            return self._shown(found) if found else None

    def live(self, owner: str) -> tuple[AnyStatus, ...]:
        """What waits or runs for `owner`, oldest first."""
        with self._lock:
            mine = (self._entries[name] for name in self._live.values() if self._entries[name].owner == owner)
            return tuple(self._shown(entry) for entry in mine)

    def is_idle(self) -> bool:
        """Whether nothing is in a worker's hands."""
        with self._lock:
            return all(self._queue.position(ticket) for ticket in self._live)

    def ask_to_stop(self, name: str, owner: str | None = None) -> str | None:
        """Stop what waits; give back the ticket of what runs, so that it can be told; None: anybody's."""
        with self._lock:
            entry = self._entries.get(name)
            if entry is None or entry.status.ended or not entry.is_of(owner):
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
            self._leaving.pop(ticket, None)
            if ticket not in self._live:
                return
            entry = self._change(self._entries[self._live[ticket]], progress.wait_again)
            if not entry.status.ended:
                del self._live[ticket]
                self._admit(replace(entry, ticket=uuid4().hex))
                self._queue.put_back(self._entries[entry.status.key].ticket, entry.owner)

    def update(self, ticket: str, change: Callable[[AnyStatus], AnyStatus]) -> None:
        """Replace the status of a live training by what `change` makes of it; an ended one is left alone."""
        with self._lock:
            if ticket in self._live:
                self._change(self._entries[self._live[ticket]], change)
            elif ticket in self._leaving and change(self._leaving[ticket].status).ended:
                del self._leaving[ticket]

    def finish(self, ticket: str, run: Outcome) -> None:
        """Let `run` be put down; as soon as it has been, its training has ended."""
        with self._lock:
            left = self._leaving.pop(ticket, None)
            entry = left or self._entries.get(self._live.get(ticket, ""))
            # What was deleted and has begun anew since is not to end with what the old attempt had learnt.
            if entry is None or (left and left.status.key in self._entries):
                return
            self._landing.add(ticket)
        status = entry.status
        self._keeper.finish(status.key, status.job, entry.owner, run, lambda: self._land(ticket, run))

    def end_all(self, change: Callable[[AnyStatus], AnyStatus], *, waiting: bool) -> None:
        """End all that runs, and all that waits too if `waiting`; what has its result already ends with that."""
        with self._lock:
            self._leaving.clear()
            for ticket, name in list(self._live.items()):
                if ticket in self._landing:
                    continue
                if self._queue.position(ticket) == 0 or (waiting and self._queue.remove(ticket)):
                    self._change(self._entries[name], change)

    def adopt(self, status: AnyStatus, owner: str) -> None:
        """Remember an ended training of the store; what is here stays, unless it failed and the other finished."""
        with self._lock:
            present = self._entries.get(status.key)
            if present is None or present.yields_to(status):
                self._entries.add(Entry(status, owner, ticket=uuid4().hex))

    def forget(self, names: Collection[str], owner: str | None = None) -> list[str]:
        """Forget those of `names` that are `owner`'s, or anybody's; the tickets of those that have to be stopped.

        What a stopped one had learnt is still put down, so that it is there if the deletion is undone.
        """
        with self._lock:
            mine = [entry for name in names if (entry := self._entries.get(name)) and entry.is_of(owner)]
            return [entry.ticket for entry in mine if self._let_go(entry)]

    def _let_go(self, entry: Entry) -> bool:
        """Forget one training; whether a worker is at it."""
        self._entries.drop(entry.status.key)
        if entry.status.ended:
            return False
        del self._live[entry.ticket]
        waited, landing = self._queue.remove(entry.ticket), entry.ticket in self._landing
        self._keeper.end(replace(entry.status, state=State.STOPPED, position=0))
        if not waited and not landing:
            self._leaving[entry.ticket] = entry
        return entry.ticket in self._leaving

    def _land(self, ticket: str, run: Outcome) -> None:
        with self._lock:
            self._landing.discard(ticket)
            if ticket in self._live:
                entry = self._change(self._entries[self._live[ticket]], lambda status: progress.finish(status, run))
                self._entries.replace(replace(entry, trained=True))
                if not run.stopped:
                    self._answer_waiting(entry.status.job.key, run)

    def _answer_waiting(self, key: str, run: Outcome) -> None:
        """Whoever still waits for the job `key` need not wait for a worker: a whole class may have asked for it."""
        waiting = [self._entries[self._live[ticket]] for ticket in self._queue.order()]
        for entry in waiting:
            if entry.status.job.key == key:
                self._queue.remove(entry.ticket)
                del self._live[entry.ticket]
                self._settle(entry, run)

    def _begin(self, name: str, job: Task, owner: str, found: Outcome | None) -> None:
        if found is None:
            self._enter(name, job, owner)
        else:
            self._settle(Entry(Status(name, job, State.QUEUED), owner, ticket=uuid4().hex), found)

    def _settle(self, entry: Entry, run: Outcome) -> None:
        """End `entry` with what somebody else's training of the same job has found."""
        ended = answered(entry, run)
        self._entries.add(ended)
        self._keeper.copy(ended.status, ended.owner)

    def _enter(self, name: str, job: Task, owner: str) -> None:
        entry = Entry(Status(name, job, State.QUEUED), owner, ticket=uuid4().hex)
        self._queue.push(entry.ticket, owner)
        self._admit(entry)
        # Under the lock, so that nothing of this training is put down before its beginning.
        self._keeper.begin(name, job, owner)

    def _admit(self, entry: Entry) -> None:
        self._entries.add(entry)
        self._live[entry.ticket] = entry.status.key

    def _change(self, entry: Entry, change: Callable[[AnyStatus], AnyStatus]) -> Entry:
        changed = replace(entry, status=change(entry.status))
        self._entries.replace(changed)
        if changed.status.ended:
            self._retire(changed)
        return changed

    def _retire(self, entry: Entry) -> None:
        del self._live[entry.ticket]
        self._entries.add(entry)
        if entry.status.run is None:
            self._keeper.end(entry.status)

    def _shown(self, entry: Entry) -> AnyStatus:
        if entry.status.state is not State.QUEUED:
            return entry.status
        return replace(entry.status, position=self._queue.position(entry.ticket))
