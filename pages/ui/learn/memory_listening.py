"""Which rows of the window one of the visitor's own networks listens to, over the dates of its test part."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell
from pages.ui.results import inside_saliency
from pages.ui.runs.changes import whose
from pages.ui.runs.loading import fetch
from pages.ui.runs.wording import data_of, name_of
from pages.ui.store import store
from rnn_core.errors import RnnLabError
from rnn_core.forecast.inside import Looked, look_inside
from rnn_core.forecast.run import Floats, Run
from rnn_core.series import Series
from rnn_core.store import Query, RunLine, Stage

# The newest ones; older ones are opened from the Runs page.
_MOST_RUNS = 25


@st.fragment(key="memory_listening")
def show() -> None:
    """One finished run, by the visitor's choice; what to do where there is none."""
    st.markdown("#### " + _("Which days does your own network listen to?"))
    st.markdown(
        _(
            "The same way back through time, through a network that you have trained: how far its prediction moves "
            "when one row of its window does. What it has not learnt to remember moves nothing."
        )
    )
    lines = store().find(Query(whose(), stages=(Stage.FINISHED,), limit=_MOST_RUNS)).lines
    if lines:
        _listen(_choose(lines))
    else:
        _empty()


def _choose(lines: tuple[RunLine, ...]) -> RunLine:
    by_name = {line.name: line for line in lines}
    name = st.selectbox(
        _("Your run"),
        list(by_name),
        format_func=lambda name: f"{name_of(by_name[name])} · {data_of(by_name[name])}",
        key=widgets.key("memory_run"),
        help=_("Your newest finished trainings."),
    )
    return by_name[name]


def _listen(line: RunLine) -> None:
    fetched = fetch([line])
    if not fetched.runs:
        st.info(_("There is nothing to look at in this run. Choose another one."), icon=":material/info:")
        return
    run, series = fetched.runs[0], fetched.stored[0].series
    try:
        with st.spinner(_("Going over the test part once more …")):
            looked = _look(line.name, run.predicted, run, series)
    except RnnLabError as refusal:
        st.info(tell(refusal), icon=":material/info:")
        return
    inside_saliency.show(run, looked)


def _empty() -> None:
    words = _("You have no finished training yet. Train a network, and come back to see how far back it looks.")
    st.info(words, icon=":material/model_training:")
    if st.button(_("Choose an experiment"), key="memory_begin"):
        st.switch_page("pages/home.py")


@st.cache_data(show_spinner=False, max_entries=20)
def _look(
    name: str,  # noqa: ARG001
    predicted: Floats,  # noqa: ARG001
    _run: Run,
    _series: Series,
) -> Looked:
    """Remembered by the run's name, and by what it said too: a run may be trained again under its name."""
    return look_inside(_run, _series)
