"""What a visitor has chosen of work with text, by kind: runs on display, and settings. It lasts for the visit."""

from collections.abc import Mapping, Sequence
from typing import Any

from pages.ui import state
from pages.ui.text.address import RUNS, SETTINGS


def runs(kind: str) -> tuple[str, ...]:
    """The names of the runs of `kind` on display, one of `TEXT_KINDS`, as the address has them."""
    return tuple(state.kept(RUNS, {}).get(kind, ()))


def set_runs(kind: str, names: Sequence[str]) -> None:
    """Put other runs of `kind` on display."""
    state.keep(RUNS, state.kept(RUNS, {}) | {kind: tuple(names)})


def settings(kind: str) -> dict[str, Any]:
    """What was chosen of `kind`, by the name of the setting; see `address.py`."""
    return dict(state.kept(SETTINGS, {}).get(kind, {}))


def set_settings(kind: str, wanted: Mapping[str, Any]) -> None:
    """Choose other settings of `kind`; its widgets show them from the next time on that they begin anew."""
    state.keep(SETTINGS, state.kept(SETTINGS, {}) | {kind: dict(wanted)})
