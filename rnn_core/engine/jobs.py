"""Jobs: the tasks that are kept in the store and found again in later lives, by the kind of their spec. Pure."""

from typing import Any, Protocol, TypeGuard

from rnn_core.engine.job import Job
from rnn_core.engine.task import Task
from rnn_core.engine.text_jobs import RewriteJob, SentimentJob, WriteJob


class KeptTask(Task, Protocol):
    """A task whose run lasts: beside its spec it has `data`, which `rnn_core/records` knows to pack."""

    @property
    def data(self) -> Any:
        """What it is trained on."""


# Each is made of its spec and its data.
JOBS: dict[str, Any] = {
    "forecast": Job,
    "write": WriteJob,
    "sentiment": SentimentJob,
    "rewrite": RewriteJob,
}


def job_of(spec: Any, data: Any) -> KeptTask:
    """The job of `spec` on `data`."""
    job: KeptTask = JOBS[spec.kind](spec, data)
    return job


def is_kept(task: Task) -> TypeGuard[KeptTask]:
    """Whether its run is put down; all others are forgotten with the server."""
    return task.spec.kind in JOBS
