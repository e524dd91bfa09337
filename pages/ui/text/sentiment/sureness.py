"""Whether a judge is as sure as it is right."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.text.sentiment.looked import Looked
from rnn_core.figures.sentiment_sureness import sureness_alt, sureness_figure
from rnn_core.figures.theme import PAGE
from rnn_core.text.sentiment.sureness import sureness
from rnn_core.words import Amount


def show(looked: Looked) -> None:
    """How often it is right when it is so sure, and what that says."""
    run = looked.run
    st.markdown(tell(sureness(run)))
    if run.lost:
        return
    bins = run.scores.bins
    figure = sureness_figure(bins, looked.name.name, looked.name.look, theme=PAGE, say=_)
    chart(figure, key="sentiment_sureness", alt=tell_plainly(sureness_alt(bins)))
    error = Amount(100 * run.scores.calibration_error, "%")
    st.caption(_("Calibration error, the mean distance of the dots from the diagonal: {error}.", error=error))
    notice(
        _("Who says “80 %” should be right in 80 of 100 such cases. Below the diagonal it promises too much."),
        _("The numbers count texts: a dot with few of them has a long line, for it may lie there by luck."),
    )
