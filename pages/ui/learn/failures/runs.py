"""The trainings of prepared failures: beginning them, finding them again, and noting beside them what they were.

They are never put on display on the Train page, and begin without ending anything there.
"""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from pages.ui import data, state
from pages.ui.engine import engine
from pages.ui.language import translated
from pages.ui.store import store
from rnn_core.engine import Job, Status, short_name
from rnn_core.errors import StoreError
from rnn_core.forecast.failures import Failure, Pair, Setting, loss_of_the_mean
from rnn_core.lessons.failures import Curve
from rnn_core.words import N_

_NOTE = N_("Prepared failure")
_CURED = "failures_cured"


@dataclass(frozen=True)
class Both:
    """What goes `wrong` and what is `cured`, as they stand, for the dial at `value`."""

    value: Setting
    wrong: Status
    cured: Status

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to either."""
        return self.wrong.ended and self.cured.ended


def begin(failure: Failure, value: Setting, pair: Pair) -> None:
    """Train `pair` for this visitor.

    Raises:
        RnnLabError: the engine takes no more jobs.
    """
    series = data.load(pair.source)
    jobs = [Job(spec, series) for spec in (pair.wrong, pair.cured)]
    names = engine().submit_all(jobs, state.owner())
    state.keep(_place(failure, value), tuple(names))
    state.keep(f"failure_last_{failure.name}", value)


def find(failure: Failure, value: Setting) -> Both | None:
    """What was trained with the dial at `value`, else what was trained last; None where there is nothing (any more)."""
    last = state.kept(f"failure_last_{failure.name}", value)
    for wanted in (value, last):
        names = state.kept(_place(failure, wanted), None)
        found = [engine().find(short_name(name)) for name in names] if names else []
        known = [status for status in found if status is not None]
        if len(known) == 2:
            return Both(wanted, *known)
    return None


def curve_of(status: Status) -> Curve | None:
    """Its losses so far, as parts of that of always saying the mean; None before the first epoch is done."""
    if not status.history:
        return None
    unit = _mean_loss(status.job.key, status.job)
    kept = [done.validation_loss for done in status.history]
    training = np.array([done.loss for done in status.history], "float64")
    return Curve(training / unit, np.array(kept, "float64") / unit)  # None becomes nan


def cured() -> frozenset[str]:
    """The names of the failures that this visitor has seen fail and cured."""
    found: frozenset[str] = state.kept(_CURED, frozenset())
    return found


def tick(failure: Failure) -> None:
    """Remember that this one was seen to fail and cured."""
    state.keep(_CURED, cured() | {failure.name})


def note(failure: Failure, both: Both) -> None:
    """Say in the list of runs what these two were; once, and never over what the visitor has written there."""
    words = failure.words
    for status, which in ((both.wrong, words.wrong), (both.cured, words.cured)):
        if state.kept(f"failure_note_{status.key}", False):
            continue
        said = f"{translated(_NOTE)}: {translated(words.title)} ({translated(which)})"
        try:
            line = store().line(status.key)
            if line is not None and not line.note:
                store().change(status.key, state.owner(), note=said)
            # A run whose result is not yet put down gets its note the next time.
            state.keep(f"failure_note_{status.key}", line is not None)
        except StoreError:
            return  # a note is not worth a word: the page says elsewhere that runs are not kept


def _place(failure: Failure, value: Setting) -> str:
    return f"failure_runs_{failure.name}_{value}"


@st.cache_data(show_spinner=False, max_entries=100)
def _mean_loss(key: str, _job: Job) -> float:  # noqa: ARG001
    return loss_of_the_mean(_job.spec, _job.series)
