"""RunStore: runs in a database, by name. Every method is one transaction: after a crash it has happened or it has not.

Safe to use from many threads. A method that takes `owner` touches that owner's runs alone; None means everybody's.
"""

from collections.abc import Sequence
from typing import Any

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series
from rnn_core.store.lines import Query, RunLine, RunsPage, Stage, StoredRun
from rnn_core.words import Sentence


class RunStore:
    """The database at `url`, made or brought up to date where needed.

    Raises:
        StoreError: it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def begin(self, name: str, spec: ForecastSpec, series: Series, owner: str) -> None:
        """Put down that the run `name` was asked for; one of that name starts anew and keeps title, note and pin."""
        raise NotImplementedError

    def finish(self, name: str, run: Run) -> None:
        """Put down the result of a run, whole or stopped."""
        raise NotImplementedError

    def end(self, name: str, stage: Stage, problem: Sentence | None = None) -> None:
        """Put down that a run ended without a result; one that has ended already stays as it is."""
        raise NotImplementedError

    def save(self, run: Run, series: Series, owner: str, *, title: str = "", note: str = "") -> str:
        """Put down a run that was made elsewhere, and give back its name; one of that name is replaced."""
        raise NotImplementedError

    def load(self, name: str) -> StoredRun | None:
        """All of the run `name`; None if there is none, or it was deleted.

        Raises:
            RecordError: what was kept of it is damaged.
        """
        raise NotImplementedError

    def line(self, name: str) -> RunLine | None:
        """The run `name` without its arrays; None if there is none, or it was deleted."""
        raise NotImplementedError

    def name_of(self, short: str) -> str | None:
        """The name that `short` stands for (see `short_name`)."""
        raise NotImplementedError

    def find(self, query: Query) -> RunsPage:
        """The runs that answer `query`, deleted ones left out."""
        raise NotImplementedError

    def series_names(self, owner: str | None) -> tuple[str, ...]:
        """The names of all series with a run, in alphabetical order."""
        raise NotImplementedError

    def change(self, name: str, owner: str | None, **words: Any) -> bool:
        """Set `title`, `note` or `pinned`; False if there is no such run."""
        raise NotImplementedError

    def delete(self, names: Sequence[str], owner: str | None) -> int:
        """Hide runs, and forget them some days later; how many there were."""
        raise NotImplementedError

    def restore(self, names: Sequence[str], owner: str | None) -> int:
        """Bring back runs that were deleted a moment ago; how many there were."""
        raise NotImplementedError

    def tend(self) -> None:
        """To be called every few seconds: say that this server lives, and mark what dead ones left as interrupted."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database; what this server had unfinished is interrupted."""
        raise NotImplementedError
