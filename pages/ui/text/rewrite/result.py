"""What came of learning to rewrite: who answers best, a question of one's own, longer questions, scores, mistakes."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, plain, tell
from pages.ui.text.naming import names_of
from pages.ui.text.rewrite import ask, learnt, longer, mistakes, scores
from rnn_core.engine.text_jobs import RewriteStatus
from rnn_core.errors import RnnLabError
from rnn_core.text.rewrite.findings import findings, has_learnt
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.words import N_

Runs = Mapping[str, Rewritten]

_TABS: dict[str, Callable[[Runs], None]] = {
    N_("Longer and longer"): longer.show,
    N_("Scores"): scores.show,
    N_("Mistakes"): mistakes.show,
    N_("How it learnt"): learnt.show,
}


def show(statuses: Sequence[RewriteStatus]) -> None:
    """All of it, for trainings that gave a result; only those that were asked the same questions can be compared."""
    first = statuses[0].job.spec.exam
    same = [status for status in statuses if status.job.spec.exam == first]
    if len(same) < len(statuses):
        st.info(
            _(
                "The other runs of this link were asked other questions, of another task or of another length, so they "
                "cannot be compared with the first."
            )
        )
    runs = dict(zip(names_of([status.job.spec for status in same]), _runs(same), strict=True))
    best, *more = findings(list(runs.values()))
    st.markdown(f"#### {tell(best)}")
    for sentence in more:
        st.markdown(tell(sentence))
    for name, run in runs.items():
        _tell_of_end(name, run)
    whole = {name: run for name, run in runs.items() if has_learnt(run)}
    if whole:
        ask.show(whole)
        _details(whole)


def _runs(statuses: Sequence[RewriteStatus]) -> list[Rewritten]:
    return [status.run for status in statuses if status.run is not None]


def _tell_of_end(name: str, run: Rewritten) -> None:
    """What became of one that did not learn to its end."""
    if run.stopped and not run.history:
        st.info(_("{name} was stopped before it had learnt anything.", name=name))
        return
    if not has_learnt(run):
        st.warning(f"{plain(name)}: {_why_lost(run)}", icon=":material/warning:")
    if run.stopped and len(run.history) < run.spec.epochs:
        words = _(
            "{cell} was stopped after {done} of {planned} epochs: this is how far it got.",
            cell=name,
            done=len(run.history),
            planned=run.spec.epochs,
        )
        st.info(words, icon=":material/stop_circle:")


def _why_lost(run: Rewritten) -> str:
    try:
        _asked = run.rewriter
    except RnnLabError as error:
        return tell(error)
    return _("No question could be put to it.")


@st.fragment
def _details(runs: Runs) -> None:
    """The tabs; only the open one is made, and opening another draws nothing else anew."""
    tabs = st.tabs([_(title) for title in _TABS], key=widgets.key("rewrite_tabs"), on_change="rerun")
    for show_it, tab in zip(_TABS.values(), tabs, strict=True):
        if tab.open:
            with tab:
                show_it(runs)
