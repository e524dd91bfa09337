"""The cells on their stage, what can be changed in them, and one of their steps worked out by hand."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from pages.ui.language import _, tell_all_plainly, tell_plainly
from pages.ui.learn.cell import by_hand, weight_boxes
from pages.ui.learn.cell.choice import Chosen, choose
from pages.ui.learn.stage import stage
from rnn_core.figures.scenes.cells import cells_alt, cells_scene
from rnn_core.lessons.cell import STATES, Walk, moments, told, walk

_SECONDS, _SECONDS_SLOW = 2.2, 1.8


@st.fragment
def show() -> None:
    """Everything that hangs on what is chosen above the stage."""
    chosen = choose()
    above = st.container()
    st.caption(_(chosen.preset.note))
    weight_boxes.change(chosen)
    walks = {cell: _walk(chosen, cell) for cell in chosen.cells}
    with above:
        play(list(walks.values()), slow=chosen.slow)
    by_hand.show(walks, {cell: weight_boxes.weights_of(chosen, cell) for cell in walks})


def play(walks: Sequence[Walk], *, slow: bool) -> None:
    """`walks` on the stage, a step at a time, or in `slow` motion a part of a step."""
    looked_at = moments(walks[0].steps, slow=slow)
    scene = cells_scene(
        walks,
        looked_at,
        [tell_all_plainly(told(walks, moment)) for moment in looked_at],
        titles=[walk.cell for walk in walks],
        seconds=_SECONDS_SLOW if slow else _SECONDS,
        say=_,
    )
    stage(scene, key="cells", alt=tell_plainly(cells_alt(walks)))


def _walk(chosen: Chosen, cell: str) -> Walk:
    first = [np.array(chosen.sequence.first)] * len(STATES[cell])
    weights = weight_boxes.weights_of(chosen, cell)
    return walk(cell, chosen.inputs, first, weights, output=weight_boxes.output())
