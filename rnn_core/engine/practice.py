"""Practice: one training of the memory task. Pure; it is in nobody's runs, and ends with the server."""

from dataclasses import dataclass

from rnn_core.engine.status import Status
from rnn_core.lessons.memory.recall_result import Practised, Recalled
from rnn_core.lessons.memory.recall_spec import RecallSpec


@dataclass(frozen=True)
class Practice:
    """One network that is to learn the memory task."""

    spec: RecallSpec

    @property
    def key(self) -> str:
        """The same key, the same numbers."""
        return self.spec.key

    @property
    def material(self) -> tuple[RecallSpec]:
        """What its trainer is given."""
        return (self.spec,)

    @property
    def nbytes(self) -> int:
        """It brings no data along."""
        return 0


PracticeStatus = Status[Practice, Recalled, Practised]
