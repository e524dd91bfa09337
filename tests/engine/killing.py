"""A program that forks servers, kills each or its engine at random moments, and looks at what the database holds then.

Everything is real but the workers, which are threads. `python -m tests.engine.killing URL SEED` prints what it saw as
JSON. What is wrong ends it with an AssertionError.
"""

import json
import os
import random
import select
import signal
import sys
import tempfile
import threading
from collections import Counter
from functools import partial
from pathlib import Path

from rnn_core.engine import Engine, Patience, State, supervisor
from rnn_core.store import Query, RunStore, Stage, short_name
from tests.engine.conftest import NoProgram
from tests.engine.engine_jobs import small_job
from tests.engine.fake_link import ThreadLink
from tests.store.killing import fork, wait_until_alone

MOMENTS = 30
EARLIEST, LATEST = 0.005, 0.3  # seconds after the first run was said to be finished
AT_ONCE = 5
PATIENCE = 60.0  # seconds
OWNER = "ann"


class SlowLink(ThreadLink):
    """Its workers take a moment for each training, so that something is always under way."""

    def _work(self, ticket, job):
        threading.Event().wait(random.random() * 0.03)
        super()._work(ticket, job)


class Server:
    """An engine as a server has it; `say` puts down what a visitor is told, before anything else happens."""

    def __init__(self, url, words):
        self.programs = []
        supervisor.Program = self._program
        supervisor.Link = lambda _address, post: SlowLink(post)
        self.engine = Engine(Patience(pause=0.0, steady=0.0), RunStore(url))
        self._words = os.open(words, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def _program(self):
        self.programs.append(NoProgram())
        return self.programs[-1]

    def kill_engine(self):
        if self.programs:
            self.programs[-1].alive = False

    def say(self, state, name):
        os.write(self._words, f"{state} {name}\n".encode())


def serve(url, words, turn, pipe):
    """Train one run after another, some at once; on every other turn the engine program dies again and again."""
    server, going, number = Server(url, words), {}, 0
    chance = random.Random(turn)
    while True:
        while len(going) < AT_ONCE:
            number += 1
            name = server.engine.submit(small_job(seed=1000 * turn + number), OWNER)
            going[name] = number
            server.say("asked", name)
        for name in [name for name in going if server.engine.status(name).ended]:
            state = server.engine.status(name).state
            server.say(state.value, name)
            if state is State.FINISHED and pipe is not None:
                os.write(pipe, b".")
                pipe = None
            del going[name]
        if turn % 2 and pipe is None and chance.random() < 0.05:
            server.kill_engine()
        threading.Event().wait(0.002)


def start_again(url, words, name, _pipe):
    """What one click does in the server's next life; ends well once the run is finished."""
    engine = Server(url, words).engine
    found = engine.find(short_name(name))
    assert found.state is State.INTERRUPTED, found.state
    assert found.problem is not None
    assert engine.submit(found.job, OWNER) == name
    while not engine.status(name).ended:
        threading.Event().wait(0.002)
    assert engine.status(name).state is State.FINISHED
    engine.close()
    os._exit(0)


def kill_one(url, words, turn, moment):
    child, pipe = fork(lambda pipe: serve(url, words, turn, pipe))
    assert select.select([pipe], [], [], PATIENCE)[0], "The server says nothing."
    assert os.read(pipe, 1), "The server ended by itself."
    assert not select.select([pipe], [], [], moment)[0], "The server ended by itself."
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(pipe)


def look(url, words, known):
    """What the database holds after a kill, by name; `known` are the names of earlier turns."""
    said = {}
    for line in words.read_text().splitlines():
        state, name = line.split()
        said.setdefault(state, set()).add(name)
    store = RunStore(url)
    page = store.find(Query(OWNER, limit=1_000_000))
    stages = {line.name: line.stage for line in page.lines}
    assert len(stages) == len(page.lines) == page.count, "A run is counted twice."
    assert known <= stages.keys(), "A run of an earlier life is gone."
    assert stages.keys() <= known | said["asked"], "There is a run that nobody asked for."
    assert set(stages.values()) <= {Stage.FINISHED, Stage.INTERRUPTED}, set(stages.values())
    for name in said["finished"]:
        assert stages[name] is Stage.FINISHED, f"{name} was said to be finished, and is {stages[name]}."
        stored = store.load(name)
        assert stored.run is not None
        assert stored.run.key == stored.line.spec.key(stored.data)
    store.close()
    return stages


def main(url, seed):
    chance, seen, known = random.Random(seed), Counter(), set()
    RunStore(url).close()
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(MOMENTS):
            words = Path(folder) / f"words{turn}"
            kill_one(url, words, turn, EARLIEST * (LATEST / EARLIEST) ** chance.random())
            wait_until_alone(url)
            stages = look(url, words, known)
            seen += Counter(stages[name].value for name in stages.keys() - known)
            known = set(stages)
            interrupted = sorted(name for name, stage in stages.items() if stage is Stage.INTERRUPTED)
            if interrupted:
                child, pipe = fork(partial(start_again, url, words, interrupted[0]))
                os.close(pipe)
                assert os.waitpid(child, 0)[1] == 0, "An interrupted run could not be started again."
                seen["started again"] += 1
    return dict(seen)


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
