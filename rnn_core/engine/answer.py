"""Answer: what a finished training says to somebody else who asks for the very same job. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from rnn_core.engine import progress
from rnn_core.engine.entry import Entry
from rnn_core.engine.job import Job
from rnn_core.engine.task import Outcome, Task
from rnn_core.forecast.run import Run


def answer_for(job: Task, run: Outcome) -> Outcome:
    """The numbers of `run`, which was trained for a job of the same key, under the names that `job` has for its data.

    The key holds all that decides a number. What it leaves open, the name, unit and receipt of a series and how a
    column was asked for, is a matter of who asks.
    Other kinds of tasks name nothing.
    """
    if not isinstance(job, Job) or not isinstance(run, Run):
        return run
    facts = replace(run.series, name=job.series.name, unit=job.series.unit, receipt=job.series.receipt)
    return replace(run, spec=job.spec, series=facts)


def find_answer(entries: Iterable[Entry], key: str) -> Outcome | None:
    """What a worker has found for anybody who asked for the job `key`."""
    found: Outcome | None = next((entry.status.run for entry in entries if entry.answers(key)), None)
    return found


def answered(entry: Entry, run: Outcome) -> Entry:
    """`entry`, which waits or is new, ended with what somebody else's training of the same job has found."""
    status = progress.finish(replace(entry.status, position=0), answer_for(entry.status.job, run))
    return replace(entry, status=status, trained=True)
