"""One step worked out by hand, with every digit, beside what to notice."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, plain
from pages.ui.learn.notice import notice
from rnn_core.cells.through_time import Arrays
from rnn_core.lessons.cell import NAMES, Row, Walk, by_hand, letters_by_hand, result_by_hand
from rnn_core.words import N_

_NOTICES = (
    N_(
        "A SimpleRNN bends **all** of its state at every step. What it knew is mixed with what it reads, whether it "
        "matters or not."
    ),
    N_(
        "The LSTM's cell state c runs straight along the top. It is multiplied by the forget gate and added to, never "
        "bent: with the gate at 1 it stays as it is."
    ),
    N_("The GRU does the same with its state alone: z keeps, 1 − z takes what is new. It needs no second line."),
    N_("Choose “One pulse, then silence” and “Remembers”: whose state is still there at the end?"),
)


def show(walks: Mapping[str, Walk], weights: Mapping[str, Arrays]) -> None:
    """A step of one of `walks`, whose cells have `weights`, number by number."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown("#### " + _("By hand"))
        _reckon(walks, weights)
    with right:
        notice(*map(_, _NOTICES))


def _reckon(walks: Mapping[str, Walk], weights: Mapping[str, Arrays]) -> None:
    with st.container(horizontal=True):
        cell = st.pills(_("Cell"), list(walks), default=next(iter(walks)), key=f"hand_{list(walks)}", required=True)
        letters = letters_by_hand(cell)
        letter = letters[0]
        if len(letters) > 1:
            letter = st.pills(
                _("What is worked out"),
                letters,
                format_func=lambda one: f"{one} · {_(NAMES[one])}",
                default=letter,
                key=widgets.key(f"hand_{cell}"),
                required=True,
            )
    found = walks[cell]
    step = 1
    if found.steps > 1:
        step = st.slider(_("Step"), 1, found.steps, 1, key=f"hand_step_{found.steps}")
    st.markdown(_table(by_hand(found, weights[cell], letter, step - 1)))
    if letter == "h":
        st.markdown(f"**{plain(result_by_hand(found, step - 1))}**")


def _table(rows: Sequence[Row]) -> str:
    units = range(1, 1 + len(rows[0].written))
    head = "| | " + " | ".join(_("Unit {number}", number=unit) for unit in units) + " |\n"
    return head + "|:--|" + "--:|" * len(units) + "\n" + "\n".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    cells = [f"**{plain(one)}**" if row.bold else plain(one) for one in (row.what, *row.written)]
    return "| " + " | ".join(cells) + " |"
