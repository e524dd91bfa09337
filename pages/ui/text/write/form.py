"""What can be chosen of a character model: cells, size and how long it learns."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import refused
from pages.ui.language import _
from pages.ui.text import works
from rnn_core.cells import CELLS
from rnn_core.engine.text_jobs import WriteJob
from rnn_core.text.passage import Passage
from rnn_core.text.write.spec import WriteSpec

# Sliders end where a try still takes a few minutes; the spec knows more.
_MOST_UNITS, _MOST_EPOCHS, _MOST_WINDOW = 256, 40, 128


def specs() -> list[WriteSpec]:
    """A spec for each chosen cell, alike but for the cell."""
    cells = st.pills(_("Cells"), list(CELLS), default=["GRU"], selection_mode="multi", key="write_cells")
    common = {
        "units": _slider("units", _MOST_UNITS, _("Units"), _("How many numbers the network remembers at a time.")),
        "epochs": _slider("epochs", _MOST_EPOCHS, _("Epochs"), _("How often the network goes through the text.")),
    }
    with st.expander(_("More settings"), icon=":material/tune:"):
        common["window"] = _slider(
            "window", _MOST_WINDOW, _("Window (characters)"), _("How far back a gradient goes. Memory reaches further.")
        )
        common["layers"] = _slider("layers", 3, _("Layers"), _("Recurrent layers on top of each other."))
        common["seed"] = _slider("seed", 20, _("Seed"), _("Other random numbers, the same text."))
    # In the order of CELLS, whatever was clicked first.
    return [WriteSpec.make(cell=cell, **common) for cell in CELLS if cell in (cells or ["GRU"])]


def train_button(passage: Passage | None, chosen: Sequence[WriteSpec]) -> None:
    """Train them, where there is a text; what is refused is said here."""
    jobs = [WriteJob(spec, passage) for spec in chosen] if passage else []
    st.button(
        _("Train"),
        type="primary",
        width="stretch",
        disabled=not jobs,
        icon=":material/play_arrow:",
        on_click=refused.attempt,
        args=("write", works.start, "write", jobs),
    )
    refused.show("write")


def _slider(name: str, most: int, label: str, words: str) -> int:
    low, high = WriteSpec.bounds(name)
    return int(st.slider(label, low, min(high, most), WriteSpec.default(name), key=f"write_{name}", help=words))
