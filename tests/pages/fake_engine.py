"""An engine that trains nothing: it keeps what is submitted, and shows whatever end a test gives it."""

from rnn_core.engine import Job, State, Status, short_name
from rnn_core.words import Sentence
from tests.made_up_runs import made_up_run


class FakeEngine:
    """What the pages need of an Engine."""

    def __init__(self) -> None:
        self.statuses: dict[str, Status] = {}

    def submit(self, job: Job, owner: str = "", *, again: bool = False) -> str:  # noqa: ARG002
        self.statuses[short_name(job.key)] = Status(job.key, job, State.QUEUED, position=1)
        return job.key

    def find(self, short: str) -> Status | None:
        return self.statuses.get(short)

    def running(self, owner: str = "") -> tuple[Status, ...]:  # noqa: ARG002
        return ()

    def stop(self, key: str) -> None:
        """Nothing runs here."""

    def ready(self) -> bool:
        return True

    def is_alive(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing to end."""

    def finish(self, job: Job, miss: float | None = 1.0) -> str:
        """Show `job` as finished, `miss` off everywhere; gives back its name in the address."""
        run = made_up_run(job.spec, job.series, miss)
        return self._show(Status(job.key, job, State.FINISHED, run=run))

    def fail(self, job: Job, sentence: str) -> str:
        """Show `job` as failed for the reason in `sentence`."""
        return self._show(Status(job.key, job, State.FAILED, problem=Sentence("problem", sentence)))

    def _show(self, status: Status) -> str:
        name = short_name(status.key)
        self.statuses[name] = status
        return name
