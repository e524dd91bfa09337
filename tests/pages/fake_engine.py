"""An engine that trains nothing: it keeps what is submitted and by whom, and shows whatever end a test gives it."""

from dataclasses import replace

from rnn_core.engine import Job, State, Status, short_name
from rnn_core.engine.names import free_name, run_key
from rnn_core.errors import EngineError
from rnn_core.words import Sentence
from tests.made_up_runs import made_up_run

SOMEBODY = "somebody who sent a link"


class FakeEngine:
    """What the pages need of an Engine, by the same rules: nobody is given what is another owner's.

    `stopped` holds the keys that were asked to stop; after `refuse_after` more jobs every further one is refused.
    """

    def __init__(self) -> None:
        self.statuses: dict[str, Status] = {}
        self.owners: dict[str, str] = {}
        self.stopped: list[str] = []
        self.refuse_after: int | None = None

    def submit(self, job: Job, owner: str = "", *, again: bool = False) -> str:
        present = self._present(job, owner)
        if present is not None and (not present.ended or (present.state is State.FINISHED and not again)):
            return present.key
        if self.refuse_after == 0:
            raise EngineError("too_many_yours", "Too many of yours are waiting. Wait for one of them, or stop one.")
        if self.refuse_after is not None:
            self.refuse_after -= 1
        key = self._name_for(job, owner)
        self._show(Status(key, job, State.QUEUED, position=1), owner)
        return key

    def find(self, short: str) -> Status | None:
        return self.statuses.get(short)

    def running(self, owner: str = "") -> tuple[Status, ...]:
        own = (status for name, status in self.statuses.items() if self.owners[name] == owner)
        return tuple(status for status in own if not status.ended)

    def stop(self, key: str) -> None:
        """At once, as if it had only waited."""
        self.stopped.append(key)
        status = self.statuses[short_name(key)]
        if not status.ended:
            self.statuses[short_name(key)] = replace(status, state=State.STOPPED, position=0)

    def ready(self) -> bool:
        return True

    def is_alive(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing to end."""

    def finish(self, job: Job, miss: float | None = 1.0, owner: str = SOMEBODY) -> str:
        """Show `job` as finished, `miss` off everywhere; gives back its name in the address."""
        run = made_up_run(job.spec, job.series, miss)
        return self._show(Status(self._name_for(job, owner), job, State.FINISHED, run=run), owner)

    def fail(self, job: Job, sentence: str, owner: str = SOMEBODY) -> str:
        """Show `job` as failed for the reason in `sentence`."""
        problem = Sentence("problem", sentence)
        return self._show(Status(self._name_for(job, owner), job, State.FAILED, problem=problem), owner)

    def finish_all(self) -> None:
        """Show all that still waits as finished."""
        for name, status in self.statuses.items():
            if not status.ended:
                self.finish(status.job, owner=self.owners[name])

    def _present(self, job: Job, owner: str) -> Status | None:
        own = (status for name, status in self.statuses.items() if self.owners[name] == owner)
        return next((status for status in own if run_key(status.key) == job.key), None)

    def _name_for(self, job: Job, owner: str) -> str:
        taken = {status.key for name, status in self.statuses.items() if self.owners[name] != owner}
        return free_name(job.key, taken)

    def _show(self, status: Status, owner: str) -> str:
        name = short_name(status.key)
        self.statuses[name], self.owners[name] = status, owner
        return name
