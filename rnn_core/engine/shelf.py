"""Shelf: reading from the store, so that a run of an earlier life of the server is shown as if it had just ended."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from rnn_core.engine import progress
from rnn_core.engine.jobs import job_of
from rnn_core.engine.problems import NOT_LOOKED_UP, TRAINED_ELSEWHERE
from rnn_core.engine.status import AnyStatus, State, Status
from rnn_core.engine.task import Outcome
from rnn_core.errors import RecordError, StoreError
from rnn_core.store import RunStore, Stage, StoredRun
from rnn_core.store.servers import INTERRUPTED
from rnn_core.words import Sentence

logger = logging.getLogger(__name__)

# A page asks again at every click; a database that is gone must not hold it up each time.
_SECONDS_AFTER_FAILURE = 15.0
# What another server trains is read anew after this while.
_SECONDS_TO_BELIEVE = 5.0

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Found:
    """A run from the store; it `lasts` unless another server is still at it."""

    status: AnyStatus
    owner: str
    lasts: bool = True


class Shelf:
    """The runs in `store`, if there is one."""

    def __init__(self, store: RunStore | None) -> None:
        self._store = store
        self._silent_until = 0.0
        self._elsewhere: dict[str, tuple[float, Found]] = {}

    @property
    def trouble(self) -> Sentence | None:
        """Why earlier runs are not found at the moment; None if all is well, or may be."""
        return NOT_LOOKED_UP if time.monotonic() < self._silent_until else None

    def finished(self, name: str) -> Found | None:
        """The run `name` if it has been trained to its end."""
        line = self._ask(lambda store: store.line(name))
        # Not what was found some seconds ago: another server may have finished it since.
        return self._load(name) if line is not None and line.stage is Stage.FINISHED else None

    def answer(self, key: str, kind: str) -> Outcome | None:
        """What a worker has found for anybody who asked for the job `key` of `kind`."""
        return self._ask(lambda store: store.answer(key, kind))

    def lacks(self, name: str) -> bool:
        """Whether the store has no run `name`, or no longer; False where that cannot be told."""
        # What does not answer says nothing either way.
        present = self._ask(lambda store: "no" if store.line(name) is None else "yes")
        return present == "no"

    def find(self, short: str) -> Found | None:
        """The run that `short` stands for, however far it got."""
        name = self._ask(lambda store: store.name_of(short))
        if name is None:
            return None
        return self._believed(name) or self._load(name)

    def _believed(self, name: str) -> Found | None:
        """What was found a moment ago of a run that another server is at."""
        # Other threads may put another dictionary in its place meanwhile.
        oldest, seen = time.monotonic() - _SECONDS_TO_BELIEVE, self._elsewhere.get(name)
        return seen[1] if seen is not None and seen[0] > oldest else None

    def _load(self, name: str) -> Found | None:
        stored = self._ask(lambda store: store.load(name))
        if stored is None:
            return None
        found = Found(status_of(stored), stored.owner, stored.line.stage is not Stage.UNFINISHED)
        if not found.lasts:
            now = time.monotonic()
            young = {key: seen for key, seen in self._elsewhere.items() if now - seen[0] < _SECONDS_TO_BELIEVE}
            self._elsewhere = young | {name: (now, found)}
        return found

    def _ask(self, question: Callable[[RunStore], Answer | None]) -> Answer | None:
        if self._store is None or time.monotonic() < self._silent_until:
            return None
        try:
            answer = question(self._store)
        except RecordError as error:
            logger.error("A run cannot be read: %s", error)
            return None
        except StoreError as error:
            logger.error("Runs cannot be looked up at the moment: %s", error)
            self._silent_until = time.monotonic() + _SECONDS_AFTER_FAILURE
            return None
        return answer


def status_of(stored: StoredRun) -> AnyStatus:
    """What was kept of a run, as the status of a training that has ended."""
    status = Status(stored.line.name, job_of(stored.line.spec, stored.data), State.QUEUED)
    if stored.run is not None:
        return progress.finish(status, stored.run)
    match stored.line.stage:
        case Stage.STOPPED:
            return progress.give_up(status, stored.problem)
        case Stage.FAILED if stored.problem is not None:
            return progress.fail(status, stored.problem)
        case Stage.UNFINISHED:
            return progress.interrupt(status, TRAINED_ELSEWHERE)
    return progress.interrupt(status, stored.problem or INTERRUPTED)
