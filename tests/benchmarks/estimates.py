"""How far the time told before a training lies from what it takes, over a grid of settings. Aim: 9 of 10 within 30 %.

Trainings run one after the other in a process of one thread, `python -m tests.benchmarks.estimates FILE`. Each is
estimated as it would have been before it: by the speed of this machine alone, and with what those before it taught.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd

from rnn_core.forecast import ForecastSpec, split, train
from rnn_core.forecast.costs.estimate import estimate_seconds
from rnn_core.forecast.costs.experience import Experience, inexperienced, learn
from rnn_core.forecast.costs.speed import Speed, costs_at, measure_speed
from rnn_core.forecast.costs.work import Timing, Work, work_done
from rnn_core.learning.events import Event, StageBegan
from rnn_core.series import Receipt, Series

RUNS = int(os.environ.get("ESTIMATES_RUNS", "60"))
SEED = 20261122
# So that all end within about ten minutes, and none is over before it has begun.
SHORTEST, LONGEST = 1.0, 12.0
WITHIN = 1.3
# So many have taught before the second figure begins to count.
TAUGHT = 10
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "MALLOC_TRIM_THRESHOLD_": "268435456",
    "MALLOC_MMAP_THRESHOLD_": "268435456",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}


def run() -> Iterator[str]:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "took.json"
        command = [sys.executable, "-m", "tests.benchmarks.estimates", str(file)]
        subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, stderr=subprocess.DEVNULL)
        speed, timings = read(file)
    took = [(one.ended - one.begun).total_seconds() for one in timings]
    whole = time.monotonic() - began
    yield f"{len(timings)} trainings of {min(took):.1f} to {max(took):.1f} s in {whole:.0f} s; {speed}"
    yield told("by the machine's speed alone", ratios(timings, speed, teach=False))
    yield told("with what those before it taught", ratios(timings, speed, teach=True))
    yield told(f"the same without the first {TAUGHT}", ratios(timings, speed, teach=True)[TAUGHT:])


def told(how: str, found: list[float]) -> str:
    """`found` are times told, divided by times taken."""
    good = sum(1 / WITHIN <= one <= WITHIN for one in found)
    worst = max(found, key=lambda one: abs(np.log(one)))
    share = f"{10 * good / len(found):.1f} of ten within 30 %"
    return f"{how}: {share}, median ratio {median(found):.2f}, worst {worst:.2f}"


def ratios(timings: list[Timing], speed: Speed, *, teach: bool) -> list[float]:
    """For each training, what was told before it divided by what it took."""
    found = []
    for place, one in enumerate(timings):
        experience = inexperienced(costs_at(speed))
        if teach:
            experience = taught(timings[:place], speed, timings[0].begun)
        found.append(experience.seconds(one.work) / (one.ended - one.begun).total_seconds())
    return found


def taught(timings: list[Timing], speed: Speed, since: datetime) -> Experience:
    return learn(timings, costs_at(speed), workers=1, since=since)


def grid() -> Iterator[tuple[ForecastSpec, Series]]:
    """Settings without end, drawn at random; each is followed by others sooner or later that have the same shape."""
    chance = random.Random(SEED)
    while True:
        fields = {
            "cell": chance.choice(["LSTM", "GRU", "SimpleRNN"]),
            "units": chance.choice([8, 16, 32, 64, 125, 200]),
            "window": chance.choice([10, 20, 40, 60, 90]),
            "layers": chance.choice([1, 1, 1, 2, 3]),
            "bidirectional": chance.random() < 0.25,
            "batch_size": chance.choice([16, 32, 64, 128]),
            "epochs": chance.choice([4, 10, 20, 50]),
            "validation_share": chance.choice([0.0, 0.0, 0.2]),
            "optimizer": chance.choice(["adam", "rmsprop"]),
        }
        series = walk(chance.choice([400, 1000, 2500]))
        for seed in range(1, chance.choice([1, 1, 2]) + 1):
            spec = ForecastSpec(**fields, seed=seed)
            if SHORTEST < estimate_seconds(spec, split(spec, series)) < LONGEST:
                yield spec, series


def walk(rows: int) -> Series:
    days = pd.date_range("2000-01-01", periods=rows, name="date")
    values = 100 + np.random.default_rng(rows).normal(size=rows).cumsum()
    return Series(f"walk of {rows}", pd.DataFrame({"value": values}, index=days), Receipt("made", "simulated"))


class Clock:
    """Seconds of the processor between the stages of a training: what others do on the machine is not in them."""

    def __init__(self) -> None:
        self._begun, self._at = time.process_time(), {}

    def __call__(self, event: Event) -> None:
        if isinstance(event, StageBegan):
            self._at[event.stage] = time.process_time()

    def seconds(self) -> dict[str, float]:
        """Of training alone, and of all until now."""
        return {
            "seconds": self._at["predicting"] - self._at["training"],
            "took": time.process_time() - self._begun,
        }


def train_all(file: Path) -> None:
    """Train RUNS of the grid, and write down how long each took, and the speed of the machine before."""
    speed, took = measure_speed(), []
    train(ForecastSpec(units=1, window=3, epochs=1), walk(40))
    for (spec, series), _ in zip(grid(), range(RUNS), strict=False):
        begun, clock = datetime.now(UTC), Clock()
        run = train(spec, series, on_event=clock)
        took.append({**clock.seconds(), "work": asdict(work_done(run)), "begun": begun.isoformat()})
        file.write_text(json.dumps({"speed": asdict(speed), "took": took}))


def read(file: Path) -> tuple[Speed, list[Timing]]:
    said = json.loads(file.read_text())
    timings = []
    for one in said["took"]:
        begun = datetime.fromisoformat(one["begun"])
        timings.append(Timing(Work(**one["work"]), one["seconds"], begun, begun + timedelta(seconds=one["took"])))
    return Speed(**said["speed"]), timings


if __name__ == "__main__":
    train_all(Path(sys.argv[1]))
