"""Learning to write, as one watches it: what the network writes at this moment, and its bits."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, number, tell_plainly
from pages.ui.text.naming import names_of
from rnn_core.engine.text_jobs import WriteStatus
from rnn_core.figures.theme import PAGE
from rnn_core.figures.write_chart import Writing, write_alt, write_figure
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
    specs = [status.job.spec for status in statuses]
    named = zip(names_of(specs), statuses, strict=True)
    networks = [Writing(name, status.job.spec.cell, status.history) for name, status in named]
    if any(one.history for one in networks):
        epochs = max(spec.epochs for spec in specs)
        figure = write_figure(networks, epochs, counted or {}, theme=PAGE, say=_)
        chart(figure, key="write_bits", alt=tell_plainly(write_alt(networks)))
