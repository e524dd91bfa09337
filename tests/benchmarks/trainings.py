"""Many trainings on one engine, for benchmarks that judge more than one series."""

import time
from collections.abc import Sequence
from contextlib import closing

from rnn_core.engine import Engine
from rnn_core.engine.job import Job
from rnn_core.forecast.run import Run

AT_ONCE = 20


def train_all(jobs: Sequence[Job]) -> list[Run]:
    """The runs of `jobs`, in their order."""
    found: list[Run] = []
    with closing(Engine()) as engine:
        for start in range(0, len(jobs), AT_ONCE):
            keys = [engine.submit(job) for job in jobs[start : start + AT_ONCE]]
            found += [wait(engine, key) for key in keys]
    return found


def wait(engine: Engine, key: str) -> Run:
    while (status := engine.status(key)) is not None and not status.ended:
        time.sleep(0.2)
    assert status is not None
    assert status.run is not None, status.problem
    return status.run
