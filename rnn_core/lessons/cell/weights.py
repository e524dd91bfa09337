"""WEIGHTS: the one list of weights that a person can start from, made for any cell with two units. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.cell.blocks import BLOCKS
from rnn_core.lessons.cell.example import bias_of, example_weights
from rnn_core.words import N_

UNITS = 2
# The logistic function of 6 is 0.998: as good as open, and as good as shut with the other sign.
_WIDE = 6.0


@dataclass(frozen=True)
class Preset:
    """Weights by name: `make(cell, seed, scale)` gives `(W, U, b)` for one input; `chance` says if a seed matters."""

    name: str
    title: str
    note: str
    make: Callable[[str, int, float], Arrays]
    chance: bool = False


@dataclass(frozen=True)
class _Part:
    """The weights of one block: of the input for each unit, of the state (the unit's own alone), and the bias."""

    read: tuple[float, float] = (0.0, 0.0)
    own: float = 0.0
    bias: float = 0.0


def _random(cell: str, seed: int, scale: float) -> Arrays:
    chance = np.random.default_rng(seed)
    width = len(BLOCKS[cell]) * UNITS
    kernel, recurrent = chance.normal(0, scale, (1, width)), chance.normal(0, scale, (UNITS, width))
    bias = np.concatenate([np.full(UNITS, float(block.letter == "f")) for block in BLOCKS[cell]])
    return kernel.round(2), recurrent.round(2), bias_of(cell, bias)


# Where the input is 0 the gate stays shut; unit 1 opens it for what is above 0, unit 2 for what is below.
_WHEN_SOMETHING_COMES = _Part(read=(2 * _WIDE, -2 * _WIDE), bias=-_WIDE)
_REMEMBERS = {
    "h": _Part(read=(2, 1), own=1),
    "i": _WHEN_SOMETHING_COMES,
    "f": _Part(bias=_WIDE),
    "g": _Part(read=(2, 2)),
    "o": _Part(bias=_WIDE),
    "z": _Part(read=(-2 * _WIDE, 2 * _WIDE), bias=_WIDE),
    "n": _Part(read=(2, 2)),
}
_FORGETS = {
    "h": _Part(read=(2, 1)),
    "i": _Part(bias=_WIDE),
    "f": _Part(bias=-_WIDE),
    "g": _Part(read=(2, 1)),
    "o": _Part(bias=_WIDE),
    "z": _Part(bias=-_WIDE),
    "n": _Part(read=(2, 1)),
}


def _from_parts(cell: str, parts: Mapping[str, _Part]) -> Arrays:
    chosen = [parts.get(block.letter, _Part()) for block in BLOCKS[cell]]
    kernel = np.concatenate([part.read for part in chosen])[None].astype("float64")
    recurrent = np.concatenate([part.own * np.eye(UNITS) for part in chosen], axis=1)
    return kernel, recurrent, bias_of(cell, np.repeat([part.bias for part in chosen], UNITS))


WEIGHTS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.name: preset
        for preset in (
            Preset(
                "example",
                N_("The worked example"),
                N_(
                    "The numbers of the example, in every gate the same; only the forget gate begins with a bias of 1, "
                    "as in Keras. So you can follow each of them with a pencil."
                ),
                lambda cell, _seed, _scale: example_weights(cell),
            ),
            Preset(
                "remembers",
                N_("Remembers"),
                N_(
                    "The LSTM's forget gate stays open, and so does the GRU's update gate until something comes in. "
                    "Unit 1 takes note of what is above 0, unit 2 of what is below. The SimpleRNN has no gate: its "
                    "state is handed on whole, and fades all the same."
                ),
                lambda cell, _seed, _scale: _from_parts(cell, _REMEMBERS),
            ),
            Preset(
                "forgets",
                N_("Forgets"),
                N_("The gates that could keep something are shut: each step knows only what it has just read."),
                lambda cell, _seed, _scale: _from_parts(cell, _FORGETS),
            ),
            Preset(
                "random",
                N_("Random"),
                N_("As before anything is learnt: every weight of W and U is drawn by chance."),
                _random,
                chance=True,
            ),
        )
    }
)


def with_block(cell: str, weights: Arrays, letter: str, block: Arrays) -> Arrays:
    """`weights` with those of one gate replaced by `block` `(features, units)`, `(units, units)`, `(..., units)`."""
    columns = _columns(cell, letter, weights[1].shape[0])
    changed = tuple(one.copy() for one in weights)
    for whole, part in zip(changed, block, strict=True):
        whole[..., columns] = part
    return changed


def block_of(cell: str, weights: Arrays, letter: str) -> Arrays:
    """The weights of one gate alone."""
    columns = _columns(cell, letter, weights[1].shape[0])
    return tuple(_cut(one, columns) for one in weights)


def _cut(whole: Array, columns: slice) -> Array:
    return whole[..., columns].copy()


def _columns(cell: str, letter: str, units: int) -> slice:
    place = [block.letter for block in BLOCKS[cell]].index(letter)
    return slice(place * units, (place + 1) * units)
