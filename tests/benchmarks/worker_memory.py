"""Memory of a worker over 50 trainings of many shapes. Aim: it grows by less than 15 %."""

import itertools
import os
from collections.abc import Iterator
from contextlib import closing
from unittest import mock

import psutil

from rnn_core.engine import Engine, Job
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_builtin
from tests.benchmarks.trainings import wait

RUNS = 50
SHAPES = tuple(itertools.product(("LSTM", "GRU", "SimpleRNN"), (16, 64, 125), (20, 60), (1, 2)))


def run() -> Iterator[str]:
    with mock.patch.dict(os.environ, {"RNN_LAB_WORKERS": "1"}), closing(Engine()) as engine:
        series, first = load_builtin("share"), 0.0
        for count in range(1, RUNS + 1):
            cell, units, window, layers = SHAPES[count % len(SHAPES)]
            spec = ForecastSpec(cell=cell, units=units, window=window, layers=layers, epochs=2, seed=count)
            wait(engine, engine.submit(Job(spec.change(target="High", dropout=0.1), series)))
            if count in (1, 2, 5, 10, 20, 35, RUNS):
                held = memory(engine)
                first = first or held
                yield f"after {count} trainings {held:.2f} GiB, {held / first - 1:+.0%} since the first"


def memory(engine: Engine) -> float:
    """What the one worker holds, in GiB."""
    (pid,) = engine.workers().values()
    return float(psutil.Process(pid).memory_full_info().uss) / 2**30
