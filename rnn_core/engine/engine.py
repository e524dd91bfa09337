"""Engine: the one handle on training. Submitting and reading return at once; all work happens elsewhere."""

import atexit
from collections.abc import Collection, Sequence

from rnn_core.engine.job import Job
from rnn_core.engine.jobs import KeptTask, is_kept
from rnn_core.engine.keeper import Keeper
from rnn_core.engine.messages import StopAsked, Submitted
from rnn_core.engine.patience import Patience
from rnn_core.engine.practice import Practice, PracticeStatus
from rnn_core.engine.problems import ENGINE_DOWN
from rnn_core.engine.registry import Registry
from rnn_core.engine.shelf import Found, Shelf
from rnn_core.engine.status import AnyStatus, State, Status
from rnn_core.engine.supervisor import Supervisor
from rnn_core.engine.task import Outcome
from rnn_core.errors import EngineError
from rnn_core.store import RunStore, run_name
from rnn_core.words import Sentence

# Longer than a database that is there needs for all that may be left to write.
_SECONDS_TO_WRITE = 15.0


class Engine:
    """Trains submitted jobs in warm worker processes, fairly among owners (visitors).

    A new engine warms up in the background; what is submitted meanwhile waits. With a `store`, runs are put down there
    and found again there. Safe to use from many threads.
    """

    def __init__(self, patience: Patience | None = None, store: RunStore | None = None) -> None:
        self._keeper, self._shelf = Keeper(store), Shelf(store)
        self._registry = Registry(self._keeper)
        self._supervisor = Supervisor(self._registry, patience or Patience())
        atexit.register(self.close)

    def submit(self, job: KeptTask, owner: str = "", *, again: bool = False) -> str:
        """Let `job` be trained, and give back the name of the run to ask for it by.

        The name is that of the owner's run of this job, for ever. One that has finished, even in an earlier life of
        this server, is given back as it is, unless `again`; so is what was trained for somebody else, under this
        owner's names.

        Raises:
            EngineError: too many are waiting, or the engine is gone for good.
        """
        return self.submit_all([job], owner, again=again)[0]

    def submit_all(self, jobs: Sequence[KeptTask], owner: str = "", *, again: bool = False) -> list[str]:
        """Submit all of `jobs` or, where one is refused, none; see `submit`.

        Raises:
            EngineError: too many would be waiting, or the engine is gone for good.
        """
        self._refuse_if_down()
        known = {} if again else self._known(jobs, owner)
        names = self._registry.submit_all(jobs, owner, again=again, known=known)
        self._supervisor.post(Submitted())
        return names

    def practise(self, practices: Sequence[Practice], owner: str = "") -> list[str]:
        """Let the memory task be learnt; the names to ask by. Nothing of it is kept in the store.

        It waits its turn among all trainings. What was learnt before, for anybody, is there at once.

        Raises:
            EngineError: too many would be waiting, or the engine is gone for good.
        """
        self._refuse_if_down()
        names = self._registry.submit_all(practices, owner, again=False)
        self._supervisor.post(Submitted())
        return names

    def practice(self, name: str) -> PracticeStatus | None:
        """How the practice called `name` stands; None if there is none, or no longer."""
        status = self._registry.get(name)
        return status if status is not None and isinstance(status.job, Practice) else None

    def status(self, name: str) -> Status | None:
        """How the training called `name` stands; None if it was long ago or never, whatever the store knows."""
        return _forecast(self._registry.get(name))

    def find(self, short: str) -> Status | None:
        """How the forecast stands that `short` stands for in an address (see `short_name`), also of an earlier life."""
        return _forecast(self.find_any(short))

    def find_any(self, short: str) -> AnyStatus | None:
        """The same of a run of any kind that is kept; what it is, its job says."""
        status = self._registry.find(short) or self._adopt(self._shelf.find(short))
        return status if status is not None and is_kept(status.job) else None

    def forget(self, names: Collection[str], owner: str | None = None) -> None:
        """Forget trainings of `owner`, or of anybody, that were deleted from the store; what still runs is stopped."""
        for ticket in self._registry.forget(names, owner):
            self._supervisor.post(StopAsked(ticket))

    def trouble(self) -> Sentence | None:
        """Why runs are not kept, or not found, at the moment; None if all is well."""
        return self._keeper.trouble or self._shelf.trouble

    def running(self, owner: str = "") -> tuple[Status, ...]:
        """The forecasts that wait or run for `owner`, oldest first."""
        return tuple(status for status in self.running_any(owner) if _forecast(status))

    def running_any(self, owner: str = "") -> tuple[AnyStatus, ...]:
        """All that waits or runs for `owner` and is kept, oldest first."""
        return tuple(status for status in self._registry.live(owner) if is_kept(status.job))

    def stop(self, name: str, owner: str | None = None) -> None:
        """Stop a training: at once if it waits, else soon, with what it has learnt so far as its run.

        That of `owner` alone; None stands for whoever runs the server, who may stop anybody's.
        """
        ticket = self._registry.ask_to_stop(name, owner)
        if ticket is not None:
            self._supervisor.post(StopAsked(ticket))

    def ready(self) -> bool:
        """Whether warm workers are there; False while the engine warms up."""
        return bool(self._supervisor.workers)

    def is_idle(self) -> bool:
        """Whether no training is under way, so that what waits begins at any moment."""
        return self._registry.is_idle()

    def workers(self) -> dict[str, int]:
        """Process number of each warm worker, by its address. Asks the workers: not for every page view."""
        return self._supervisor.pids()

    @property
    def program_pid(self) -> int | None:
        """Process number of the engine program; None while there is none."""
        return self._supervisor.program_pid

    def is_alive(self) -> bool:
        """False once closed, or when the engine program could not be started again and again."""
        return self._supervisor.alive

    def close(self) -> None:
        """End all trainings and all processes, and put down what ended how. Safe to call twice."""
        atexit.unregister(self.close)
        self._supervisor.close()
        self._keeper.close(_SECONDS_TO_WRITE)

    def _refuse_if_down(self) -> None:
        if not self.is_alive():
            raise EngineError(ENGINE_DOWN.code, ENGINE_DOWN.template)

    def _known(self, jobs: Sequence[KeptTask], owner: str) -> dict[str, Outcome]:
        """By key, what the store knows of those of `jobs` that would have to be trained."""
        for job in jobs:
            self._look_up(run_name(job.key, owner))
        lacking = [job for job in jobs if self._registry.lacks(job, owner)]
        found = {job.key: self._shelf.answer(job.key, job.spec.kind) for job in lacking}
        return {key: run for key, run in found.items() if run is not None}

    def _look_up(self, name: str) -> None:
        """Bring what is in memory of a run in line with the store, which other servers write to as well."""
        status = self._registry.get(name)
        if status is None or (status.ended and status.state is not State.FINISHED):
            self._adopt(self._shelf.finished(name))
        elif status.ended and not self._keeper.holds(name) and self._shelf.lacks(name):
            self._registry.forget([name])

    def _adopt(self, found: Found | None) -> AnyStatus | None:
        if found is None:
            return None
        if found.lasts:
            self._registry.adopt(found.status, found.owner)
        return found.status


def _forecast(status: AnyStatus | None) -> Status | None:
    """`status` if it is that of a forecast: an address that names anything else shows nothing."""
    return status if status is not None and isinstance(status.job, Job) else None
