"""Walk: one sequence through one cell, with everything that is worked out at each step. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.lessons.cell.blocks import BLOCKS, STATES, Block


@dataclass(frozen=True)
class Sum:
    """What is added up in a block before it is bent, `(steps, units)` each: `W x`, what comes of `U h`, and `b`."""

    read: Array
    back: Array
    bias: Array

    @property
    def total(self) -> Array:
        """The sum `a`, `(steps, units)`."""
        total: Array = self.read + self.back + self.bias
        return total


@dataclass(frozen=True)
class Output:
    """A Dense layer with one output, `y = V h + d`: `weights` V `(units,)`, `bias` d."""

    weights: Array
    bias: float


@dataclass(frozen=True)
class Walk:
    """One way through a sequence.

    `inputs` `(steps, features)`; `before` and `after` hold, by letter, `(steps, units)` each: the states before each
    step, and all that the step made of them, the new states included. `sums` belong to the blocks, by letter, where
    the weights are known; `outputs` `(steps,)` is y after each step, where there is an `output`.
    """

    cell: str
    inputs: Array
    before: Mapping[str, Array]
    after: Mapping[str, Array]
    sums: Mapping[str, Sum]
    output: Output | None = None

    @property
    def steps(self) -> int:
        """How many steps the sequence has."""
        return len(self.inputs)

    @property
    def outputs(self) -> Array | None:
        """What the output layer says after each step, `(steps,)`."""
        return None if self.output is None else self.after["h"] @ self.output.weights + self.output.bias


def walk(cell: str, inputs: Array, states: Sequence[Array], weights: Arrays, *, output: Output | None = None) -> Walk:
    """`inputs` `(steps, features)` through `cell`, from `states` `(units,)` each, with Keras' weights `(W, U, b)`."""
    exact = np.asarray(inputs, "float64")
    first = tuple(np.asarray(state, "float64")[None] for state in states)
    weights = tuple(np.asarray(one, "float64") for one in weights)
    loop = LOOPS[cell]
    passed = loop.forward(exact[None], first, weights, None)
    after = {letter: values[:, 0] for letter, values in loop.quantities(passed).items()}
    before = states_before(cell, after, [state[0] for state in first])
    sums = {block.letter: _sum(block, cell, exact, before["h"], after, weights) for block in BLOCKS[cell]}
    return Walk(cell, exact, before, after, sums, output)


def states_before(cell: str, after: Mapping[str, Array], first: Sequence[Array]) -> dict[str, Array]:
    """The states before each step, `(steps, units)` each: the `first` ones, then those that the step before made."""
    named = zip(STATES[cell], first, strict=True)
    return {letter: np.concatenate([state[None], after[letter][:-1]]) for letter, state in named}


def of_units(whole: Walk, units: Sequence[int]) -> Walk:
    """The same walk with only some of its `units`; what reaches them from the others stays within their sums."""
    chosen = list(units)
    sums = {
        letter: Sum(one.read[:, chosen], one.back[:, chosen], one.bias[:, chosen]) for letter, one in whole.sums.items()
    }
    before = {letter: values[:, chosen] for letter, values in whole.before.items()}
    after = {letter: values[:, chosen] for letter, values in whole.after.items()}
    return replace(whole, before=before, after=after, sums=sums, output=None)


def _sum(block: Block, cell: str, inputs: Array, hidden: Array, after: Mapping[str, Array], weights: Arrays) -> Sum:
    """The parts of the sum of `block`; where a gate resets, what comes of the state is `r (U h + b')`."""
    place = BLOCKS[cell].index(block)
    units = hidden.shape[1]
    kernel, recurrent, bias = (one[..., place * units : (place + 1) * units] for one in weights)
    back = after[block.reset] * after["m"] if block.reset else hidden @ recurrent
    added = bias if bias.ndim == 1 else bias[0] if block.reset else bias.sum(axis=0)
    return Sum(inputs @ kernel, back, np.broadcast_to(added, hidden.shape))
