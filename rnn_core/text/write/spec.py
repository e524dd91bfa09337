"""WriteSpec: everything that decides one character model except its text. Every bound and default stands here alone."""

import hashlib
import json
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Le

from rnn_core.cells import CellName
from rnn_core.spec import Spec
from rnn_core.text.passage import Passage

Schedule = Literal["constant", "cosine"]
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)


class WriteSpec(Spec):
    """One network that learns to say which character comes next.

    Each character becomes `embedding` numbers, which `layers` recurrent layers of `units` read. The text is read in
    `batch_size` places at once, from each on without a break; a gradient goes back over `window` characters at most.
    `schedule` says whether the learning rate stays or falls along half a cosine to nought (Loshchilov and Hutter 2017).
    `kept_back` is the share at the end of the text that is never learnt from, `most_symbols` how many different
    characters are told apart, `clip_norm` the longest gradient (0: any).
    """

    kind: Literal["write"] = "write"

    cell: CellName = "GRU"
    units: Annotated[int, Ge(4), Le(512)] = 128
    layers: Annotated[int, Ge(1), Le(3)] = 1
    embedding: Annotated[int, Ge(2), Le(256)] = 32
    dropout: Annotated[float, Ge(0.0), Le(0.8)] = 0.0

    window: Annotated[int, Ge(4), Le(256)] = 64
    batch_size: Annotated[int, Ge(1), Le(128)] = 16
    epochs: Annotated[int, Ge(1), Le(200)] = 8
    learning_rate: Annotated[float, Ge(0.00001), Le(0.1)] = 0.01
    schedule: Schedule = "cosine"
    clip_norm: Annotated[float, Ge(0.0), Le(100.0)] = 1.0
    seed: Annotated[int, Ge(0), Le(2_147_483_647)] = 1

    kept_back: Annotated[float, Ge(0.02), Le(0.5)] = 0.1
    most_symbols: Annotated[int, Ge(10), Le(6000)] = 2000

    def key(self, passage: Passage) -> str:
        """sha256 of the whole spec and of the text: the same key, the same numbers."""
        settings = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(f"{settings}\n{passage.fingerprint}".encode()).hexdigest()
