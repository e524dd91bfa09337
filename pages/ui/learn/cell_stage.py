"""The cells on their stage, what can be changed in them, and one of their steps worked out by hand."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from pages.ui import state
from pages.ui.language import _, tell_plainly
from pages.ui.learn import cell_hand, cell_weights
from pages.ui.learn.cell_choice import Chosen, choose
from pages.ui.learn.stage import stage
from rnn_core.figures.scenes.cells import cells_alt, cells_scene
from rnn_core.lessons.cell import STATES, Walk, moments, told, walk
from rnn_core.words import Sentence

_SECONDS, _SECONDS_SLOW = 2.2, 1.8


@st.fragment
def show() -> None:
    """Everything that hangs on what is chosen above the stage."""
    chosen = choose()
    above = st.container()
    st.caption(_(chosen.preset.note))
    cell_weights.change(chosen)
    walks = {cell: _walk(chosen, cell) for cell in chosen.cells}
    with above:
        play(list(walks.values()), slow=chosen.slow)
    cell_hand.show(walks, {cell: cell_weights.weights_of(chosen, cell) for cell in walks})


def play(walks: Sequence[Walk], *, slow: bool) -> None:
    """`walks` on the stage, a step at a time, or in `slow` motion a part of a step."""
    looked_at = moments(walks[0].steps, slow=slow)
    scene = cells_scene(
        walks,
        looked_at,
        [in_a_row(told(walks, moment)) for moment in looked_at],
        titles=[walk.cell for walk in walks],
        seconds=_SECONDS_SLOW if slow else _SECONDS,
        say=_,
    )
    stage(scene, key="cells", alt=tell_plainly(cells_alt(walks)))


def in_a_row(sentences: Sequence[Sentence]) -> str:
    """Several sentences as plain text; Chinese has no space between them."""
    return ("" if state.language() == "zh" else " ").join(tell_plainly(one) for one in sentences)


def _walk(chosen: Chosen, cell: str) -> Walk:
    first = [np.array(chosen.sequence.first)] * len(STATES[cell])
    weights = cell_weights.weights_of(chosen, cell)
    return walk(cell, chosen.inputs, first, weights, output=cell_weights.output())
