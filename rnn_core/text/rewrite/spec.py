"""RewriteSpec: everything that decides one training of an encoder and a decoder, each bound and default once. Pure."""

import hashlib
import json
from typing import Annotated, Literal

from annotated_types import Ge, Le

from rnn_core.cells import CellName
from rnn_core.spec import Spec
from rnn_core.text.made_data import MADE_DATA, MadeData
from rnn_core.text.rewrite.dates import DATES
from rnn_core.text.rewrite.reversing import LONGEST
from rnn_core.text.rewrite.signs import Signs
from rnn_core.text.rewrite.task import Task
from rnn_core.text.rewrite.tasks import TASKS, TaskName

BATCHES_AN_EPOCH = 50


class RewriteSpec(Spec):
    """One network of `cell` with `units` (each direction of the encoder, and the decoder) that learns `task`.

    It learns for `epochs` of `BATCHES_AN_EPOCH` batches, of `batch_size` fresh questions each, by Adam at a
    `learning_rate` that falls to 0 over them (half a cosine: Loshchilov and Hutter 2017), with gradients no longer than
    `clip_norm` (0: as long as they are). Strings that are learnt have 1 to `longest` letters, where a task's length can
    be chosen. Each letter is known to the network by `embedding`
    numbers. `teacher_forcing` is the share (0 to 1) of letters before which, while it learns, it is told the right
    letter instead of its own.
    """

    kind: Literal["rewrite"] = "rewrite"

    cell: CellName = "GRU"
    task: TaskName = DATES.name
    attention: bool = True
    longest: Annotated[int, Ge(2), Le(LONGEST)] = 12
    units: Annotated[int, Ge(1), Le(256)] = 64
    embedding: Annotated[int, Ge(1), Le(128)] = 32
    teacher_forcing: Annotated[float, Ge(0.0), Le(1.0)] = 1.0
    epochs: Annotated[int, Ge(1), Le(400)] = DATES.epochs
    batch_size: Annotated[int, Ge(1), Le(512)] = 64
    learning_rate: Annotated[float, Ge(0.00001), Le(1.0)] = 0.003
    clip_norm: Annotated[float, Ge(0.0), Le(10.0)] = 1.0
    seed: Annotated[int, Ge(0), Le(2_147_483_647)] = 1

    @property
    def what(self) -> Task:
        """The task itself."""
        return TASKS[self.task]

    @property
    def reads(self) -> Signs:
        """The letters of questions."""
        return Signs(self.what.letters)

    @property
    def writes(self) -> Signs:
        """The letters of answers."""
        return Signs(self.what.answer_letters)

    @property
    def exam(self) -> tuple[object, ...]:
        """What decides the questions of its test: networks that have this in common are asked the same ones."""
        return (self.task, self.longest) if self.what.adjustable else (self.task,)

    def key(self, _data: MadeData = MADE_DATA) -> str:
        """sha256 of all that decides its numbers, its data too; `longest` only where it does anything."""
        idle = set() if self.what.adjustable else {"longest"}
        known = self.model_dump(mode="json", exclude=idle)
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()
