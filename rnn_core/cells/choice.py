"""Which recurrent layers train a network, ours or Keras' own, and why: decided in one place. Pure: no Keras."""

import math
from dataclasses import dataclass

from rnn_core.cells.loops import LOOPS
from rnn_core.words import Sentence


@dataclass(frozen=True)
class Choice:
    """Whether the fast layers of `fused.py` are used, and the reason in a sentence."""

    fast: bool
    why: Sentence


KERAS_LAYERS = Choice(False, Sentence("keras_layers", "The layers of Keras, the usual library, did the training."))
"""What runs say that were made before there was a choice."""

_GRAPHICS_CARD = Choice(
    False,
    Sentence(
        "keras_layers_gpu",
        "The layers of Keras, the usual library, did the training: they are made for the graphics card that is here.",
    ),
)
_NOT_SLOWER = Choice(
    False,
    Sentence(
        "keras_layers_quick",
        "The layers of Keras, the usual library, did the training: for this cell, so many units and such batches they "
        "are as quick as RNN Lab's own. The result would be the same.",
    ),
)
_NO_LOOP = Choice(
    False,
    Sentence(
        "keras_layers_no_loop",
        "The layers of Keras, the usual library, did the training: RNN Lab has none of its own for this cell.",
    ),
)
_FAST = Choice(
    True,
    Sentence(
        "fast_layers",
        "RNN Lab's own layers did the training: they calculate the same as those of Keras, the usual library, in less "
        "time. The result is the same but for rounding.",
    ),
)
_CHOICES = {one.why.code: one for one in (KERAS_LAYERS, _GRAPHICS_CARD, _NOT_SLOWER, _NO_LOOP, _FAST)}


def known_choice(claimed: Choice) -> Choice:
    """What somebody else's run says of its layers, in a sentence of ours."""
    return _CHOICES.get(claimed.why.code, _FAST if claimed.fast else KERAS_LAYERS)


@dataclass(frozen=True)
class _Area:
    """Where steps of Keras' layer of `cell` took no longer than ours in `tests/benchmarks/fast_layers.py`.

    Or took so nearly as long that one measurement says this and the next one that.
    """

    cell: str
    units_from: int = 1
    window_to: float = math.inf
    batch_from: int = 1

    def holds(self, cell: str, units: int, window: int, batch_size: int) -> bool:
        large = units >= self.units_from and batch_size >= self.batch_from
        return cell == self.cell and large and window <= self.window_to


# Large batches are all multiplication, which TensorFlow does as quickly; short windows leave its loop little to do.
_QUICK_IN_KERAS = (
    _Area("SimpleRNN", units_from=125, batch_from=128),
    _Area("SimpleRNN", units_from=256, window_to=20),
    _Area("LSTM", units_from=125, batch_from=128),
)


def choose_layers(cell: str, *, units: int, window: int, batch_size: int, gpu: bool = False) -> Choice:
    """The layers for `cell`, one of CELLS: those that learn faster here, with the same result.

    `units`, `window` (time steps) and `batch_size` are those of the network, `gpu` says whether TensorFlow has one.

    >>> choose_layers("LSTM", units=125, window=60, batch_size=32).fast
    True
    """
    if gpu:
        return _GRAPHICS_CARD
    if cell not in LOOPS:
        return _NO_LOOP
    if any(area.holds(cell, units, window, batch_size) for area in _QUICK_IN_KERAS):
        return _NOT_SLOWER
    return _FAST
