"""Entries: all submitted trainings by name, those under way and the newest of the ended ones. Locked by who holds them.

Law: the ended ones stand in the order in which they ended, and of each kind `keep` stay, or what `keep_bytes` hold.
"""

from rnn_core.engine.answer import find_answer
from rnn_core.engine.entry import Entry, too_old
from rnn_core.engine.task import Outcome
from rnn_core.store.names import is_short_for


class Entries:
    """Entries by the names of their runs."""

    def __init__(self, keep: int, keep_bytes: int) -> None:
        self._keep, self._keep_bytes = keep, keep_bytes
        self._held: dict[str, Entry] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._held

    def __getitem__(self, name: str) -> Entry:
        return self._held[name]

    def get(self, name: str) -> Entry | None:
        """The entry called `name`, if there is one."""
        return self._held.get(name)

    def find(self, short: str) -> Entry | None:
        """The entry that `short` stands for."""
        return next((entry for name, entry in self._held.items() if is_short_for(short, name)), None)

    def answer(self, key: str) -> Outcome | None:
        """What a worker has found for anybody who asked for the job `key`."""
        return find_answer(self._held.values(), key)

    def replace(self, entry: Entry) -> None:
        """Put `entry` in the place of the one of its name."""
        self._held[entry.status.key] = entry

    def add(self, entry: Entry) -> None:
        """Put `entry` last, also where one of its name stood before; ended ones that are too many are forgotten."""
        self._held.pop(entry.status.key, None)
        self._held[entry.status.key] = entry
        if entry.status.ended:
            kind = entry.status.job.spec.kind  # many small trainings of one kind do not push out those of another
            alike = (one.status for one in self._held.values() if one.status.job.spec.kind == kind)
            ended = [status for status in alike if status.ended]
            for status in too_old(ended, self._keep, self._keep_bytes):
                self.drop(status.key)

    def drop(self, name: str) -> None:
        """Forget the entry called `name`."""
        del self._held[name]
