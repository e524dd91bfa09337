"""The weights that are walked with: those of the chosen preset, as a person has changed them since."""

import numpy as np
import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from pages.ui.learn.cell.choice import Chosen
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.cell import BLOCKS, NAMES, OUTPUT, Output, block_of, with_block

_CHANGED = "cell_changed"
_LARGEST = 20.0


def weights_of(chosen: Chosen, cell: str) -> Arrays:
    """The weights `(W, U, b)` of `cell` as they are now."""
    return _changed().get(f"{chosen.name} {cell}") or chosen.preset.make(cell, chosen.seed, chosen.scale)


def output() -> Output:
    """The output layer as it is now."""
    return _changed().get("output", OUTPUT)


def change(chosen: Chosen) -> None:
    """Boxes for the weights of one gate, for those who want to see what each of them does."""
    with st.expander(_("Change the weights"), icon=":material/tune:"):
        left, right = st.columns(2)
        with left:
            cell = st.pills(
                _("Cell"), chosen.cells, default=chosen.cells[0], key=f"cell_change_{chosen.cells}", required=True
            )
        with right:
            letters = [block.letter for block in BLOCKS[cell]]
            letter = st.pills(
                _("Gate or candidate"),
                letters,
                format_func=lambda one: f"{one} · {_(NAMES[one])}",
                default=letters[0],
                key=widgets.key(f"cell_change_{cell}"),
                required=True,
            )
        _change_block(chosen, cell, letter)
        _change_output()
        if _changed():
            st.button(_("Put everything back"), key="cell_back", icon=":material/undo:", on_click=_put_back)


def _change_block(chosen: Chosen, cell: str, letter: str) -> None:
    whole = weights_of(chosen, cell)
    before = block_of(cell, whole, letter)
    name = f"{chosen.name} {cell}"
    after = tuple(_boxes(word, one, f"{name} {letter}") for word, one in zip("WUb", before, strict=True))
    if any((one != other).any() for one, other in zip(before, after, strict=True)):
        _keep(_changed() | {name: with_block(cell, whole, letter, after)})


def _change_output() -> None:
    before = output()
    weights = _boxes("V", before.weights, "output")
    bias = float(_boxes("d", np.array([before.bias]), "output")[0])
    if (weights != before.weights).any() or bias != before.bias:
        _keep(_changed() | {"output": Output(weights, bias)})


def _boxes(word: str, values: Array, where: str) -> Array:
    """A box for each number of `values`, in one row; what they say now."""
    columns = st.columns(4)
    found = values.copy()
    for number, place in enumerate(np.ndindex(values.shape)):
        label = word + "".join(str(one + 1) for one in place)
        found[place] = columns[number % 4].number_input(
            label,
            -_LARGEST,
            _LARGEST,
            float(values[place]),
            0.1,
            format="%.3f",
            key=f"cell_box_{_turn()} {where} {label}",
        )
    return found


def _changed() -> dict[str, object]:
    return dict(state.kept(_CHANGED, {}))


def _keep(changed: dict[str, object]) -> None:
    state.keep(_CHANGED, changed)


def _put_back() -> None:
    _keep({})
    state.keep("cell_turn", _turn() + 1)


def _turn() -> int:
    """How often everything was put back: boxes of another turn are other boxes."""
    return int(state.kept("cell_turn", 0))
