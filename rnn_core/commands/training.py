"""Training from the command line: the engine's workers do it, a line on standard error tells how far."""

import time
from collections.abc import Sequence
from contextlib import closing
from typing import Any, TextIO

from rnn_core.engine import Engine, short_name
from rnn_core.engine.jobs import KeptTask
from rnn_core.engine.status import AnyStatus
from rnn_core.errors import EngineError

_SECONDS_BETWEEN_LOOKS = 0.1
# As many as one owner may have waiting; more are submitted once these have ended.
_AT_ONCE = 30


def train_all(jobs: Sequence[KeptTask], out: TextIO) -> list[Any]:
    """What `jobs` of any kind came to, in their order.

    Raises:
        RnnLabError: a training failed.
    """
    with closing(Engine()) as engine:
        runs: list[Any] = []
        for start in range(0, len(jobs), _AT_ONCE):
            keys = [engine.submit(job) for job in jobs[start : start + _AT_ONCE]]
            runs += [_wait(engine, key, out) for key in keys]
        out.write("\n")  # what comes next stands on a line of its own
        return runs


def _wait(engine: Engine, key: str, out: TextIO) -> Any:
    told = -1
    while True:
        status = engine.find_any(short_name(key))
        if status is not None and status.run is not None:
            return status.run
        if status is None or status.ended:
            raise _failure(status)
        if status.epoch != told:
            told = status.epoch
            spec = status.job.spec
            out.write(f"\r{spec.cell} seed {spec.seed}: epoch {told} of {spec.epochs}  ")
            out.flush()
        time.sleep(_SECONDS_BETWEEN_LOOKS)


def _failure(status: AnyStatus | None) -> EngineError:
    if status is None or status.problem is None:
        return EngineError("run_lost", "One training was lost. Start it again.")
    problem = status.problem
    return EngineError(problem.code, problem.template, **problem.values)
