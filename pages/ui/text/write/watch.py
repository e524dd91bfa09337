"""Learning to write, as one watches it: what the network writes at this moment, and its bits. Twice a second."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, number, tell_plainly
from pages.ui.text import cards, works
from rnn_core.engine.text_jobs import WriteStatus
from rnn_core.figures.theme import PAGE
from rnn_core.figures.write_chart import write_alt, write_figure
from rnn_core.text.write.bits import bits_of

_SECONDS_BETWEEN_LOOKS = 0.5


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def watch() -> None:
    """Everything about the trainings on display; once all have ended, the whole page runs again and shows results."""
    statuses = works.on_display("write")
    if not works.live(statuses):
        st.rerun()
    mine = {status.key for status in works.mine(statuses)}
    for column, status in zip(st.columns(len(statuses)), statuses, strict=True):
        with column, st.container(border=True):
            cards.card(status, stoppable=status.key in mine)
            _sample(status)
    bits(statuses)


def bits(statuses: Sequence[WriteStatus], counted: dict[str, float] | None = None) -> None:
    """Bits per character after each epoch."""
    histories = {status.job.spec.cell: status.history for status in statuses}
    if any(histories.values()):
        epochs = max(status.job.spec.epochs for status in statuses)
        figure = write_figure(histories, epochs, counted or {}, theme=PAGE, say=_)
        chart(figure, key="write_bits", alt=tell_plainly(write_alt(histories)))


def _sample(status: WriteStatus) -> None:
    """What it writes, and how well it foresees by now."""
    if status.history and status.history[-1].validation_loss is not None:
        st.caption(_("{bits} bits per character", bits=number(bits_of(status.history[-1].validation_loss))))
    if status.sample is not None:
        st.text(status.sample.text)
    else:
        st.caption(_("It has not written anything yet."))
