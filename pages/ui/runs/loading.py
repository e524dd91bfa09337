"""Stored runs with all that belongs to them, fetched for comparing and downloading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

import rnn_core.store
from pages.ui import data
from pages.ui.language import tell
from pages.ui.store import store
from rnn_core.errors import RecordError
from rnn_core.forecast.run import Run
from rnn_core.store import RunLine, StoredRun

_ONE_HOUR = 3600


@dataclass(frozen=True)
class Fetched:
    """The runs that gave a result, and the lines of those that gave none."""

    stored: tuple[StoredRun, ...]
    without: tuple[RunLine, ...]

    @property
    def runs(self) -> list[Any]:
        """The results, with names and units as the visitor says them."""
        return [_in_my_language(one.run) for one in self.stored if one.run is not None]


def fetch(lines: Sequence[RunLine]) -> Fetched:
    """All that is kept of `lines`; those that were deleted meanwhile are left out, damaged ones with a word."""
    found: list[StoredRun] = []
    for line in lines:
        now = store().line(line.name)
        if now is None:
            continue
        try:
            stored = _loaded(store().url, now.name, now.begun, now.ended, store())
        except RecordError as error:
            st.warning(tell(error), icon=":material/warning:")
            continue
        if stored is not None:
            found.append(replace(stored, line=now))
    learnt = tuple(one for one in found if one.run is not None and one.run.history)
    return Fetched(learnt, tuple(one.line for one in found if one not in learnt))


# A run that has ended stays as it is, so its name and its times say all.
@st.cache_resource(show_spinner=False, max_entries=40, ttl=_ONE_HOUR)
def _loaded(
    url: str,  # noqa: ARG001
    name: str,
    begun: datetime,  # noqa: ARG001
    ended: datetime | None,  # noqa: ARG001
    _store: "rnn_core.store.RunStore",
) -> StoredRun | None:
    return _store.load(name)


def _in_my_language(run: Any) -> Any:
    return data.run_in_my_language(run) if isinstance(run, Run) else run
