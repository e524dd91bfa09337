"""The jobs of work with text: a spec and what it learns from. Pure: same job, same result, on any worker."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rnn_core.engine.status import Status
from rnn_core.learning.events import EpochDone
from rnn_core.text.examples import Examples
from rnn_core.text.made_data import MADE_DATA, MadeData
from rnn_core.text.passage import Passage
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.write.result import Written
from rnn_core.text.write.spec import WriteSpec


@dataclass(frozen=True)
class _OnTexts:
    """A spec and the texts that it learns from."""

    spec: Any
    data: Any

    @cached_property
    def key(self) -> str:
        """The name of the run that comes of it."""
        name: str = self.spec.key(self.data)
        return name

    @property
    def material(self) -> tuple[Any, ...]:
        """What its trainer is given."""
        return self.spec, self.data

    @property
    def nbytes(self) -> int:
        """About how much memory the texts hold."""
        held: int = self.data.nbytes
        return held


@dataclass(frozen=True)
class WriteJob(_OnTexts):
    """One character model that is to learn from a passage."""

    spec: WriteSpec
    data: Passage


@dataclass(frozen=True)
class SentimentJob(_OnTexts):
    """One judge of texts that is to learn from examples."""

    spec: SentimentSpec
    data: Examples


@dataclass(frozen=True)
class RewriteJob:
    """One encoder and decoder that are to learn a task, which makes its own data."""

    spec: RewriteSpec
    data: MadeData = MADE_DATA

    @cached_property
    def key(self) -> str:
        """The name of the run that comes of it."""
        return self.spec.key()

    @property
    def material(self) -> tuple[Any, ...]:
        """What its trainer is given."""
        return (self.spec,)

    @property
    def nbytes(self) -> int:
        """It brings no data along."""
        return 0


WriteStatus = Status[WriteJob, Written, EpochDone]
SentimentStatus = Status[SentimentJob, Judged, EpochDone]
RewriteStatus = Status[RewriteJob, Rewritten, EpochDone]
