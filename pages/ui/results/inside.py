"""Inside: what a network does while it reads the test part: its gates, what its units track, what moves it."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell
from pages.ui.results import inside_gates, inside_saliency, inside_tracking
from pages.ui.results.result import Result
from rnn_core.errors import RnnLabError
from rnn_core.forecast.inside import Looked, look_inside
from rnn_core.forecast.run import Floats, Run
from rnn_core.series import Series


def show(result: Result) -> None:
    """One network at a time, in three pictures."""
    run = _choose(result)
    try:
        with st.spinner(_("Going over the test part once more …")):
            looked = look(run.key, run.predicted, run, result.job.series)
    except RnnLabError as refusal:
        st.info(tell(refusal), icon=":material/info:")
        return
    _tell_of_rows(run, looked)
    inside_gates.show(run, looked)
    inside_tracking.show(run, looked)
    inside_saliency.show(run, looked)


def _choose(result: Result) -> Run:
    names = [network.label.name for network in result.networks]
    place: int | None = 0
    if len(names) > 1:
        place = st.segmented_control(
            _("Network"),
            range(len(names)),
            default=result.networks.index(result.best),
            format_func=lambda number: names[number],
            # Another result may have fewer networks.
            key=widgets.key(f"inside_network_{len(names)}"),
            required=True,
            help=_("Of several seeds, the run in the middle."),
        )
    return result.networks[place or 0].middle


@st.cache_data(show_spinner=False, max_entries=20)
def look(
    key: str,  # noqa: ARG001
    predicted: Floats,  # noqa: ARG001
    _run: Run,
    _series: Series,
) -> Looked:
    """What is seen inside a run, remembered by what it said too: a stopped one shares its key with the whole one."""
    return look_inside(_run, _series)


def _tell_of_rows(run: Run, looked: Looked) -> None:
    seen = looked.tracking.rows
    words = _("What follows is the last recurrent layer, at the end of the window before each test row.")
    if seen < looked.of_rows:
        words += " " + _("Looked at: {seen} of {rows} windows, evenly spread.", seen=seen, rows=looked.of_rows)
    if run.spec.bidirectional:
        words += " " + _("Units above {units} read each window from its end.", units=run.spec.units)
    st.caption(words)
