"""The three contestants as functions: prices and a seed in, what it took out."""

import importlib.util
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from rnn_core.engine import Engine, Job
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series
from tests.benchmarks.trainings import wait

ROOT = Path(__file__).parents[3]
CELLS = ("LSTM", "GRU")
# The Python of an environment with PyTorch, if it is not this one.
TORCH_PYTHON = os.environ.get("TORCH_PYTHON") or (sys.executable if importlib.util.find_spec("torch") else "")
# Each look walks through all pages of a process, and holds it up meanwhile.
_SECONDS_BETWEEN_LOOKS = 2.0


@dataclass(frozen=True)
class Result:
    """`seconds` until both cells had learnt, test `rmse` of each cell, and the most memory at a time, in GiB."""

    seconds: float
    rmse: dict[str, float]
    memory: float


class Memory:
    """The most memory that processes and their children held while this was open, in GiB."""

    def __init__(self, *roots: psutil.Process) -> None:
        self._roots, self._done, self.most = roots, threading.Event(), 0.0

    def __enter__(self) -> "Memory":
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_SECONDS_BETWEEN_LOOKS):
            self.most = max(self.most, sum(held(root) for root in self._roots) / 2**30)


def held(root: psutil.Process) -> int:
    """Bytes of a process and its children; what several share is divided among them, where the system tells of that."""
    try:
        told = [one.memory_full_info() for one in (root, *root.children(recursive=True))]
        return sum(getattr(one, "pss", one.uss) for one in told)
    except psutil.Error:
        return 0  # it has just ended


def plain_keras(prices: Path, epochs: int, seed: int) -> Result:
    """One cell after the other; the time of the two fits alone, without imports."""
    process = start(sys.executable, "plain_keras", prices, epochs, seed)
    with Memory(psutil.Process(process.pid)) as memory:
        lines = told(process)
    return Result(sum(one["seconds"] for one in lines), {one["cell"]: one["rmse"] for one in lines}, memory.most)


def pytorch(prices: Path, epochs: int, seed: int) -> Result:
    """Both cells side by side; the time of the slower one's training alone, without imports."""
    processes = [start(TORCH_PYTHON, "torch_peer", prices, epochs, seed, cell) for cell in CELLS]
    with Memory(*(psutil.Process(one.pid) for one in processes)) as memory:
        lines = [line for one in processes for line in told(one)]
    return Result(max(one["seconds"] for one in lines), {one["cell"]: one["rmse"] for one in lines}, memory.most)


def rnn_lab(engine: Engine, series: Series, spec: ForecastSpec) -> Result:
    """From the order that a click on Train gives to the engine until both results are there, without the web server.

    Scores and forecasts ahead are included; the simple forecasts for the same rows are made in the first round alone.
    """
    assert engine.program_pid is not None
    with Memory(psutil.Process(engine.program_pid)) as memory:
        began = time.perf_counter()
        names = engine.submit_all([Job(spec.change(cell=cell), series) for cell in CELLS], again=True)
        runs = [wait(engine, name) for name in names]
        seconds = time.perf_counter() - began
    return Result(seconds, {run.spec.cell: run.scores.rmse for run in runs}, memory.most)


def start(python: str, contestant: str, prices: Path, epochs: int, *more: object) -> subprocess.Popen[str]:
    command = [python, "-m", f"tests.benchmarks.race.{contestant}", str(prices), str(epochs), *map(str, more)]
    environment = os.environ | {"CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def told(process: subprocess.Popen[str]) -> list[dict]:
    text, _ = process.communicate()
    assert process.returncode == 0, f"{process.args} ended with {process.returncode}"
    return [json.loads(line) for line in text.splitlines()]
