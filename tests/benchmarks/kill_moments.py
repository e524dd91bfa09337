"""Killing the server or its engine program at random moments while it trains: nothing that was finished is lost.

A driver stands for the server: it trains small networks without end, and says in a file what a visitor would see.
`python -m tests.benchmarks.kill_moments URL FILE` is the driver; with a third word it only trains what was interrupted.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil

from rnn_core.engine import Engine, Job, State
from rnn_core.store import Query, RunStore, Stage
from tests.engine.engine_jobs import small_job
from tests.store.postgres import Postgres, programs

MOMENTS = int(os.environ.get("KILL_MOMENTS", "30"))
SEED = 20261121
OWNER = "driver"
AT_ONCE = 3
LATEST = 4.0  # seconds after warm workers are there
PATIENCE = 240.0  # seconds
ALL = Query(OWNER, limit=1_000_000)


def run() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield from proof("SQLite", f"sqlite:///{folder}/runs.db", MOMENTS // 2)
    found = programs()
    if found is None:
        yield "PostgreSQL left out: it is not installed"
        return
    server = Postgres(found)
    try:
        yield from proof("PostgreSQL", server.empty_database(), MOMENTS - MOMENTS // 2)
    finally:
        server.stop()


@dataclass
class Tally:
    """What was seen in all lives of the server; names that were said to have ended so, and counts."""

    said: dict[str, set[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def read(self, words: Path) -> None:
        for line in words.read_text().splitlines():
            what, _, name = line.partition(" ")
            self.said.setdefault(what, set()).add(name)

    def names(self, what: str) -> set[str]:
        return self.said.get(what, set())


def proof(database: str, url: str, moments: int) -> Iterator[str]:
    chance, tally, began = random.Random(SEED), Tally(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "RNN_LAB_CACHE_FOLDER": folder}
        words = Path(folder) / "words"
        for turn in range(moments):
            victim = "engine program" if turn % 2 else "server"
            (kill_program if turn % 2 else kill_server)(url, words, environment, chance.uniform(0.0, LATEST))
            tally.counts[victim] += 1
            tally.read(words)
            look(url, tally)
        interrupted = {line.name for line in lines(url, Stage.INTERRUPTED)}
        with driving(url, words, environment, "rest") as driver:
            assert driver.wait(PATIENCE) == 0
        tally.read(words)
        look(url, tally)
    assert not lines(url, Stage.INTERRUPTED), "What was started again did not finish."
    kills = ", ".join(f"{count} of the {victim}" for victim, count in tally.counts.items())
    yield f"{database}: {moments} kills ({kills}) in {time.monotonic() - began:.0f} s; it opened each time"
    yield (
        f"{database}: {len(tally.names('finished'))} runs were said to be finished, all there and whole, none twice; "
        f"{len(tally.names('interrupted') | interrupted)} were interrupted, started again, and finished"
    )


def kill_server(url: str, words: Path, environment: dict[str, str], moment: float) -> None:
    """Start a driver and kill it so long after its workers are warm."""
    with driving(url, words, environment) as driver:
        wait_for(words, "program", driver)
        time.sleep(moment)
        family = psutil.Process(driver.pid).children(recursive=True)
        os.killpg(driver.pid, signal.SIGKILL)
        # The engine program ends by itself; workers that live on would slow the next life.
        assert not psutil.wait_procs(family, timeout=60)[1], "The engine program outlived its server."


def kill_program(url: str, words: Path, environment: dict[str, str], moment: float) -> None:
    """Start a driver, kill its engine program, and see that the living driver trains on."""
    with driving(url, words, environment) as driver:
        program = int(wait_for(words, "program", driver))
        time.sleep(moment)
        os.kill(program, signal.SIGKILL)
        wait_for(words, "program", driver, but=str(program))
        wait_for(words, "finished", driver, after=words.stat().st_size)
        driver.terminate()  # in good order this time
        assert driver.wait(PATIENCE) == 0


def look(url: str, tally: Tally) -> None:
    """Open the database as the next server would, and compare it with what was said."""
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    store = RunStore(url)
    found = store.find(ALL).lines
    stages = {line.name: line.stage for line in found}
    assert len(stages) == len(found), "A run is there twice."
    assert len({line.spec.seed for line in found}) == len(found), "A training has two names."
    assert set(stages.values()) <= {Stage.FINISHED, Stage.INTERRUPTED}, Counter(stages.values())
    for name in tally.names("finished"):
        assert stages.get(name) is Stage.FINISHED, f"{name} was finished, and is {stages.get(name)}."
    for name, stage in stages.items():
        if stage is Stage.FINISHED:
            check_whole(store, name)
    store.close()


def check_whole(store: RunStore, name: str) -> None:
    stored = store.load(name)
    assert stored is not None, f"{name} cannot be found."
    assert stored.run is not None, f"{name} has no result."
    spec, run = stored.line.spec, stored.run
    assert run.key == spec.key(stored.series)
    assert len(run.history) == spec.epochs
    assert len(run.predicted) == len(run.actual) > 0
    assert np.isfinite(run.predicted).all()


def lines(url: str, stage: Stage) -> tuple:
    store = RunStore(url)
    found = store.find(Query(OWNER, stages=(stage,), limit=1_000_000)).lines
    store.close()
    return found


@contextmanager
def driving(url: str, words: Path, environment: dict[str, str], *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A driver, which ends with the block."""
    words.write_text("")
    command = [sys.executable, "-m", "tests.benchmarks.kill_moments", url, str(words), *more]
    # Dask says at length that it lost its scheduler, which is what happens here all the time.
    with words.with_suffix(".log").open("a") as log:
        driver = subprocess.Popen(command, env=environment, stderr=log, start_new_session=True)
    try:
        yield driver
    finally:
        driver.kill()
        driver.wait()


def wait_for(words: Path, what: str, driver: subprocess.Popen[bytes], *, but: str = "", after: int = 0) -> str:
    """The first name of which the driver says `what`, other than `but`, behind so many bytes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and driver.poll() is None:
        for line in words.read_text()[after:].splitlines():
            said, _, name = line.partition(" ")
            if said == what and name != but:
                return name
        time.sleep(0.02)
    raise RuntimeError(f"The driver never said {what!r}.")


def drive(url: str, words: Path, *, only_the_rest: bool) -> None:
    """Train, and say so; what an earlier life left comes first."""
    closing: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: closing.append(number))
    store = RunStore(url)
    engine = Engine(store=store)
    left = [Job(line.spec, small_job().series) for line in store.find(ALL).lines if line.stage is Stage.INTERRUPTED]
    seed = 1 + max((line.spec.seed for line in store.find(ALL).lines), default=0)
    going: set[str] = set()
    program = None
    with words.open("a", buffering=1) as file:
        while not closing and not (only_the_rest and not left and not going):
            if engine.ready() and engine.program_pid != program:
                program = engine.program_pid
                file.write(f"program {program}\n")
            for status in [status for name in going if (status := engine.status(name)) and status.ended]:
                file.write(f"{status.state} {status.key}\n")
                going.discard(status.key)
                left += [status.job] if status.state is State.INTERRUPTED else []
            while len(going) < AT_ONCE and (left or not only_the_rest):
                job = left.pop() if left else small_job(seed=seed)
                seed = max(seed, job.spec.seed + 1)
                going.add(engine.submit(job, OWNER))
            time.sleep(0.02)
    engine.close()
    store.close()


if __name__ == "__main__":
    drive(sys.argv[1], Path(sys.argv[2]), only_the_rest=len(sys.argv) > 3)
