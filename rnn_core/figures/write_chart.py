"""A character model as it learns: bits per held-out character after each epoch, and what counting needs. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.progress_chart import Progress, Score, progress_figure
from rnn_core.figures.theme import LIGHT, Say, Theme, cell_look
from rnn_core.learning.events import EpochDone
from rnn_core.text.write.bits import bits_of
from rnn_core.words import N_, Sentence


@dataclass(frozen=True)
class Writing:
    """A network under this `name`, its cell, and its epochs so far."""

    name: str
    cell: str
    history: Sequence[EpochDone]


def write_figure(
    networks: Sequence[Writing],
    epochs: int,
    counted: Mapping[str, float],
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """A line a network over `epochs`; what was `counted`, in bits by its name, as level lines."""
    return progress_figure(
        list(_lines(networks)), epochs, counted, Score(say("bits per character")), theme=theme, say=say
    )


def write_alt(networks: Sequence[Writing]) -> Sentence:
    """The chart in words: how far each network is."""
    ends = "; ".join(f"{one.name} {_last(one.history)}" for one in networks)
    return Sentence(
        "alt_write",
        N_("Bits per character that was kept back, after each epoch; fewer are better. So far: {ends}."),
        {"ends": ends},
    )


def _lines(networks: Sequence[Writing]) -> Iterator[Progress]:
    seen: Counter[str] = Counter()
    for one in networks:
        yield Progress(one.name, cell_look(one.cell, repeat=seen[one.cell]), tuple(map(_bits, one.history)))
        seen[one.cell] += 1


def _bits(done: EpochDone) -> float | None:
    return None if done.validation_loss is None else bits_of(done.validation_loss)


def _last(history: Sequence[EpochDone]) -> str:
    bits = _bits(history[-1]) if history else None
    return "–" if bits is None else f"{bits:.2f}"
