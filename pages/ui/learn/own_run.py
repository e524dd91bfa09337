"""One of the visitor's own finished runs, to be looked into; and what to do where there is none yet."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.runs.changes import whose
from pages.ui.runs.loading import fetch
from pages.ui.runs.wording import data_of, name_of
from pages.ui.store import store, told
from rnn_core.forecast.run import Run
from rnn_core.records import FORECAST
from rnn_core.series import Series
from rnn_core.store import Query, Stage

# The newest ones; older ones are opened from the Runs page.
_MOST_RUNS = 25


def choose(lesson: str, invitation: str) -> tuple[Run, Series] | None:
    """The run that is chosen on the page of `lesson`; None, and a sentence, where there is nothing to look at.

    `invitation` says, in the visitor's language, what to do where there is no run at all.
    """
    with told():
        return _choose(lesson, invitation)
    return None


def _choose(lesson: str, invitation: str) -> tuple[Run, Series] | None:
    lines = store().find(Query(whose(), kinds=(FORECAST,), stages=(Stage.FINISHED,), limit=_MOST_RUNS)).lines
    if not lines:
        _invite(lesson, invitation)
        return None
    by_name = {line.name: line for line in lines}
    name = st.selectbox(
        _("Your run"),
        list(by_name),
        format_func=lambda name: f"{name_of(by_name[name])} · {data_of(by_name[name])}",
        key=widgets.key(f"{lesson}_run"),
        help=_("Your newest finished trainings."),
    )
    fetched = fetch([by_name[name]])
    if not fetched.runs:
        st.info(_("There is nothing to look at in this run. Choose another one."), icon=":material/info:")
        return None
    return fetched.runs[0], fetched.stored[0].data


def _invite(lesson: str, invitation: str) -> None:
    st.info(invitation, icon=":material/model_training:")
    if st.button(_("Choose an experiment"), key=f"{lesson}_begin"):
        st.switch_page("pages/home.py")
