"""What goes through the cells, and which cells: chosen in a row of pills."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell
from rnn_core.cells.through_time import Array
from rnn_core.errors import RnnLabError
from rnn_core.lessons.cell import FROM_PLAIN_TO_RICH, SEQUENCES, TYPED, WEIGHTS, Preset, Sequence, read_sequence


@dataclass(frozen=True)
class Chosen:
    """The `cells` side by side, what they read, the `preset` of their weights, and whether time goes slowly."""

    cells: tuple[str, ...]
    sequence: Sequence
    preset: Preset
    seed: int
    scale: float
    slow: bool

    @property
    def inputs(self) -> Array:
        """What is read, `(steps, 1)`."""
        return np.array(self.sequence.values)[:, None]

    @property
    def name(self) -> str:
        """Of the weights, one for all that was chosen about them."""
        return f"{self.preset.name} {self.seed} {self.scale}" if self.preset.chance else self.preset.name


def choose() -> Chosen:
    """Everything that a person chooses above the stage."""
    titles = {name: one.title for name, one in SEQUENCES.items()}
    sequence = SEQUENCES[_pill(_("What comes in"), titles, "cell_in")]
    preset = WEIGHTS[_pill(_("Weights"), {name: one.title for name, one in WEIGHTS.items()}, "cell_weights")]
    cells = _cells()
    if sequence is TYPED:
        sequence = _typed()
    seed, scale = _chance() if preset.chance else (0, 1.0)
    slow = _slow()
    return Chosen(cells, sequence, preset, seed, scale, slow)


def _pill(label: str, titles: dict[str, str], key: str) -> str:
    return str(
        st.pills(
            label,
            list(titles),
            format_func=lambda name: _(titles[name]),
            default=next(iter(titles)),
            key=widgets.key(key),
            required=True,
        )
    )


def _cells() -> tuple[str, ...]:
    """Those that are chosen, from the plainest on; all where none is."""
    chosen = st.pills(
        _("Cells"), FROM_PLAIN_TO_RICH, selection_mode="multi", default=FROM_PLAIN_TO_RICH, key="cell_cells"
    )
    return tuple(name for name in FROM_PLAIN_TO_RICH if name in chosen) or FROM_PLAIN_TO_RICH


def _slow() -> bool:
    return bool(
        st.toggle(
            _("Slow motion"),
            key="cell_slow",
            help=_("Each step in four parts: something comes in, gates open, something new is proposed, it is done."),
        )
    )


def _typed() -> Sequence:
    """A sequence of one's own; what cannot be read leaves the last one that could."""
    text = st.text_input(
        _("Your own sequence"),
        ", ".join(f"{value:g}" for value in TYPED.values),
        key="cell_typed",
        help=_("Up to 24 numbers with commas between them; one is read at each step."),
    )
    try:
        return Sequence(TYPED.name, TYPED.title, read_sequence(text))
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return TYPED


def _chance() -> tuple[int, float]:
    left, right = st.columns(2)
    seed = left.slider(
        _("Random seed"),
        1,
        20,
        1,
        key="cell_seed",
        help=_("Another number draws other weights; the same one the same."),
    )
    scale = right.slider(
        _("Size of the weights"),
        0.1,
        3.0,
        1.0,
        0.1,
        key="cell_scale",
        help=_("How far from 0 the weights are drawn. With large ones gates are either open or shut, and states jump."),
    )
    return int(seed), float(scale)
