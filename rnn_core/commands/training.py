"""Training from the command line: the engine's workers do it, a line on standard error tells how far."""

import time
from contextlib import closing
from typing import TextIO

from rnn_core.engine import Engine, Status
from rnn_core.engine.job import Job
from rnn_core.errors import EngineError
from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series

_SECONDS_BETWEEN_LOOKS = 0.1
# As many as one owner may have waiting; more are submitted once these have ended.
_AT_ONCE = 30


def train_all(series: Series, specs: list[ForecastSpec], out: TextIO) -> list[Run]:
    """The runs of `specs` on `series`, in their order.

    Raises:
        RnnLabError: a spec does not fit the series, or a training failed.
    """
    for spec in specs:
        split(spec, series)  # refuses before any process is started
    with closing(Engine()) as engine:
        runs: list[Run] = []
        for start in range(0, len(specs), _AT_ONCE):
            keys = [engine.submit(Job(spec, series)) for spec in specs[start : start + _AT_ONCE]]
            runs += [_wait(engine, key, out) for key in keys]
        return runs


def _wait(engine: Engine, key: str, out: TextIO) -> Run:
    told = -1
    while True:
        status = engine.status(key)
        if status is not None and status.run is not None:
            return status.run
        if status is None or status.ended:
            raise _failure(status)
        if status.epoch != told:
            told = status.epoch
            out.write(
                f"\r{status.job.spec.cell} seed {status.job.spec.seed}: epoch {told} of {status.job.spec.epochs}  "
            )
            out.flush()
        time.sleep(_SECONDS_BETWEEN_LOOKS)


def _failure(status: Status | None) -> EngineError:
    if status is None or status.problem is None:
        return EngineError("run_lost", "One training was lost. Start it again.")
    problem = status.problem
    return EngineError(problem.code, problem.template, **problem.values)
