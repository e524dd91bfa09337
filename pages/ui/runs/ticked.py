"""The ticked runs: they stay ticked through paging, filters and other pages, until they are cleared or deleted."""

from pages.ui import state
from rnn_core.store import RunLine

_TICKED = "ticked_runs"


def ticked() -> tuple[RunLine, ...]:
    """The ticked runs in the order in which they were ticked, as they were then."""
    return tuple(_kept().values())


def is_ticked(line: RunLine) -> bool:
    """Whether this one is."""
    return line.name in _kept()


def tick(line: RunLine, on: bool) -> None:
    """Tick it, or no longer."""
    untick((line.name,))
    if on:
        state.keep(_TICKED, {**_kept(), line.name: line})


def untick(names: tuple[str, ...]) -> None:
    """Tick these no longer."""
    state.keep(_TICKED, {name: line for name, line in _kept().items() if name not in names})


def clear() -> None:
    """Tick nothing."""
    state.keep(_TICKED, {})


def _kept() -> dict[str, RunLine]:
    return dict(state.kept(_TICKED, {}))
