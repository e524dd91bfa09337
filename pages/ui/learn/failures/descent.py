"""Gradient descent on a bowl, with the rate that a person chooses: what too small and too large look like."""

import streamlit as st

from pages.ui.language import _, tell, tell_plainly
from pages.ui.learn.stage import stage
from rnn_core.figures.scenes.descent import descent_end, descent_scene
from rnn_core.lessons.failures.descent import RATES, descend

_START = 0.95


@st.fragment(key="descent")
def show() -> None:
    """A ball that takes steps downhill, and the loss curve that it leaves."""
    st.markdown("#### " + _("One rate, three fates"))
    st.markdown(
        _(
            "Training is walking downhill: each step goes against the slope, and the learning rate says how far. Drag "
            "it, and see what becomes of one weight whose loss is its own square."
        )
    )
    rate = st.select_slider(
        _("Learning rate of the ball"),
        RATES,
        value=_START,
        format_func="{:g}".format,
        key="descent_rate",
        help=_("Small ones crawl, those near 0.5 arrive, those above 1 fly off."),
    )
    descent = descend(rate)
    said = descent_end(descent)
    st.markdown(tell(said))
    st.latex(r"w \leftarrow w - \eta\,\frac{d\,w^2}{d\,w} = (1 - 2\,\eta)\,w")
    stage(descent_scene(descent, _), key="descent", alt=tell_plainly(said))
