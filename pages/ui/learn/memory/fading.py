"""The gradient on its way back: the unrolled network that plays, what can be set, the chart, and what it says."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from pages.ui.learn.memory.setup import CELLS_IN_ORDER, choose_activation, choose_cell, choose_setups
from pages.ui.learn.stage import stage
from rnn_core.figures.fading_chart import fading_alt, fading_figure
from rnn_core.figures.scenes.unrolled import drawn_note, unrolled_alt, unrolled_scene
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.memory.fading import Fading, fade
from rnn_core.lessons.memory.findings import findings, reasons


@st.fragment(key="memory_fading")
def show() -> None:
    """All of it; whatever is moved moves the stage, the chart and the findings."""
    with st.container(horizontal=True, gap="large"):
        cell, activation = choose_cell(), choose_activation()
    played = st.container()
    setups = choose_setups(activation)
    fadings = {name: fade(setups[name]) for name in CELLS_IN_ORDER}
    with played:
        _play(fadings[cell])
    _compare(list(fadings.values()))


def _play(fading: Fading) -> None:
    stage(unrolled_scene(fading, _), key="memory", alt=tell_plainly(unrolled_alt(fading)))
    st.caption(tell(drawn_note(fading.setup.steps)))


def _compare(fadings: list[Fading]) -> None:
    """All three cells beside each other."""
    st.markdown("#### " + _("How much of the gradient arrives"))
    figure = fading_figure(fadings, theme=PAGE, say=_)
    chart(figure, key="memory_fading_chart", alt=tell_plainly(fading_alt(fadings)))
    st.caption(
        _(
            "Size: the root mean square, over all directions at the end, of the gradient that arrives "
            "({units} units, random weights, nothing learnt yet). Solid: at h, by all ways together. Dotted: by f or z "
            "alone, the direct road along the LSTM's c and along what the GRU keeps of h.",
            units=fadings[0].setup.units,
        )
    )
    for column, title, sentences in zip(
        st.columns(2, gap="large"),
        (_("What became of it"), _("Why")),
        (findings(fadings), reasons(fadings)),
        strict=True,
    ):
        column.markdown("\n".join([f"**{title}**", "", *(f"- {tell(sentence)}" for sentence in sentences)]))
