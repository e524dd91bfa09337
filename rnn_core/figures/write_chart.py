"""A character model as it learns: bits per held-out character after each epoch, and what counting needs. Pure."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from rnn_core.figures.progress_chart import Progress, Score, progress_figure
from rnn_core.figures.theme import LIGHT, Say, Theme, cell_look
from rnn_core.learning.events import EpochDone
from rnn_core.text.write.bits import bits_of
from rnn_core.words import N_, Sentence

Histories = Mapping[str, Sequence[EpochDone]]
"""The epochs of each cell so far, by its name."""


def write_figure(
    histories: Histories,
    epochs: int,
    counted: Mapping[str, float],
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """A line a cell over `epochs`; what was `counted`, in bits by its name, as level lines."""
    lines = [Progress(cell, cell_look(cell), tuple(map(_bits, history))) for cell, history in histories.items()]
    return progress_figure(lines, epochs, counted, Score(say("bits per character")), theme=theme, say=say)


def write_alt(histories: Histories) -> Sentence:
    """The chart in words: how far each cell is."""
    ends = "; ".join(f"{cell} {_last(history)}" for cell, history in histories.items())
    return Sentence(
        "alt_write",
        N_("Bits per character that was kept back, after each epoch; fewer are better. So far: {ends}."),
        {"ends": ends},
    )


def _bits(done: EpochDone) -> float | None:
    return None if done.validation_loss is None else bits_of(done.validation_loss)


def _last(history: Sequence[EpochDone]) -> str:
    bits = _bits(history[-1]) if history else None
    return "–" if bits is None else f"{bits:.2f}"
