"""Looked: what the tabs of a result are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pages.ui.text.sentiment.names import Named, named
from rnn_core.engine.text_jobs import SentimentStatus
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.result import Judged


@dataclass(frozen=True)
class Looked:
    """Trainings that gave a result, and the `place` of the one that is looked into."""

    statuses: Sequence[SentimentStatus]
    place: int = 0

    @cached_property
    def runs(self) -> tuple[Judged, ...]:
        """All results."""
        return tuple(status.run for status in self.statuses if status.run is not None)

    @cached_property
    def names(self) -> list[Named]:
        """What each is called."""
        return named([run.spec for run in self.runs])

    @property
    def run(self) -> Judged:
        """The result that is looked into."""
        return self.runs[self.place]

    @property
    def name(self) -> Named:
        """What it is called."""
        return self.names[self.place]

    @property
    def examples(self) -> Examples:
        """The texts that it came of."""
        return self.statuses[self.place].job.data
