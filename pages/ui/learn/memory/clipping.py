"""Clipping: the smallest recurrent network there is, on a cliff, with its gradients cut and without."""

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell, tell_plainly
from rnn_core.figures.cliff_chart import cliff_alt, cliff_figure
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.memory.clipping import WANTED, descend
from rnn_core.lessons.memory.clipping_findings import gradient_at_start, with_clipping, without_clipping
from rnn_core.lessons.memory.magnitudes import magnitude


@st.fragment(key="memory_clipping")
def show() -> None:
    """The cliff, and what can be set."""
    st.markdown("#### " + _("Clipping: what helps when gradients explode"))
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(
            _(
                "One unit, no bend, nothing read: h′ = w h, begun at 1, so that the last h is w to the power of the "
                "steps. It should be {wanted}. If a gradient is longer than the limit, clipping cuts it to the limit; "
                "its direction stays.",
                wanted=magnitude(WANTED, 2),
            )
        )
        steps, start, rate, limit = _choose()
    free = descend(start, steps, rate=rate, limit=None)
    held = descend(start, steps, rate=rate, limit=limit)
    with right:
        figure = cliff_figure(free, held, steps, theme=PAGE, say=_)
        chart(figure, key="memory_cliff_chart", alt=tell_plainly(cliff_alt(free, held, steps)))
        said = (gradient_at_start(free, steps), without_clipping(free, steps), with_clipping(held, steps, limit))
        st.markdown("\n".join(f"- {tell(sentence)}" for sentence in said))


def _choose() -> tuple[int, float, float, float]:
    """Steps, first weight, learning rate, limit."""
    return (
        int(st.slider(_("Steps"), 5, 30, 12, key="memory_cliff_steps", help=_("More steps make a steeper wall."))),
        float(
            st.slider(
                _("The first w"),
                0.6,
                1.5,
                1.3,
                0.05,
                key="memory_cliff_start",
                help=_("Above 1 it begins on the wall, below 1 on the flat side."),
            )
        ),
        float(
            st.slider(
                _("Learning rate"),
                0.005,
                0.05,
                0.02,
                0.005,
                format="%.3f",
                key="memory_cliff_rate",
                help=_("What each gradient is multiplied by before it is taken from w."),
            )
        ),
        float(
            st.slider(
                _("Limit of the gradient"),
                0.5,
                10.0,
                1.0,
                0.5,
                key="memory_cliff_limit",
                help=_("The longest that a gradient may be. With a huge limit nothing is clipped."),
            )
        ),
    )
