"""RecallSpec: everything that decides one training of the memory task. Every bound and default stands here alone."""

import hashlib
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Le

from rnn_core.cells import CellName
from rnn_core.spec import Spec

Start = Literal["long", "usual"]
STARTS: tuple[Start, ...] = get_args(Start)

# Training steps between two looks at how it goes.
STEPS_A_ROUND = 20
BATCH = 32


class RecallSpec(Spec):
    """One network of `cell` with `units` that is to tell the first symbol after `distance` steps of noise.

    It learns for `epochs` rounds of `STEPS_A_ROUND` batches at most, of `BATCH` fresh sequences each, by Adam at
    `learning_rate`. `start` says with which weights it begins (see `recall_start.py`).
    """

    kind: Literal["recall"] = "recall"

    cell: CellName = "LSTM"
    distance: Annotated[int, Ge(2), Le(60)] = 40
    start: Start = "long"
    seed: Annotated[int, Ge(0), Le(9_999)] = 1
    units: Annotated[int, Ge(1), Le(128)] = 32
    learning_rate: Annotated[float, Ge(0.00001), Le(1.0)] = 0.003
    epochs: Annotated[int, Ge(1), Le(200)] = 50

    @property
    def key(self) -> str:
        """sha256 of all of it: the same key, the same numbers."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @property
    def most_steps(self) -> int:
        """Training steps after which it gives up."""
        return self.epochs * STEPS_A_ROUND
