"""What came of learning to write: who foresees best, against counting; the film; and a pen of one's own."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.ui.language import _, number, plain, tell
from pages.ui.learn.notice import notice
from pages.ui.text.naming import names_of
from pages.ui.text.write import learning, pen
from rnn_core.engine.text_jobs import WriteStatus
from rnn_core.text.write.baselines import COMPARED_ORDER
from rnn_core.text.write.findings import findings
from rnn_core.text.write.result import Written

Runs = Mapping[str, Written]
"""Networks by their names, no two of which are the same."""


def show(statuses: Sequence[WriteStatus]) -> None:
    """All of it, for trainings that gave a result; only those that were tested on one text can be compared."""
    first = _test(statuses[0])
    same = [status for status in statuses if _test(status) == first]
    if len(same) < len(statuses):
        st.info(_("The other runs of this link were tested on another text, so they are not compared with the first."))
    found = [status.run for status in same if status.run is not None]
    runs = dict(zip(names_of([run.spec for run in found]), found, strict=True))
    best, *more = findings(found)
    st.markdown(f"#### {tell(best)}")
    for sentence in more:
        st.markdown(tell(sentence))
    for name, run in runs.items():
        _tell_of_end(name, run)
    pen.show(runs)
    scores, film = st.tabs([_("Scores"), _("How it learnt")])
    with scores:
        _scores(runs, same)
    with film:
        _film(runs)


def _test(status: WriteStatus) -> tuple[str, float]:
    """What decides the characters that are tested."""
    return status.job.data.fingerprint, status.job.spec.kept_back


def _tell_of_end(name: str, run: Written) -> None:
    """What became of one that did not learn to its end."""
    if run.lost:
        words = _(
            "{name} lost its numbers while it learnt: they grew beyond all bounds, so it cannot write. A smaller "
            "learning rate would help.",
            name=name,
        )
        st.warning(words, icon=":material/warning:")
    elif run.stopped:
        words = _(
            "{cell} was stopped after {done} of {planned} epochs: this is how far it got.",
            cell=name,
            done=len(run.history),
            planned=run.spec.epochs,
        )
        st.info(words, icon=":material/stop_circle:")


def _scores(runs: Runs, statuses: Sequence[WriteStatus]) -> None:
    one = next(iter(runs.values()))
    rows = {name: (run.held_out_bits, run.perplexity) for name, run in runs.items()}
    counted = {_counted_name(table.order): (table.bits, table.perplexity) for table in one.baselines}
    table = pd.DataFrame(
        {plain(name): [number(value) for value in values] for name, values in (rows | counted).items()},
        index=[_("Bits per character"), _("Perplexity")],
    ).T
    st.table(table)
    st.caption(
        _(
            "Scored on the last {share} of the text, which nobody has learnt from: {count} characters. The chart shows "
            "the same characters, so whoever chooses settings by it has seen the test.",
            share=f"{one.spec.kept_back:.0%}",
            count=one.held_out,
        )
    )
    best = min(one.baselines, key=lambda table: table.bits).order
    shown = [table for table in one.baselines if table.order in (0, COMPARED_ORDER, best)]
    learning.bits(statuses, {_counted_name(table.order): table.bits for table in shown})
    notice(
        _(
            "A bit is a question answered by yes or no. Who knows only how frequent each letter is asks about four "
            "for a letter of English; who knows the last few letters asks fewer."
        ),
        _("Perplexity says the same: among how many equally likely characters one would hesitate as much."),
    )


def _counted_name(order: int) -> str:
    return _("Letter frequencies") if order == 0 else _("Counting, {order} characters back", order=order)


@st.fragment
def _film(runs: Runs) -> None:
    """What each wrote at a moment of its training, by a slider."""
    longest = max(len(run.samples) for run in runs.values())
    if longest < 2:
        st.caption(_("The training was too short for a film."))
        return
    film = max((run.samples for run in runs.values()), key=len)
    place = st.select_slider(
        _("Moment of the training"),
        range(1, longest + 1),
        longest,
        format_func=lambda place: f"{film[place - 1].share:.0%}",
        key=f"write_film_{film[-1].seconds}",
    )
    for column, (name, run) in zip(st.columns(len(runs)), runs.items(), strict=True):
        if not run.samples:
            continue
        sample = run.samples[min(place, len(run.samples)) - 1]
        with column:
            st.markdown(f"**{plain(name)}** · {sample.share:.0%}")
            st.text(sample.text)
    with st.expander(_("What a table of counts writes")):
        st.text(next(iter(runs.values())).counted_sample)
