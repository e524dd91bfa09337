"""How many weights a layer has, and why: from the shapes, live."""

import streamlit as st

from pages.ui.language import _, shown
from rnn_core.lessons.cell import FROM_PLAIN_TO_RICH, Count, count
from rnn_core.words import N_

_UNITS, _INPUTS = 125, 1


@st.fragment
def show() -> None:
    """Two sliders, and what follows from them for each cell."""
    st.markdown("#### " + _("How many weights?"))
    st.markdown(
        _(
            "Every gate and every candidate has weights of its own: **W** for what is read, **U** for the state, and a "
            "bias **b**. So an LSTM has four times what a SimpleRNN has. The GRU, as Keras builds it, has a second "
            "bias in each of its three blocks."
        )
    )
    left, right = st.columns(2)
    inputs = left.slider(_("Inputs at each step"), 1, 20, _INPUTS, key="count_inputs")
    units = right.slider(_("Units"), 1, 256, _UNITS, key="count_units")
    st.markdown(_table([count(cell, inputs, units) for cell in FROM_PLAIN_TO_RICH], inputs, units))
    st.caption(_(_NOTE))


_NOTE = N_(
    "The Dense layer at the end has one weight a unit and one bias. Of many units, twice as many means nearly four "
    "times the weights: U grows with their square."
)


def _table(counts: list[Count], inputs: int, units: int) -> str:
    w, u = shown(inputs), shown(units)
    rows = (
        (f"W: {w} × {u}", [shown(one.kernel) for one in counts]),
        (f"U: {u} × {u}", [shown(one.recurrent) for one in counts]),
        ("b", [f"{shown(one.bias // units)} × {u} = {shown(one.bias)}" for one in counts]),
        (_("One block"), [shown(one.block) for one in counts]),
        (_("Blocks"), [f"× {shown(one.blocks)}" for one in counts]),
        ("**" + _("The layer") + "**", [f"**{shown(one.layer)}**" for one in counts]),
        (_("With the Dense layer (+ {count})", count=counts[0].dense), [shown(one.network) for one in counts]),
    )
    head = "| | " + " | ".join(one.cell for one in counts) + " |\n|:--|" + "--:|" * len(counts) + "\n"
    return head + "\n".join(f"| {what} | " + " | ".join(cells) + " |" for what, cells in rows)
