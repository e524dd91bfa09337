"""Which weights an encoder and a decoder have, in which order and of which shapes. Pure."""

from collections.abc import Sequence

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array
from rnn_core.errors import RecordError
from rnn_core.text.rewrite.spec import RewriteSpec

LAYERS = (
    "question", "encoder", "begin", "begin_memory", "said", "decoder",
    "query", "keys", "attention", "joined", "letters",
)  # fmt: skip
"""Layers with weights by name, in the order in which they are kept; a network has those that its spec asks for."""

Shape = tuple[int, ...]


def shapes(spec: RewriteSpec) -> dict[str, tuple[Shape, ...]]:
    """The shapes of the weights of each layer that a network of `spec` has, in their order."""
    units, width = spec.units, 2 * spec.units
    found: dict[str, tuple[Shape, ...]] = {
        "question": ((len(spec.reads), spec.embedding),),
        "encoder": (*_cell(spec), *_cell(spec)),
        "begin": _dense(width, units),
    }
    if LOOPS[spec.cell].states > 1:
        found["begin_memory"] = _dense(width, units)
    found |= {"said": ((len(spec.writes), spec.embedding),), "decoder": _cell(spec)}
    if spec.attention:
        found |= {"query": _dense(units, units), "keys": _dense(width, units), "attention": ((units,),)}
    heard = units + width if spec.attention else units
    return found | {"joined": _dense(heard, units), "letters": _dense(units, len(spec.writes))}


def parameters(spec: RewriteSpec) -> int:
    """How many weights a network of `spec` has."""
    return sum(int(np.prod(shape)) for layer in shapes(spec).values() for shape in layer)


def by_layer(spec: RewriteSpec, weights: Sequence[Array]) -> dict[str, tuple[Array, ...]]:
    """`weights` in their order, under the names of their layers.

    Raises:
        RecordError: they are not those of such a network, or no numbers.
    """
    wanted = shapes(spec)
    if [one.shape for one in weights] != [shape for layer in wanted.values() for shape in layer]:
        raise RecordError(
            "other_rewriting_weights",
            "The weights that were kept are not those of a network with these settings, so it cannot be asked. "
            "Train it again.",
        )
    if not all(np.isfinite(one).all() for one in weights):
        raise RecordError(
            "lost_rewriting_weights",
            "The weights of this network grew beyond all bounds while it learnt, so it cannot be asked. "
            "Train it again; a smaller learning rate would help.",
        )
    left = iter(weights)
    return {name: tuple(next(left) for _ in layer) for name, layer in wanted.items()}


def _cell(spec: RewriteSpec) -> tuple[Shape, ...]:
    cell = CELLS[spec.cell]
    wide = cell.gates * spec.units
    return ((spec.embedding, wide), (spec.units, wide), (wide,) if cell.biases == 1 else (cell.biases, wide))


def _dense(reads: int, units: int) -> tuple[Shape, ...]:
    return (reads, units), (units,)
