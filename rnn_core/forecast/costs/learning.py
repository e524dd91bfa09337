"""Learning what trainings take, from those of the past, in a thread of its own. Law: asking never waits, nor fails."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from rnn_core.errors import StoreError
from rnn_core.forecast.costs.experience import Experience, inexperienced, learn
from rnn_core.forecast.costs.speed import costs_at, recall_speed, speed_file
from rnn_core.forecast.costs.work import Timing


class Learning:
    """The experience of so many `workers`, whose trainings `read` tells as often as there are new ones."""

    def __init__(self, read: Callable[[], Sequence[Timing]], workers: int) -> None:
        self._read, self._workers = read, workers
        self._since = datetime.now(UTC)
        self._seen: object = None
        self._timings: Sequence[Timing] = ()
        self._experience = inexperienced()
        self._thread: threading.Thread | None = None

    def experience(self, finished: int) -> Experience:
        """What has been learnt so far; more is learnt meanwhile where the number of `finished` runs has changed."""
        seen = (finished, _changed())
        if seen != self._seen and (self._thread is None or not self._thread.is_alive()):
            self._seen = seen
            self._thread = threading.Thread(target=self._learn, name="rnn-costs", daemon=True)
            self._thread.start()
        return self._experience

    def wait(self) -> None:
        """Until what is being learnt has been."""
        if self._thread is not None:
            self._thread.join()

    def _learn(self) -> None:
        known = costs_at(recall_speed())
        try:
            self._timings = self._read()
        except StoreError:
            self._seen = None  # asked again; that the database is gone, the page says elsewhere
        self._experience = learn(self._timings, known, workers=self._workers, since=self._since)


def _changed() -> float | None:
    """When the speed of this machine was last measured."""
    try:
        return speed_file().stat().st_mtime
    except OSError:
        return None
