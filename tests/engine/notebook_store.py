"""A store that is no more than a notebook: what it was told, in order, and how it can be made to fail."""

import threading

from rnn_core.errors import StoreError
from rnn_core.store import RunStore, Stage

GONE = StoreError("store_gone", "The database does not answer.")


class NotebookStore(RunStore):
    """Stands in for a database. `fail` is raised by every method, `refuse` by those about runs of these names, which
    `refused` lists; while `held` is set, nothing is written; runs in `unknown` must be begun before they finish."""

    def __init__(self):
        self.said, self.fail, self.refuse, self.refused, self.unknown = [], None, set(), [], set()
        self.held = threading.Event()
        self.released = threading.Event()
        self.kept = {}

    def _write(self, what, name):
        if self.held.is_set():
            assert self.released.wait(30)
        if self.fail is not None:
            raise self.fail
        if name in self.refuse:
            self.refused.append((what, name))
            raise StoreError("no_room", "There is no room.")
        self.said.append((what, name))

    def begin(self, name, spec, series, owner):  # noqa: ARG002
        self._write("begin", name)
        self.unknown.discard(name)

    def finish(self, name, run):  # noqa: ARG002
        if name in self.unknown:
            raise StoreError("unknown_run", "There is none called {name}.", name=name)
        self._write("finish", name)

    def end(self, name, stage, problem=None):
        self._write(str(stage), name)
        self.kept[name] = (stage, problem)

    def tend(self):
        if self.fail is not None:
            raise self.fail

    def line(self, name, *_):  # noqa: ARG002
        if self.fail is not None:
            raise self.fail

    name_of = load = answer = line

    def save(self, run, series, owner, *, title="", note=""):  # noqa: ARG002
        self._write("save", owner)

    def close(self):
        self.said.append(("close", ""))


def interrupted(store):
    """The names that were put down as interrupted."""
    return [name for stage, name in store.said if stage == Stage.INTERRUPTED]
