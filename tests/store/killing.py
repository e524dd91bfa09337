"""A program that forks writers, kills each at a random moment, and looks at what the database holds then.

`python -m tests.store.killing URL SEED` prints what it saw as JSON. What is wrong ends it with an AssertionError.
"""

import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import numpy as np
import psycopg

from rnn_core.forecast import Run
from rnn_core.store import Query, RunStore, Stage
from rnn_core.words import Sentence
from tests.store.stored import SPEC, WALK, a_result, same

MOMENTS = 30
OPENERS = 5
EARLIEST, LATEST = 0.005, 0.2  # seconds after a writer's first word; early moments are more frequent
PATIENCE = 60.0  # seconds

RESULT = a_result()
PROBLEM = Sentence("made_up", "It failed on purpose.")


def result_of(name: str) -> Run:
    """The result of the run `name`, the same in every process; some take many pages of the database."""
    number = int(name.rsplit("-", 1)[1])
    return replace(
        RESULT, key=name, seconds=float(number), weights=(np.full(1 + number % 5 * 8_000, number, "float32"),)
    )


def fork(work: Callable[[int], None]) -> tuple[int, int]:
    """A child that does `work` with the writing end of a pipe; its number, and the reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(writing)
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    return child, reading


def write_for_ever(url: str, owner: str, words: Path, pipe: int) -> None:
    """Begin, finish and end runs from two threads, and put down each step that is done."""
    store = RunStore(url)
    file = os.open(words, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def say(step: str, name: str) -> None:
        os.write(file, f"{step} {name}\n".encode())

    def one_thread(thread: int) -> None:
        for number in range(1_000_000):
            name = f"{owner}-{thread}-{number}"
            store.begin(name, SPEC, WALK, owner)
            say("began", name)
            say("ending", name)
            if number % 4 == 3:
                store.end(name, Stage.FAILED, PROBLEM)
                say("failed", name)
            else:
                store.finish(name, result_of(name))
                say("finished", name)
            if (thread, number) == (1, 0):  # from now on, the writer is as fast as it can be
                os.write(pipe, b".")

    Thread(target=one_thread, args=(2,), daemon=True).start()
    one_thread(1)


def kill_one(url: str, owner: str, words: Path, moment: float) -> None:
    """Start a writer and kill it so many seconds after its first word."""
    child, pipe = fork(lambda pipe: write_for_ever(url, owner, words, pipe))
    assert select.select([pipe], [], [], PATIENCE)[0], "The writer says nothing."
    assert os.read(pipe, 1), "The writer ended by itself."
    assert not select.select([pipe], [], [], moment)[0], "The writer ended by itself."
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(pipe)


def wait_until_alone(url: str) -> None:
    """PostgreSQL may still be at the last words of a client that is gone."""
    if url.startswith("sqlite"):
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with psycopg.connect(url, autocommit=True) as connection:
        while connection.execute(others).fetchone() != (0,):
            pass


def look(store: RunStore, owner: str, words: Path) -> Counter[Stage]:
    """Compare what a killed writer put down with what the database holds of it."""
    said: dict[str, set[str]] = {step: set() for step in ("began", "ending", "failed", "finished")}
    for line in words.read_text().splitlines():
        step, name = line.split()
        said[step].add(name)
    page = store.find(Query(owner, limit=1_000_000))
    stages = {line.name: line.stage for line in page.lines}
    assert len(stages) == len(page.lines) == page.count, f"A run of {owner} is counted twice."
    assert said["began"] <= stages.keys(), "A run that was begun is gone."
    assert Stage.UNFINISHED not in stages.values(), "A run of a dead writer is unfinished."
    assert {stages[name] for name in said["failed"]} <= {Stage.FAILED}, "A run that failed did not."
    for name in said["began"] - said["ending"]:
        assert stages[name] == Stage.INTERRUPTED, f"{name} is {stages[name]}, and was only begun."
    for name, stage in stages.items():
        check(store, name, stage, must_be_finished=name in said["finished"])
    return Counter(stages.values())


def check(store: RunStore, name: str, stage: Stage, *, must_be_finished: bool) -> None:
    assert stage == Stage.FINISHED or not must_be_finished, f"{name} was finished, and is {stage}."
    found = store.load(name)
    assert found is not None, f"{name} cannot be loaded."
    if stage == Stage.FINISHED:
        assert found.run is not None, f"{name} is finished and has no result."
        assert same(found.run, result_of(name)), f"{name} is not what was put down."
        assert found.data.fingerprint == WALK.fingerprint
    else:
        assert found.run is None, f"{name} is {stage} and has a result."


def begin_and_finish(store: RunStore, name: str) -> None:
    store.begin(name, SPEC, WALK, "after")
    store.finish(name, result_of(name))
    check(store, name, Stage.FINISHED, must_be_finished=True)


def open_together(url: str) -> None:
    """Several processes open an empty database at the same moment."""
    start, go = os.pipe()

    def work(_pipe: int) -> None:
        os.close(go)
        os.read(start, 1)  # until the last hand has let go of the other end
        RunStore(url).close()
        os._exit(0)

    children = [fork(work) for _ in range(OPENERS)]
    os.close(go)
    for child, pipe in children:
        assert os.waitpid(child, 0)[1] == 0, "A process could not open the empty database."
        os.close(pipe)
    os.close(start)


def main(url: str, seed: int) -> dict[str, int]:
    chance, seen, total = random.Random(seed), Counter[Stage](), 0
    open_together(url)
    for turn in range(MOMENTS):
        with tempfile.TemporaryDirectory() as folder:
            owner, words = f"writer{turn}", Path(folder) / "words"
            kill_one(url, owner, words, EARLIEST * (LATEST / EARLIEST) ** chance.random())
            wait_until_alone(url)
            store = RunStore(url)
            found = look(store, owner, words)
            begin_and_finish(store, f"after-{turn}")
            seen, total = seen + found, total + found.total() + 1
            assert store.find(Query(None, limit=1)).count == total, "A run is counted twice, or not at all."
            store.close()
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    return {stage.value: count for stage, count in seen.items()}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
