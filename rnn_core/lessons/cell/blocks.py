"""BLOCKS: what each cell works out at a step, in which order, by the letters of the equations in `rnn_core/cells`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.cells import CELLS
from rnn_core.words import N_


@dataclass(frozen=True)
class Block:
    """A gate or candidate: one block of `units` columns in the weights, in Keras' order of blocks.

    `bend` is what its sum goes through; what it reads of the state is first multiplied by the gate `reset`, if any.
    """

    letter: str
    bend: str
    reset: str = ""


BLOCKS: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {
        "SimpleRNN": (Block("h", "tanh"),),
        "LSTM": (Block("i", "s"), Block("f", "s"), Block("g", "tanh"), Block("o", "s")),
        "GRU": (Block("z", "s"), Block("r", "s"), Block("n", "tanh", reset="r")),
    }
)

FROM_PLAIN_TO_RICH: tuple[str, ...] = tuple(sorted(CELLS, key=lambda name: CELLS[name].gates))
"""The cells in the order in which they are taught."""

STATES: Mapping[str, tuple[str, ...]] = MappingProxyType({"SimpleRNN": ("h",), "LSTM": ("h", "c"), "GRU": ("h",)})
"""What a step hands on to the next one, in the order of `Loop.forward`."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "i": N_("input gate"),
        "f": N_("forget gate"),
        "g": N_("candidate"),
        "o": N_("output gate"),
        "z": N_("update gate"),
        "r": N_("reset gate"),
        "n": N_("candidate"),
        "a": N_("sum"),
        "c": N_("cell state"),
        "h": N_("hidden state"),
        "y": N_("result"),
    }
)
"""What the letters are called."""

READS, GATES, CANDIDATE, RESULT = range(4)
"""The four parts of a step: something comes in, gates open, something new is proposed, and the state is made."""

_PARTS = {"i": GATES, "f": GATES, "o": GATES, "z": GATES, "r": GATES, "a": GATES, "g": CANDIDATE, "n": CANDIDATE}


def part_of(letter: str) -> int:
    """In which part of a step the quantity `letter` is worked out.

    >>> part_of("f") == GATES, part_of("h") == RESULT
    (True, True)
    """
    return _PARTS.get(letter, RESULT)
