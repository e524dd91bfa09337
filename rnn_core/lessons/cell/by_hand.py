"""A step by hand: every product, sum and bend of one block, written out with all its digits. Pure."""

from dataclasses import dataclass

import numpy as np

from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.cell.blocks import BLOCKS, STATES, Block
from rnn_core.lessons.cell.walk import Walk
from rnn_core.lessons.cell.weights import block_of

DECIMALS = 8
_SUBSCRIPTS = "₁₂₃₄₅₆₇₈₉"


@dataclass(frozen=True)
class Row:
    """One line of the reckoning: `what` in letters, and a cell `written` out for each unit; `bold` where it ends."""

    what: str
    written: tuple[str, ...]
    bold: bool = False


def letters_by_hand(cell: str) -> tuple[str, ...]:
    """What can be reckoned by hand in `cell`, in the order in which it is worked out.

    >>> letters_by_hand("LSTM"), letters_by_hand("SimpleRNN")
    (('i', 'f', 'g', 'o', 'c', 'h'), ('h',))
    """
    letters = (*(block.letter for block in BLOCKS[cell]), *reversed(STATES[cell]))
    return tuple(dict.fromkeys(letters))


def by_hand(walk: Walk, weights: Arrays, letter: str, step: int) -> tuple[Row, ...]:
    """How `letter` of `walk`, whose cell has `weights`, comes to its numbers at `step`."""
    block = next((one for one in BLOCKS[walk.cell] if one.letter == letter), None)
    rows = _state_rows(walk, letter, step) if block is None else _block_rows(walk, weights, block, step)
    how = f" = {block.bend}(a)" if block else ""
    name = f"{letter}′" if letter in STATES[walk.cell] else letter
    ends = tuple(f"{value:.{DECIMALS}f}".replace("-", "−") for value in walk.after[letter][step])
    return (*rows, Row(name + how, ends, bold=True))


def _block_rows(walk: Walk, weights: Arrays, block: Block, step: int) -> list[Row]:
    """The sum of a gate or candidate, part by part."""
    kernel, recurrent, bias = block_of(walk.cell, weights, block.letter)
    rows = [_products("W x", walk.inputs[step, 0], kernel[0])]
    for unit, state in enumerate(walk.before["h"][step]):
        rows.append(_products(f"U h{_SUBSCRIPTS[unit]}", state, recurrent[unit]))
    rows += _biases(bias, reset=bool(block.reset))
    if block.reset:
        rows.append(Row(block.reset, _written(walk.after[block.reset][step])))
    sums = f"a = W x + b + {block.reset} (U h + b′)" if block.reset else "a"
    return [*rows, Row(sums, _written(walk.sums[block.letter].total[step]))]


def _state_rows(walk: Walk, letter: str, step: int) -> list[Row]:
    """What a new state is put together from."""
    old, new = ({name: one[step] for name, one in values.items()} for values in (walk.before, walk.after))
    if letter == "c":
        return [_multiplied("f · c", new["f"], old["c"]), _multiplied("i · g", new["i"], new["g"])]
    if walk.cell == "LSTM":
        bent = np.tanh(new["c"])
        return [Row("tanh(c′)", _written(bent)), _multiplied("o · tanh(c′)", new["o"], bent)]
    return [_multiplied("z · h", new["z"], old["h"]), _multiplied("(1 − z) · n", 1 - new["z"], new["n"])]


def _multiplied(what: str, one: Array, other: Array) -> Row:
    pairs = zip(one, other, strict=True)
    return Row(what, tuple(f"{exact(a)} · {exact(b)} = {exact(a * b)}" for a, b in pairs))


def result_by_hand(walk: Walk, step: int) -> str:
    """How y comes from the new state, with all digits; empty where there is no output layer."""
    if walk.output is None or walk.outputs is None:
        return ""
    terms = zip(walk.output.weights, walk.after["h"][step], strict=True)
    products = " + ".join(f"{exact(weight)} · {state:.{DECIMALS}f}" for weight, state in terms)
    said = f"y = V h′ + d = {products} + {exact(walk.output.bias)} = {walk.outputs[step]:.{DECIMALS}f}"
    return said.replace("-", "−")


def exact(value: float) -> str:
    """A number with all the digits it has, up to `DECIMALS`.

    >>> exact(0.1), exact(-2.0), exact(1.2923)
    ('0.1', '−2', '1.2923')
    """
    return np.format_float_positional(value, precision=DECIMALS, trim="-").replace("-", "−")


def _products(what: str, read: float, weights: Array) -> Row:
    return Row(what, tuple(f"{exact(read)} · {exact(weight)} = {exact(read * weight)}" for weight in weights))


def _biases(bias: Array, *, reset: bool) -> list[Row]:
    """One row of `b`; of a GRU b and b', which only where it resets must be kept apart."""
    if bias.ndim == 1:
        return [Row("b", _written(bias))]
    if reset:
        return [Row("b", _written(bias[0])), Row("b′", _written(bias[1]))]
    return [Row("b + b′", _written(bias.sum(axis=0)))]


def _written(values: Array) -> tuple[str, ...]:
    return tuple(exact(value) for value in values)
