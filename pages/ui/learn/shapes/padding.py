"""Sequences of different length: filled up with zeros, read with a mask or without."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.learn.stage import stage
from rnn_core.cells import CELLS
from rnn_core.figures.scenes.shapes_padding import padding_alt, padding_scene
from rnn_core.lessons.shapes.padding import read_padded
from rnn_core.words import N_

_SIDES = {"back": N_("Behind"), "front": N_("In front")}


def show() -> None:
    """The table, its choices, and the states that come of it."""
    st.markdown(
        _(
            "A network can read sentences of any length, but a batch is a table, and a table has one width. So shorter "
            "sequences are filled up with zeros (padding), and a mask m says which steps are real (1) and which are "
            "not (0)."
        )
    )
    cell, side, masked = _choices()
    padded = read_padded(cell, side, masked=masked)
    scene = padding_scene(padded, masked=masked, say=_)
    stage(scene, key="padding", alt=tell_plainly(padding_alt(padded, masked=masked)))
    st.latex(r"h' = m\,\varphi(W x + U h + b) + (1 - m)\,h")
    notice(
        _(
            "Zeros are read like any other values: bias and U change the state at each of them. Behind a sequence they "
            "blur what it ended with; in front of it they are nearly forgotten by its end. With a mask there is no "
            "difference at all, on either side. On the Train page every window is equally long, so nothing is padded."
        )
    )


def _choices() -> tuple[str, str, bool]:
    first, second, third = st.columns(3)
    cell = first.segmented_control(_("Cell"), list(CELLS), default="SimpleRNN", key="padding_cell", required=True)
    side = second.segmented_control(
        _("Zeros stand"),
        list(_SIDES),
        format_func=lambda side: _(_SIDES[side]),
        default="back",
        key=widgets.key("padding_side"),
        required=True,
    )
    masked = third.toggle(_("Use a mask"), key="padding_mask", help=_("A masked step leaves the state as it is."))
    return cell, side, masked
