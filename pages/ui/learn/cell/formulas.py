"""The equations of the cells, all three in one notation."""

import streamlit as st

from pages.ui.language import _
from rnn_core.lessons.cell import FORMULAS, FROM_PLAIN_TO_RICH, OUTPUT_FORMULA


def show() -> None:
    """The equations, a click away."""
    with st.expander(_("The equations"), icon=":material/function:"):
        st.markdown(
            _(
                "x is what a step reads, h the hidden state, c the cell state; h′ and c′ are the new ones. Keras names "
                "W, U and b kernel, recurrent_kernel and bias. s squeezes a number to between 0 and 1, tanh to between "
                "−1 and 1. Gates multiply number by number."
            )
        )
        for cell in FROM_PLAIN_TO_RICH:
            st.markdown(f"**{cell}**")
            st.latex(FORMULAS[cell])
        st.markdown("**" + _("Output layer (Dense)") + "**")
        st.latex(OUTPUT_FORMULA)
