"""FairQueue: who trains next when all workers are busy. Pure: no Dask, no clock, no lock."""

from collections import deque
from itertools import chain, zip_longest

from rnn_core.errors import EngineError


class FairQueue:
    """Tickets that wait, one line an owner; the lines take turns, so nobody waits for all of another's trainings."""

    def __init__(self, *, per_owner: int = 30, in_all: int = 120) -> None:
        self._per_owner = per_owner
        self._in_all = in_all
        # The order of the owners is the order of their turns.
        self._lines: dict[str, deque[str]] = {}

    def __len__(self) -> int:
        return sum(len(line) for line in self._lines.values())

    def push(self, ticket: str, owner: str) -> None:
        """Let `ticket` wait at the end of its owner's line.

        Raises:
            EngineError: the owner, or all owners together, have too many waiting.
        """
        self.check_room(1, owner)
        self._lines.setdefault(owner, deque()).append(ticket)

    def check_room(self, count: int, owner: str) -> None:
        """Make sure that `count` more of this owner may wait.

        Raises:
            EngineError: the owner, or all owners together, would have too many waiting.
        """
        if count > 0:
            self._refuse_full_queue(count)
            self._refuse_full_line(count, owner)

    def put_back(self, ticket: str, owner: str) -> None:
        """Let a ticket that was popped, but could not begin, wait at the head of the whole queue."""
        line = self._lines.pop(owner, deque())
        line.appendleft(ticket)
        self._lines = {owner: line, **self._lines}

    def pop(self) -> str | None:
        """Take the next ticket; its owner's next one waits until the other owners had their turn."""
        if not self._lines:
            return None
        owner = next(iter(self._lines))
        line = self._lines.pop(owner)
        ticket = line.popleft()
        if line:
            self._lines[owner] = line
        return ticket

    def remove(self, ticket: str) -> bool:
        """Take `ticket` out of the queue; False if it was not waiting."""
        owner = next((owner for owner, line in self._lines.items() if ticket in line), None)
        if owner is None:
            return False
        self._lines[owner].remove(ticket)
        if not self._lines[owner]:
            del self._lines[owner]
        return True

    def order(self) -> list[str]:
        """All waiting tickets, the next one first."""
        rounds = zip_longest(*self._lines.values())
        return [ticket for ticket in chain.from_iterable(rounds) if ticket is not None]

    def position(self, ticket: str) -> int:
        """Place in the queue, counted from 1; 0 if `ticket` is not waiting."""
        waiting = self.order()
        return waiting.index(ticket) + 1 if ticket in waiting else 0

    def _refuse_full_queue(self, count: int) -> None:
        if len(self) + count > self._in_all:
            raise EngineError(
                "queue_full",
                "The queue holds at most {most} trainings, and {waiting} are waiting. Try again when one has ended.",
                most=self._in_all,
                waiting=len(self),
            )

    def _refuse_full_line(self, count: int, owner: str) -> None:
        waiting = len(self._lines.get(owner, ()))
        if waiting + count > self._per_owner:
            raise EngineError(
                "too_many_yours",
                "One visitor may have at most {most} trainings waiting, and {waiting} of yours are. "
                "Wait for one of them, or stop one.",
                most=self._per_owner,
                waiting=waiting,
            )
