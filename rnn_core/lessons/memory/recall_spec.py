"""RecallSpec: everything that decides one training of the memory task. Every bound and default stands here alone."""

import hashlib
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, field_validator

from rnn_core.cells import require_cell

Start = Literal["long", "usual"]
STARTS: tuple[Start, ...] = get_args(Start)

# Training steps between two looks at how it goes.
STEPS_A_ROUND = 20
BATCH = 32


class RecallSpec(BaseModel):
    """One network of `cell` with `units` that is to tell the first symbol after `distance` steps of noise.

    It learns for `epochs` rounds of `STEPS_A_ROUND` batches at most, of `BATCH` fresh sequences each, by Adam at
    `learning_rate`. `start` says with which weights it begins (see `recall_start.py`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["recall"] = "recall"

    cell: str = "LSTM"
    distance: Annotated[int, Ge(2), Le(60)] = 40
    start: Start = "long"
    seed: Annotated[int, Ge(0), Le(9_999)] = 1
    units: Annotated[int, Ge(1), Le(128)] = 32
    learning_rate: Annotated[float, Ge(0.00001), Le(1.0)] = 0.003
    epochs: Annotated[int, Ge(1), Le(200)] = 50

    @field_validator("cell")
    @classmethod
    def _cell_is_registered(cls, name: str) -> str:
        require_cell(name)
        return name

    @property
    def key(self) -> str:
        """sha256 of all of it: the same key, the same numbers."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @property
    def most_steps(self) -> int:
        """Training steps after which it gives up."""
        return self.epochs * STEPS_A_ROUND


def bounds(name: str) -> tuple[int, int]:
    """Smallest and largest allowed value of a whole number.

    >>> bounds("distance")
    (2, 60)
    """
    rules = RecallSpec.model_fields[name].metadata
    low = next(rule.ge for rule in rules if isinstance(rule, Ge))
    high = next(rule.le for rule in rules if isinstance(rule, Le))
    return int(str(low)), int(str(high))
