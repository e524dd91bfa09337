"""Entry: one submitted training as the registry holds it, and what is asked of such. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rnn_core.engine.status import AnyStatus, State


@dataclass(frozen=True)
class Entry:
    """One submitted training; `ticket` names this one attempt, so that nothing of an earlier one is mistaken for it.

    `trained`: its result came from a worker of this server, so that it may answer others who ask for the same. What
    somebody brought along might have been made up.
    """

    status: AnyStatus
    owner: str
    ticket: str
    trained: bool = False

    def is_of(self, owner: str | None) -> bool:
        """Whether it is this owner's; None stands for anybody."""
        return owner is None or self.owner == owner

    def serves(self, *, again: bool) -> bool:
        """Whether it is under way, or has finished and need not be done again."""
        return not self.status.ended or (self.status.state is State.FINISHED and not again)

    def answers(self, key: str) -> bool:
        """Whether it has the result of the job `key` for anybody who asks."""
        return self.trained and self.status.state is State.FINISHED and self.status.job.key == key

    def yields_to(self, found: AnyStatus) -> bool:
        """Whether `found` got to its end, and this one ended before its own."""
        ended_early = self.status.ended and self.status.state is not State.FINISHED
        return ended_early and found.state is State.FINISHED


def too_old(ended: Sequence[AnyStatus], keep: int, keep_bytes: int) -> Sequence[AnyStatus]:
    """All but the last, so that `keep` are left, or as many as hold `keep_bytes`; one in any case."""
    room = list(accumulate(status.nbytes for status in reversed(ended)))
    return ended[: -max(1, min(keep, bisect_right(room, keep_bytes)))]
