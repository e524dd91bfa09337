"""Which labels are taken for which."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from pages.ui.text.sentiment.looked import Looked
from rnn_core.figures.sentiment_confusion import confusion_alt, confusion_figure
from rnn_core.figures.theme import PAGE


def show(looked: Looked) -> None:
    """The test texts by real and by said label."""
    run = looked.run
    if run.lost:
        st.info(_("This network says nothing: its numbers grew beyond all bounds while it learnt."))
        return
    figure = confusion_figure(run.scores.confusion, run.data.classes, theme=PAGE, say=_)
    chart(figure, key="sentiment_confusion", alt=tell_plainly(confusion_alt(run.scores.confusion, run.data.classes)))
    st.caption(_("Each row holds the test texts of one label. What lies on the diagonal is right."))
