"""Answer: what a finished training says to somebody else who asks for the very same job. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from rnn_core.engine import progress
from rnn_core.engine.entry import Entry
from rnn_core.engine.job import Job
from rnn_core.engine.task import Outcome, Task
from rnn_core.engine.text_jobs import SentimentJob, WriteJob
from rnn_core.forecast.run import Run
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.write.result import PassageFacts, Written


def answer_for(job: Task, run: Outcome) -> Outcome:
    """The numbers of `run`, which was trained for a job of the same key, under the names that `job` has for its data.

    The key holds all that decides a number. What it leaves open is a matter of who asks: the name, unit and receipt of
    a series and how a column was asked for, what a text is called, whose it is and in which language.
    Other kinds of tasks name nothing.
    """
    match job, run:
        case Job(), Run():
            facts = replace(run.series, name=job.series.name, unit=job.series.unit, receipt=job.series.receipt)
            return replace(run, spec=job.spec, series=facts)
        case WriteJob(), Written():
            return replace(run, passage=PassageFacts.of(job.data))
        case SentimentJob(), Judged():
            mine = job.data
            return replace(run, data=replace(run.data, name=mine.name, origin=mine.origin, language=mine.language))
    return run


def find_answer(entries: Iterable[Entry], key: str) -> Outcome | None:
    """What a worker has found for anybody who asked for the job `key`."""
    found: Outcome | None = next((entry.status.run for entry in entries if entry.answers(key)), None)
    return found


def answered(entry: Entry, run: Outcome) -> Entry:
    """`entry`, which waits or is new, ended with what somebody else's training of the same job has found."""
    status = progress.finish(replace(entry.status, position=0), answer_for(entry.status.job, run))
    return replace(entry, status=status, trained=True)
