"""Keeper: the one thread that writes to the store, in the order in which things happened.

Law: a database that is slow or gone holds up nobody; what it did not take is tried again with the next write.
"""

import logging
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from rnn_core.engine.job import Job
from rnn_core.engine.problems import store_failed
from rnn_core.engine.status import State, Status
from rnn_core.errors import StoreError
from rnn_core.forecast.run import Run
from rnn_core.store import RunStore, Stage
from rnn_core.words import Sentence

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_TENDINGS = 10.0
# So often a store that answers otherwise may refuse one note, some five minutes in all.
_MOST_REFUSALS = 30
# What waits for a store that does not answer is held in memory.
_MOST_WAITING = 300

_STAGES = {State.STOPPED: Stage.STOPPED, State.FAILED: Stage.FAILED, State.INTERRUPTED: Stage.INTERRUPTED}

Write = Callable[[RunStore], None]


def _nothing() -> None:
    pass


class _Note:
    """Something to put down of the run `name`; `then` is called once, when that is done or has failed."""

    def __init__(self, name: str, write: Write, then: Callable[[], None]) -> None:
        self.name, self.write, self._then = name, write, then
        self.refusals = 0

    def let_go(self) -> None:
        """Nobody waits for this note any longer."""
        then, self._then = self._then, _nothing
        then()


class Keeper:
    """Writes to `store`, if there is one, and tends it; `trouble` says why runs are not kept at the moment."""

    def __init__(self, store: RunStore | None) -> None:
        self._store = store
        self._notes: SimpleQueue[_Note | None] = SimpleQueue()
        self._waiting: list[_Note] = []
        self._tend_at = 0.0
        self.trouble: Sentence | None = None
        self._thread: threading.Thread | None = None
        if store is not None:
            self._thread = threading.Thread(target=self._run, args=(store,), name="rnn-keeper", daemon=True)
            self._thread.start()

    def begin(self, name: str, job: Job, owner: str) -> None:
        """Put down that `owner` asked for the run `name`."""
        self._put(name, lambda store: store.begin(name, job.spec, job.series, owner))

    def end(self, status: Status) -> None:
        """Put down that a training ended without a result."""
        stage = _STAGES[status.state]
        self._put(status.key, lambda store: store.end(status.key, stage, status.problem))

    def finish(self, name: str, run: Run, then: Callable[[], None]) -> None:
        """Put down `run`; `then` is called when it has been, or could not be, from another thread."""
        self._put(name, lambda store: store.finish(name, run), then)

    def close(self, seconds: float) -> None:
        """Write what is left, within `seconds`. Safe to call twice."""
        if self._thread is None:
            return
        self._notes.put(None)
        self._thread.join(seconds)
        if self._thread.is_alive() or self._waiting:
            logger.error("The database of runs did not take everything before the end")

    def _put(self, name: str, write: Write, then: Callable[[], None] = _nothing) -> None:
        if self._store is None:
            then()
        else:
            self._notes.put(_Note(name, write, then))

    def _run(self, store: RunStore) -> None:
        going = True
        while going:
            going = self._collect()
            self._write_all(store)
            answers = time.monotonic() < self._tend_at or self._tend(store)
            if answers and not self._waiting:
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

    def _write_all(self, store: RunStore) -> None:
        """Put down what waits; what the store does not take waits on, and behind it all else of the same run."""
        stuck: set[str] = set()
        answers, left = True, []
        for note in self._waiting:
            if not answers or note.name in stuck:
                left.append(note)
            elif not self._try(note.write, store):
                stuck.add(note.name)
                left.append(note)
                # A store that answers otherwise does not take this one note.
                answers = self._tend(store)
                note.refusals += answers
            note.let_go()
        self._waiting = _still_worth_it(left)

    def _tend(self, store: RunStore) -> bool:
        """Whether the store answers."""
        answers = self._try(lambda held: held.tend(), store)
        self._tend_at = time.monotonic() + _SECONDS_BETWEEN_TENDINGS
        return answers

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


def _still_worth_it(notes: list[_Note]) -> list[_Note]:
    """Without those that the store will never take, and not more than memory should hold."""
    kept = [note for note in notes if note.refusals < _MOST_REFUSALS][-_MOST_WAITING:]
    for note in notes:
        if note not in kept:
            logger.error("The run %s is not kept: the database did not take it", note.name)
    return kept
