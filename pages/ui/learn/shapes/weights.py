"""Shared weights: a longer window has no more of them."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, shown, tell_plainly
from pages.ui.learn.notice import notice
from rnn_core.cells import CELLS
from rnn_core.figures.shapes_charts import weights_alt, weights_figure
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.shapes.weights import LONGEST, dense_weights


def show() -> None:
    """Two sliders, the numbers, the chart, and what to notice."""
    st.markdown(
        _("Each step uses the same W, U and b. A layer that reads all steps at once needs weights for each of them.")
    )
    left, right = st.columns([2, 3], gap="large")
    with left:
        steps = st.slider(_("Length of the window (steps)"), 1, LONGEST, 60, key="shared_steps")
        units = st.slider(_("Units"), 1, 128, 32, key="shared_units", help=_("How many numbers the state has."))
        st.table(_counts(units, steps))
    with right:
        figure = weights_figure(units, steps, theme=PAGE, say=_)
        chart(figure, key="shared_weights", alt=tell_plainly(weights_alt(units, steps)))
    st.markdown(
        _(
            "A recurrent layer that reads one value a step: gates · units · (1 + units + biases). The dense layer: "
            "units · (steps + 1)."
        )
    )
    notice(
        _(
            "Move the length: the lines of the three cells stay flat, that of the dense layer climbs. For short "
            "windows the dense layer is the smaller one. But it knows windows of one length only, and has to learn "
            "anew for each place what a recurrent layer learns once for all."
        )
    )


def _counts(units: int, steps: int) -> dict[str, list[str]]:
    """The columns of a small table."""
    counts = {name: cell.parameters(1, units) for name, cell in CELLS.items()}
    counts[_("Dense layer")] = dense_weights(steps, units)
    return {_("Layer"): list(counts), _("Weights"): [shown(count) for count in counts.values()]}
