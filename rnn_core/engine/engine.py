"""Engine: the one handle on training. Submitting and reading return at once; all work happens elsewhere."""

import atexit

from rnn_core.engine.job import Job
from rnn_core.engine.messages import StopAsked, Submitted
from rnn_core.engine.patience import Patience
from rnn_core.engine.problems import ENGINE_DOWN
from rnn_core.engine.registry import Registry
from rnn_core.engine.status import Status
from rnn_core.engine.supervisor import Supervisor
from rnn_core.errors import EngineError


class Engine:
    """Trains submitted jobs in warm worker processes, fairly among owners (visitors).

    A new engine warms up in the background; what is submitted meanwhile waits. Safe to use from many threads.
    """

    def __init__(self, patience: Patience | None = None) -> None:
        self._registry = Registry()
        self._supervisor = Supervisor(self._registry, patience or Patience())
        atexit.register(self.close)

    def submit(self, job: Job, owner: str = "", *, again: bool = False) -> str:
        """Let `job` be trained, and give back the key to ask for it by.

        A finished identical run is given back as it is, unless `again`. The key is the job's own, with ".2", ".3", ...
        where another owner's training of the same job holds that name.

        Raises:
            EngineError: too many are waiting, or the engine is gone for good.
        """
        if not self.is_alive():
            raise EngineError(ENGINE_DOWN.code, ENGINE_DOWN.template)
        key = self._registry.submit(job, owner, again=again)
        self._supervisor.post(Submitted())
        return key

    def status(self, key: str) -> Status | None:
        """How the training called `key` stands; None if there is none, or it was long ago."""
        return self._registry.get(key)

    def find(self, short: str) -> Status | None:
        """The same for a key cut to 12 hex digits, as it stands in an address (see `short_name`)."""
        return self._registry.find(short)

    def running(self, owner: str = "") -> tuple[Status, ...]:
        """What waits or runs for `owner`, oldest first."""
        return self._registry.live(owner)

    def stop(self, key: str) -> None:
        """Stop a training: at once if it waits, else soon, with what it has learnt so far as its run."""
        ticket = self._registry.ask_to_stop(key)
        if ticket is not None:
            self._supervisor.post(StopAsked(ticket))

    def ready(self) -> bool:
        """Whether warm workers are there; False while the engine warms up."""
        return bool(self._supervisor.workers)

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
        """End all trainings and all processes. Safe to call twice."""
        atexit.unregister(self.close)
        self._supervisor.close()
