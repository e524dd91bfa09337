"""Keeper: the one thread that writes to the store, in the order in which things happened.

Law: a database that is slow or gone holds up nobody; what it did not take is tried again every few seconds.
"""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue

from rnn_core.engine.jobs import KeptTask, is_kept
from rnn_core.engine.notes import Note, Write, size_of, without_oldest_runs
from rnn_core.engine.problems import STORE_SLOW, store_failed
from rnn_core.engine.status import AnyStatus, State
from rnn_core.engine.task import Outcome, Task
from rnn_core.errors import StoreError
from rnn_core.store import RunStore, Stage
from rnn_core.words import Sentence

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_TENDINGS = 10.0
# So long a store that answers otherwise may refuse what it is told of one run.
_SECONDS_OF_REFUSAL = 300.0
# After so long a result is shown, though it is not put down yet.
_SECONDS_FOR_A_RESULT = 5.0
# What waits for a store that does not answer is held in memory.
_MOST_BYTES = 500_000_000

_STAGES = {State.STOPPED: Stage.STOPPED, State.FAILED: Stage.FAILED, State.INTERRUPTED: Stage.INTERRUPTED}


class Keeper:
    """Writes to `store`, if there is one, and tends it; `trouble` says why runs are not kept at the moment.

    Once a result was given up there is trouble until the store has taken another one.
    """

    def __init__(self, store: RunStore | None) -> None:
        self._store = store
        self._notes: SimpleQueue[Note | None] = SimpleQueue()
        self._waiting: list[Note] = []
        self._tend_at = 0.0
        self._answers = True
        self._lost = False
        self._unkept: set[str] = set()
        self.trouble: Sentence | None = None
        self._thread: threading.Thread | None = None
        if store is not None:
            self._thread = threading.Thread(target=self._run, args=(store,), name="rnn-keeper", daemon=True)
            self._thread.start()

    def begin(self, name: str, job: Task, owner: str) -> None:
        """Put down that `owner` asked for the run `name`."""
        if is_kept(job):
            self._put(Note(name, partial(_begin, name=name, job=job, owner=owner), size_of(job)))

    def end(self, status: AnyStatus) -> None:
        """Put down that a training ended without a result."""
        if not is_kept(status.job):
            return
        stage = _STAGES[status.state]
        self._put(Note(status.key, lambda store: store.end(status.key, stage, status.problem)))

    def finish(self, name: str, job: Task, owner: str, run: Outcome, then: Callable[[], None]) -> None:
        """Put down `run`; `then` is called when it has been, could not be, takes too long, or need not be.

        It may be called at once, or from another thread.
        """
        if not is_kept(job):
            then()
            return
        write = partial(_finish, name=name, job=job, owner=owner, run=run)
        note = Note(name, write, size_of(job) + run.nbytes, brings_result=True, then=then)
        if self._store is not None:
            self._unkept.add(name)
            note.wait_at_most(_SECONDS_FOR_A_RESULT, lambda: self._say(STORE_SLOW))
        self._put(note)

    def copy(self, status: AnyStatus, owner: str) -> None:
        """Put down what a training of somebody else has found for `owner`, too; nobody need wait for that."""
        name, job, run = status.key, status.job, status.run
        if not is_kept(job) or run is None:
            return
        if self._store is not None:
            self._unkept.add(name)
        write = partial(_save, run=run, job=job, owner=owner)
        self._put(Note(name, write, size_of(job) + run.nbytes, brings_result=True))

    def holds(self, name: str) -> bool:
        """Whether the result of the run `name` is nowhere but in memory."""
        return name in self._unkept

    def close(self, seconds: float) -> None:
        """Write what is left, within `seconds`. Safe to call twice."""
        if self._thread is None:
            return
        self._notes.put(None)
        self._thread.join(seconds)
        if self._thread.is_alive() or self._waiting:
            logger.error("The database of runs did not take everything before the end")

    def _put(self, note: Note) -> None:
        if self._store is None:
            note.let_go()
        else:
            self._notes.put(note)

    def _run(self, store: RunStore) -> None:
        going = True
        while going:
            going = self._collect()
            again = not going or time.monotonic() >= self._tend_at
            if again:
                self._answers = self._tend(store)
                self._tend_at = time.monotonic() + _SECONDS_BETWEEN_TENDINGS
            self._write_all(store, again=again)
            if self._answers and not self._waiting and not self._lost:
                self.trouble = None

    def _collect(self) -> bool:
        """Wait for notes, or until it is time to tend the store; False at the end."""
        try:
            note = self._notes.get(timeout=max(0.0, self._tend_at - time.monotonic()))
            while note is not None:
                self._waiting.append(note)
                note = self._notes.get_nowait()
        except Empty:
            return True
        return False

    def _write_all(self, store: RunStore, *, again: bool) -> None:
        """Put down what waits; what the store does not take waits on, and behind it all else of the same run.

        What it has refused before is only tried again where that is asked for.
        """
        stuck: set[str] = set()
        left = []
        for note in self._waiting:
            tries = self._answers and note.name not in stuck and (again or not note.tried)
            if not tries or not self._write(note, store):
                stuck.add(note.name)
                left.append(note)
            note.let_go()
        self._waiting = self._worth_it(left)

    def _write(self, note: Note, store: RunStore) -> bool:
        """Whether the store took it; one that does not answer at all is not asked again before its next tending."""
        note.tried = True
        if self._try(note.write, store):
            if note.brings_result:
                self._lost = False
                self._unkept.discard(note.name)
            return True
        self._answers = self._tend(store)
        if self._answers and note.refused is None:
            note.refused = time.monotonic()
        return False

    def _worth_it(self, notes: list[Note]) -> list[Note]:
        """Without the runs that the store will never take, and not more than memory should hold."""
        latest = time.monotonic() - _SECONDS_OF_REFUSAL
        refused = {note.name for note in notes if note.refused is not None and note.refused <= latest}
        kept = without_oldest_runs([note for note in notes if note.name not in refused], _MOST_BYTES)
        names = {note.name for note in kept}
        for name in dict.fromkeys(note.name for note in notes if note.name not in names):
            logger.error("The run %s is not kept: the database did not take it", name)
            self._lost = True
        return kept

    def _tend(self, store: RunStore) -> bool:
        """Whether the store answers."""
        return self._try(lambda held: held.tend(), store)

    def _try(self, write: Write, store: RunStore) -> bool:
        """Whether the store took it; else there is trouble."""
        try:
            write(store)
        except StoreError as error:
            self._say(error.sentence)
        except Exception as error:  # noqa: BLE001
            # Whatever a database may come up with: without this thread nothing more would be kept at all.
            self._say(store_failed(error), error)
        else:
            return True
        return False

    def _say(self, problem: Sentence, unknown: Exception | None = None) -> None:
        """There is trouble; said in the log once, not at every try."""
        if self.trouble != problem:
            logger.error("Runs are not kept at the moment: %s", problem, exc_info=unknown)
        self.trouble = problem


def _save(store: RunStore, *, run: Outcome, job: KeptTask, owner: str) -> None:
    store.save(run, job.data, owner)


def _begin(store: RunStore, *, name: str, job: KeptTask, owner: str) -> None:
    store.begin(name, job.spec, job.data, owner)


def _finish(store: RunStore, *, name: str, job: KeptTask, owner: str, run: Outcome) -> None:
    """Put down `run`, also where its beginning never was."""
    try:
        store.finish(name, run)
    except StoreError as error:
        if error.code != "unknown_run":
            raise
        store.begin(name, job.spec, job.data, owner)
        store.finish(name, run)
