"""Task: what the engine asks of anything that a worker is to do, and of what comes of it. Pure: protocols alone.

A new kind of work is a spec with a `kind`, a task that carries it, and a line in `TRAINERS` (`work.py`). A `Job` is the
one kind that is kept in the store and found again in later lives; all others are forgotten with the server.
"""

from collections.abc import Sequence
from typing import Any, Protocol


class Spec(Protocol):
    """The settings of one training: what `kind` it is, of which `cell`, and how many `epochs` it takes at most."""

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def cell(self) -> str: ...  # noqa: D102

    @property
    def epochs(self) -> int: ...  # noqa: D102


class Task(Protocol):
    """One training to do.

    `key`: the same key, the same numbers, whoever asks. `material` is what its trainer is given, spec first; `nbytes`
    about how much memory it holds.
    """

    @property
    def spec(self) -> Spec: ...  # noqa: D102

    @property
    def key(self) -> str: ...  # noqa: D102

    @property
    def material(self) -> tuple[Any, ...]: ...  # noqa: D102

    @property
    def nbytes(self) -> int: ...  # noqa: D102


class Milestone(Protocol):
    """Epoch `epoch` (counted from 1) ended, `seconds` after training began."""

    @property
    def epoch(self) -> int: ...  # noqa: D102

    @property
    def seconds(self) -> float: ...  # noqa: D102


class Outcome(Protocol):
    """What a training came to, whole or cut short (`stopped`) by a person."""

    @property
    def history(self) -> Sequence[Milestone]: ...  # noqa: D102

    @property
    def seconds(self) -> float: ...  # noqa: D102

    @property
    def stopped(self) -> bool: ...  # noqa: D102

    @property
    def nbytes(self) -> int: ...  # noqa: D102
