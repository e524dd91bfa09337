"""Which rows of its window move a network's prediction."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from rnn_core.figures.inside_alt import saliency_alt
from rnn_core.figures.inside_saliency import saliency_figure
from rnn_core.figures.inside_words import saliency_found
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.inside import Looked
from rnn_core.forecast.run import Run


@st.fragment
def show(run: Run, looked: Looked) -> None:
    """The map of what moves the prediction, and how far back it reaches."""
    st.markdown("##### " + _("What moves its predictions"))
    feature, unit = _choose(run, looked), run.series.unit
    st.markdown(tell(saliency_found(looked, feature, unit)))
    words = tell_plainly(saliency_alt(looked, feature, unit))
    chart(saliency_figure(run, looked, feature, theme=PAGE, say=_), key="inside_saliency", alt=words)
    notice = _(
        "What to notice: gold lifts the prediction, violet lowers it, where a row had been one higher. Where the bars "
        "have faded away, a small change of those rows hardly moves the prediction; a large one still may."
    )
    if looked.fixed:
        notice += " " + _(
            "This is the network alone: the last value, or the mean and spread of the window, by which its words "
            "return to the unit, are held fixed."
        )
    st.caption(notice)


def _choose(run: Run, looked: Looked) -> int:
    if len(looked.features) == 1:
        return 0
    return st.selectbox(
        _("Input"),
        range(len(looked.features)),
        format_func=lambda place: looked.features[place],
        key=f"inside_feature_{run.key}",
    )
