"""Learning to write, as one watches it: what the network writes at this moment, and its bits."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, number, tell_plainly
from rnn_core.engine.text_jobs import WriteStatus
from rnn_core.figures.theme import PAGE
from rnn_core.figures.write_chart import write_alt, write_figure
from rnn_core.text.write.bits import bits_of


def each(status: WriteStatus) -> None:
    """What one writes, and how well it foresees by now."""
    if status.history and status.history[-1].validation_loss is not None:
        st.caption(_("{bits} bits per character", bits=number(bits_of(status.history[-1].validation_loss))))
    if status.sample is not None:
        st.text(status.sample.text)
    else:
        st.caption(_("It has not written anything yet."))


def bits(statuses: Sequence[WriteStatus], counted: Mapping[str, float] | None = None) -> None:
    """Bits per character after each epoch."""
    histories = {status.job.spec.cell: status.history for status in statuses}
    if any(histories.values()):
        epochs = max(status.job.spec.epochs for status in statuses)
        figure = write_figure(histories, epochs, counted or {}, theme=PAGE, say=_)
        chart(figure, key="write_bits", alt=tell_plainly(write_alt(histories)))
