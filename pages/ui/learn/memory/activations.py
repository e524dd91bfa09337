"""Activations and their slopes: which one, at which point, and what is left after ten steps of that slope."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from rnn_core.figures.activation_chart import ENDS, activation_alt, activation_figure
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.clipping_findings import slope_again


@st.fragment(key="memory_activations")
def show() -> None:
    """One activation, with its bound."""
    st.markdown("#### " + _("The slope that every step multiplies by"))
    left, right = st.columns([2, 3], gap="large")
    with left:
        names = list(ACTIVATIONS)
        name = str(st.segmented_control(_("Activation"), names, default=names[1], key="memory_bend", required=True))
        at = float(
            st.slider(
                _("Where on the curve (a)"),
                -ENDS,
                ENDS,
                0.0,
                0.1,
                key="memory_at",
                help=_("What is bent: a = W x + U h + b. The further from 0, the flatter tanh and sigmoid are."),
            )
        )
        st.markdown(_(ACTIVATIONS[name].summary))
        st.markdown(tell(slope_again(name, at)))
    with right:
        figure = activation_figure(name, at, theme=PAGE, say=_)
        chart(figure, key="memory_activation_chart", alt=tell_plainly(activation_alt(name, at)))
