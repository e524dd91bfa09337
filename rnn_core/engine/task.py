"""Task: what the engine asks of anything that a worker is to do, and of what comes of it. Pure: protocols alone.

A new kind of work is a spec with a `kind`, a task that carries it, a line in `TRAINERS` (`work.py`), and where it tells
of its progress in its own way, an event in `AnyEvent` (`messages.py`) that `progress.fold` knows. Those in `JOBS`
(`jobs.py`) are kept in the store and found again in later lives; all others are forgotten with the server.
"""

from collections.abc import Sequence
from typing import Any, Protocol


class Spec(Protocol):
    """The settings of one training: what `kind` it is, of which `cell`, and how many `epochs` it takes at most."""

    @property
    def kind(self) -> str:
        """What kind of work it is, see `TRAINERS`."""

    @property
    def cell(self) -> str:
        """The cell that is trained."""

    @property
    def epochs(self) -> int:
        """How many epochs it takes at most."""


class Task(Protocol):
    """One training to do.

    `key`: the same key, the same numbers, whoever asks. `material` is what its trainer is given, spec first; `nbytes`
    about how much memory it holds.
    """

    @property
    def spec(self) -> Spec:
        """Its settings."""

    @property
    def key(self) -> str:
        """The same key, the same numbers, whoever asks."""

    @property
    def material(self) -> tuple[Any, ...]:
        """What its trainer is given, the spec first."""

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""


class Milestone(Protocol):
    """Epoch `epoch` (counted from 1) ended, `seconds` after training began."""

    @property
    def epoch(self) -> int:
        """Which one, counted from 1."""

    @property
    def seconds(self) -> float:
        """Time since training began."""


class Outcome(Protocol):
    """What a training came to, whole or cut short (`stopped`) by a person."""

    @property
    def history(self) -> Sequence[Milestone]:
        """What was told on the way."""

    @property
    def seconds(self) -> float:
        """Time since training began."""

    @property
    def stopped(self) -> bool:
        """Whether a person cut it short."""

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
