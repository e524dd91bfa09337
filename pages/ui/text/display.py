"""The right-hand side of a page of work with text: what will come, then the learning, then the results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.ui.language import _
from pages.ui.text import cards, share, works
from pages.ui.training import outcome

_SECONDS_BETWEEN_LOOKS = 0.5


@dataclass(frozen=True)
class Display:
    """How one `kind` of work is shown.

    `each` draws what its card says of a training under way, `together` what all of them have in one chart, `result`
    all that is to be seen of those that have a result. `invitation` says what to do first.
    """

    kind: str
    invitation: str
    icon: str
    each: Callable[[Any], None]
    together: Callable[[Sequence[Any]], None]
    result: Callable[[Sequence[Any]], None]

    def show(self, jobs: Sequence[Any]) -> None:
        """Whatever there is to see; `jobs` are what the form would train now."""
        statuses = works.on_display(self.kind)
        if works.forgotten(self.kind):
            st.info(_("A run in this link was deleted, or is no longer kept."), icon=":material/info:")
        if statuses:
            outcome.tell_of_trouble()
        if works.live(statuses):
            _watch(self)
        elif statuses:
            self._ended(jobs, statuses)
        else:
            st.info(self.invitation, icon=self.icon)

    def _ended(self, jobs: Sequence[Any], statuses: Sequence[Any]) -> None:
        if jobs and {job.key for job in jobs} != {status.job.key for status in statuses}:
            st.caption(_("The settings have changed since this result was made. Train again with the new ones."))
        cards.problems(self.kind, statuses)
        done = [status for status in statuses if status.run is not None]
        if done:
            self.result(done)
            share.show(self.kind, done)


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _watch(display: Display) -> None:
    """The trainings on display; once all have ended, the whole page runs again and shows results."""
    statuses = works.on_display(display.kind)
    if not works.live(statuses):
        st.rerun()
    mine = {status.key for status in works.mine(statuses)}
    for column, status in zip(st.columns(len(statuses)), statuses, strict=True):
        with column, st.container(border=True):
            cards.card(status, stoppable=status.key in mine)
            display.each(status)
    display.together(statuses)
