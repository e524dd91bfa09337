"""Whether each prepared failure fails and its cure cures it, in a process of one thread.

Aim: with every seed, and in 10 s of one core a training at most. Beside them what the page says in passing: a GRU and
attention over the long window, and each window scaled by itself.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from rnn_core.forecast import ForecastSpec, Run, train
from rnn_core.forecast.failures import FAILURES, Failure, Pair, loss_of_the_mean
from rnn_core.lessons.failures import Curve, Misses, see
from rnn_core.series import load_source
from tests.benchmarks.estimates import ONE_THREAD

SEEDS = (1, 2, 3)
LONGEST = 10.0
IN_PASSING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("memory", {"cell": "GRU"}),
    ("memory", {"attention": True, "bidirectional": False}),
    ("unscaled", {"scaling": "window"}),
)


def run() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.benchmarks.failures"]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, capture_output=True, text=True)
    yield from done.stdout.splitlines()


def lines() -> Iterator[str]:
    bad = 0
    for failure in FAILURES.values():
        for seed in SEEDS:
            line, good = outcome(failure, seed)
            bad += not good
            yield line
    for name, changes in IN_PASSING:
        failure = FAILURES[name]
        found = [trained(failure.pair(failure.dial.start, seed=seed), changes) for seed in SEEDS]
        yield f"{name} with {changes}: RMSE {', '.join(f'{one.scores.rmse:.3g}' for one in found)}"
    yield f"{bad} of {len(FAILURES) * len(SEEDS)} did not fail, were not cured or took more than {LONGEST:.0f} s"


def outcome(failure: Failure, seed: int) -> tuple[str, bool]:
    pair = failure.pair(failure.dial.start, seed=seed)
    (wrong, took), (cured, took_cured) = timed(pair, pair.wrong), timed(pair, pair.cured)
    misses = Misses(wrong.scores.rmse, cured.scores.rmse, wrong.naive_scores.rmse)
    seen = see(failure.name, curve(pair, wrong), curve(pair, cured))
    good = seen.shows and misses.better and max(took, took_cured) <= LONGEST
    line = (
        f"{failure.name} seed {seed}: RMSE {misses.wrong:.3g} -> {misses.cured:.3g}, naive {misses.naive:.3g}; "
        f"{took:.1f} and {took_cured:.1f} s; {seen.sentence}"
    )
    return ("" if good else "BAD ") + line, good


def timed(pair: Pair, spec: ForecastSpec) -> tuple[Run, float]:
    began = time.process_time()  # of one thread, so that other work on this machine does not count
    run = train(spec, load_source(pair.source))
    return run, time.process_time() - began


def trained(pair: Pair, changes: dict[str, Any]) -> Run:
    return train(pair.cured.change(**{"bidirectional": False, **changes}), load_source(pair.source))


def curve(pair: Pair, run: Run) -> Curve:
    unit = loss_of_the_mean(run.spec, load_source(pair.source))
    training = np.array([done.loss for done in run.history])
    validation = np.array([done.validation_loss for done in run.history], "float64")
    return Curve(training / unit, validation / unit)


if __name__ == "__main__":
    for said in lines():
        print(said, flush=True)
