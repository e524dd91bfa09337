"""Which recurrent layers train a network, ours or Keras' own, and why: decided in one place. Pure: no Keras."""

from dataclasses import dataclass

from rnn_core.cells.cell import CELLS
from rnn_core.words import Sentence


@dataclass(frozen=True)
class Choice:
    """Whether the fast layers of `fused.py` are used, and the reason in a sentence."""

    fast: bool
    why: Sentence


KERAS_LAYERS = Choice(False, Sentence("keras_layers", "Keras' own recurrent layers did the work."))
"""What runs say that were made before there was a choice."""


def choose_layers(cell: str, *, units: int, window: int, batch_size: int, gpu: bool = False) -> Choice:
    """The layers for `cell`, one of CELLS: those that learn faster here, with the same result.

    `units`, `window` (time steps) and `batch_size` are those of the network, `gpu` says whether TensorFlow has one.
    """
    raise NotImplementedError((CELLS[cell], units, window, batch_size, gpu))
