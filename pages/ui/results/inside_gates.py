"""The gates of a network over the test part, under the series."""

import streamlit as st

from pages.ui import widgets
from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from rnn_core.figures.inside_alt import gates_alt
from rnn_core.figures.inside_gates import gates_figure
from rnn_core.figures.inside_words import gates_found, letters_of, quantity_name
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.inside import Looked
from rnn_core.forecast.run import Run


@st.fragment
def show(run: Run, looked: Looked) -> None:
    """The map of the gate that is chosen, and what it does when the series jumps."""
    activity = looked.tracking.activity
    letters = letters_of(activity)
    st.markdown("##### " + _("What its gates do") if len(letters) > 1 else "##### " + _("What its units do"))
    letter = letters[0]
    if len(letters) > 1:
        letter = st.segmented_control(
            _("Gate or state"),
            letters,
            default=letters[0],
            format_func=lambda one: quantity_name(one, _),
            key=widgets.key(f"inside_gate_{activity.cell}"),
            required=True,
            label_visibility="collapsed",
        )
    st.markdown(tell(gates_found(activity, letter, _)))
    words = tell_plainly(gates_alt(activity, letter, _))
    chart(gates_figure(run, activity, letter, theme=PAGE, say=_), key="inside_gates", alt=words)
    st.caption(
        _(
            "What to notice: each column is a window, by its last date, each row a unit. Upright stripes: many units "
            "answer to the same date. A row of one colour: this unit never changes. A jump is a change that "
            "is large for what was usual before it."
        )
    )
