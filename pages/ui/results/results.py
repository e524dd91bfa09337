"""Results, in this order: the verdict, the RMSE side by side, the curves with their band, and the rest in tabs."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from pages.ui import trainings, widgets
from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_all, tell_plainly
from pages.ui.results import ahead, curves, errors, facts, inside, network, repeats, scores, share, training
from pages.ui.results.result import Result, result_of
from rnn_core.engine import State, Status
from rnn_core.errors import EngineError
from rnn_core.figures.alt import scores_alt
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.in_common import common_baselines
from rnn_core.words import N_

# Who came closest, and whether that was worth it.
_HEADLINE = 2

_TABS: dict[str, Callable[[Result], None]] = {
    N_("Scores"): scores.show,
    N_("Errors"): errors.show,
    N_("Repeats"): repeats.show,
    N_("Ahead"): ahead.show,
    N_("Training"): training.show,
    N_("Inside"): inside.show,
    N_("Network"): network.show,
    N_("Data and settings"): facts.show,
    N_("Share"): share.show,
}


def show(statuses: list[Status]) -> None:
    """All there is to say of ended trainings, those without a result first, in a sentence each."""
    for status in statuses:
        _tell_of_end(status)
    if any(status.state is State.INTERRUPTED for status in statuses):
        _offer_another_start()
    result, left_out = result_of(statuses)
    if left_out:
        st.info(_("The other runs of this link were tested on other data, so they cannot be compared with the first."))
    if result is not None:
        _show(result)


def _tell_of_end(status: Status) -> None:
    if status.problem is not None:
        words = f"**{status.job.spec.cell}** · " + tell(status.problem)
        if status.state is State.INTERRUPTED:
            st.warning(words, icon=":material/sync_problem:")
        else:
            st.error(words, icon=":material/error:")
    elif status.state is State.STOPPED:
        _tell_of_stop(status)


def _offer_another_start() -> None:
    if not st.button(_("Start again"), type="primary", key="start_again", icon=":material/replay:"):
        return
    try:
        trainings.start_again()
    except EngineError as error:
        st.error(tell(error), icon=":material/error:")
        return
    st.rerun()


def _tell_of_stop(status: Status) -> None:
    done = len(status.run.history) if status.run else 0
    if done:
        words = _(
            "{cell} was stopped after {done} of {planned} epochs: this is how far it got.",
            cell=status.job.spec.cell,
            done=done,
            planned=status.job.spec.epochs,
        )
    else:
        words = _(
            "{cell} (seed {seed}) was stopped before its first epoch ended, so there is nothing to judge.",
            cell=status.job.spec.cell,
            seed=str(status.job.spec.seed),
        )
    st.info(words, icon=":material/stop_circle:")


def _show(result: Result) -> None:
    sentences = result.verdict.sentences
    st.markdown(f"#### {tell_all(sentences[:_HEADLINE])}")
    st.markdown(tell_all(sentences[_HEADLINE:]))
    # A simple forecast that is not the same for all would stand for one network alone.
    runs = [replace(run, baselines=common_baselines(result.runs)) for run in result.runs]
    figure = scores_figure(runs, theme=PAGE, say=_)
    chart(figure, key="scores", alt=tell_plainly(scores_alt(runs, _)))
    curves.show(result)
    _details(result)


@st.fragment
def _details(result: Result) -> None:
    """The tabs; only the open one is made, and opening another draws nothing else anew."""
    titles = list(_TABS)
    tabs = st.tabs([_(title) for title in titles], key=widgets.key("result_tabs"), on_change="rerun")
    for title, tab in zip(titles, tabs, strict=True):
        if tab.open:
            with tab:
                _TABS[title](result)
