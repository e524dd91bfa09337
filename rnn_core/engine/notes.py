"""Notes: what is to be put down of runs, while it waits for the store. Pure but for the timer of a result."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from rnn_core.engine.task import Task
from rnn_core.store import RunStore

Write = Callable[[RunStore], None]

# About what a note holds beside its arrays.
_BYTES = 2_000


@dataclass(eq=False)
class Note:
    """Something to put down of the run `name`, which holds about `nbytes`.

    `then` is called once: when it is done, has failed, or has taken too long. `refused` is when the store, which
    otherwise answered, first refused it.
    """

    name: str
    write: Write
    nbytes: int = _BYTES
    brings_result: bool = False
    then: Callable[[], None] | None = None
    refused: float | None = None
    tried: bool = False

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def wait_at_most(self, seconds: float, late: Callable[[], None]) -> None:
        """Let go after so long by itself; `late` is called first."""

        def expire() -> None:
            if self.then is not None:
                late()
            self.let_go()

        self._timer = threading.Timer(seconds, expire)
        self._timer.daemon = True
        self._timer.start()

    def let_go(self) -> None:
        """Nobody waits for this note any longer."""
        with self._lock:
            then, self.then = self.then, None
        if self._timer is not None:
            self._timer.cancel()
        if then is not None:
            then()


def size_of(job: Task) -> int:
    """About how much memory a note holds that may have to begin `job`."""
    return _BYTES + job.nbytes


def without_oldest_runs(notes: list[Note], most: int) -> list[Note]:
    """The notes of the newest runs that hold at most `most` bytes, in their order; a run's notes go together."""
    sizes: dict[str, int] = {}
    for note in notes:
        sizes[note.name] = sizes.get(note.name, 0) + note.nbytes
    total = sum(sizes.values())
    dropped = set()
    for name, size in sizes.items():
        if total <= most:
            break
        dropped.add(name)
        total -= size
    return [note for note in notes if note.name not in dropped]
