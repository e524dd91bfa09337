"""An engine that trains nothing: it keeps what is submitted and by whom, and shows whatever end a test gives it."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from unittest import mock

import pages.ui.store
import rnn_core.engine
import rnn_core.store
from rnn_core.engine import Job, Practice, PracticeStatus, State, Status, short_name
from rnn_core.engine.shelf import status_of
from rnn_core.errors import EngineError
from rnn_core.store import run_name
from rnn_core.words import Sentence
from tests.made_up_runs import made_up_run

SOMEBODY = "somebody who sent a link"


@contextmanager
def pretended() -> Iterator["FakeEngine"]:
    """In this block the pages find this engine, and a database in memory."""
    fake = FakeEngine()
    with (
        mock.patch.object(rnn_core.engine, "Engine", return_value=fake, create=True),
        mock.patch.object(rnn_core.store, "default_url", return_value="sqlite://"),
    ):
        yield fake


class FakeEngine:
    """What the pages need of an Engine, by the same rules: nobody is given what is another owner's.

    `stopped` holds the keys that were asked to stop; after `refuse_after` more jobs every further one is refused;
    `problem` is why runs are not kept. What is not in memory is looked for in the pages' database.
    """

    def __init__(self) -> None:
        self.statuses: dict[str, Status] = {}
        self.owners: dict[str, str] = {}
        self.stopped: list[str] = []
        self.refuse_after: int | None = None
        self.practices: dict[str, PracticeStatus] = {}
        self.problem: Sentence | None = None

    def submit(self, job: Job, owner: str = "", *, again: bool = False) -> str:
        return self.submit_all([job], owner, again=again)[0]

    def submit_all(self, jobs: Sequence[Job], owner: str = "", *, again: bool = False) -> list[str]:
        new = {}
        for job in jobs:
            key = run_name(job.key, owner)
            present = self.find(short_name(key))
            if present is None or (present.ended and (present.state is not State.FINISHED or again)):
                new[key] = job
        self._take_room(len(new))
        for key, job in new.items():
            self._show(Status(key, job, State.QUEUED, position=1), owner)
        return [run_name(job.key, owner) for job in jobs]

    def practise(self, practices: Sequence[Practice], owner: str = "") -> list[str]:
        """All wait, and are what a test makes of them in `practices`; what has finished stays."""
        self._take_room(len(practices))
        named = {run_name(one.key, owner): one for one in practices}
        for name, one in named.items():
            present = self.practices.get(name)
            if present is None or (present.ended and present.state is not State.FINISHED):
                self.practices[name] = Status(name, one, State.QUEUED, position=1)
        return list(named)

    def practice(self, name: str) -> PracticeStatus | None:
        return self.practices.get(name)

    def find(self, short: str) -> Status | None:
        if short not in self.statuses:
            self._adopt(short)
        return self.statuses.get(short)

    find_any = find

    def running_any(self, owner: str = "") -> tuple[Status, ...]:
        return self.running(owner)

    def running(self, owner: str = "") -> tuple[Status, ...]:
        own = (status for name, status in self.statuses.items() if self.owners[name] == owner)
        return tuple(status for status in own if not status.ended)

    def stop(self, key: str, owner: str | None = None) -> None:
        """At once, as if it had only waited."""
        if key in self.practices:
            self.practices[key] = replace(self.practices[key], state=State.STOPPED, position=0)
            self.stopped.append(key)
            return
        if not self._is_of(short_name(key), owner):
            return
        self.stopped.append(key)
        status = self.statuses[short_name(key)]
        if not status.ended:
            self.statuses[short_name(key)] = replace(status, state=State.STOPPED, position=0)

    def forget(self, names: Collection[str], owner: str | None = None) -> None:
        for name in map(short_name, names):
            if name in self.statuses and self._is_of(name, owner):
                if not self.statuses[name].ended:
                    self.stopped.append(self.statuses[name].key)
                del self.statuses[name], self.owners[name]

    def trouble(self) -> Sentence | None:
        return self.problem

    def ready(self) -> bool:
        return True

    def is_idle(self) -> bool:
        return False

    def is_alive(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing to end."""

    def finish(self, job: Job, miss: float | None = 1.0, owner: str = SOMEBODY) -> str:
        """Show `job` as finished, `miss` off everywhere; gives back its name in the address."""
        run = made_up_run(job.spec, job.series, miss)
        return self._show(Status(run_name(job.key, owner), job, State.FINISHED, run=run), owner)

    def fail(self, job: Job, sentence: str, owner: str = SOMEBODY) -> str:
        """Show `job` as failed for the reason in `sentence`."""
        return self._end(job, State.FAILED, sentence, owner)

    def interrupt(self, job: Job, sentence: str, owner: str = SOMEBODY) -> str:
        """Show `job` as interrupted for the reason in `sentence`."""
        return self._end(job, State.INTERRUPTED, sentence, owner)

    def finish_all(self) -> None:
        """Show all that still waits as finished."""
        for name, status in self.statuses.items():
            if not status.ended:
                self.finish(status.job, owner=self.owners[name])

    def _take_room(self, count: int) -> None:
        if self.refuse_after is not None and count > self.refuse_after:
            raise EngineError("too_many_yours", "Too many of yours are waiting. Wait for one of them, or stop one.")
        if self.refuse_after is not None:
            self.refuse_after -= count

    def _is_of(self, name: str, owner: str | None) -> bool:
        return owner is None or self.owners.get(name) == owner

    def _end(self, job: Job, state: State, sentence: str, owner: str) -> str:
        problem = Sentence("problem", sentence)
        return self._show(Status(run_name(job.key, owner), job, state, problem=problem), owner)

    def _adopt(self, short: str) -> None:
        store = pages.ui.store.store()
        name = store.name_of(short)
        stored = store.load(name) if name is not None else None
        if stored is not None:
            self._show(status_of(stored), stored.owner)

    def _show(self, status: Status, owner: str) -> str:
        name = short_name(status.key)
        self.statuses[name], self.owners[name] = status, owner
        return name
