"""Sequences of different length in one table: padding, and what it does to the last state with a mask and without.

Pure NumPy, on the cells of LOOPS.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.cells.cell import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Arrays
from rnn_core.lessons.shapes.network import Floats

Side = Literal["back", "front"]
Booleans = npt.NDArray[np.bool_]

UNITS = 3
SEQUENCES: tuple[tuple[float, ...], ...] = ((0.9, -0.4, 0.7, -0.8, 0.3, 0.6), (0.5, -0.9, 0.8, 0.4), (-0.7, 0.9))


@dataclass(frozen=True)
class Padded:
    """What was read and what came of it, for all sequences of the table.

    `table` and `real` are `(sequences, steps)`, `states` `(steps, sequences, units)` after each step, and `alone`
    `(sequences, units)` the last state of each sequence read by itself.
    """

    table: Floats
    real: Booleans
    states: Floats
    alone: Floats

    @property
    def off(self) -> Floats:
        """How far the last state lies from that of the sequence alone: the largest difference, `(sequences,)`."""
        off: Floats = np.abs(self.states[-1] - self.alone).max(axis=1)
        return off


def pad(side: Side, sequences: tuple[tuple[float, ...], ...] = SEQUENCES) -> tuple[Floats, Booleans]:
    """The `sequences` filled up with zeros to the longest one, and which values are real; `(sequences, steps)` both."""
    steps = max(map(len, sequences))
    table, real = np.zeros((len(sequences), steps)), np.zeros((len(sequences), steps), bool)
    for row, values in enumerate(sequences):
        place = slice(0, len(values)) if side == "back" else slice(steps - len(values), steps)
        table[row, place], real[row, place] = values, True
    return table, real


def read_padded(cell: str, side: Side, *, masked: bool) -> Padded:
    """Read the table step by step with `cell`; where `masked`, a padded step leaves the state as it is."""
    table, real = pad(side)
    keep = real if masked else np.ones_like(real)
    weights = weights_of(cell)
    alone = [_states(cell, np.array([values]), np.ones((1, len(values)), bool), weights)[-1, 0] for values in SEQUENCES]
    return Padded(table, real, _states(cell, table, keep, weights), np.array(alone))


def weights_of(cell: str) -> Arrays:
    """Weights `(W, U, b)` as after some learning: the same at every call, and biases that are not zero."""
    rng, kind = np.random.default_rng(7), CELLS[cell]
    wide = kind.gates * UNITS
    bias = rng.normal(0, 0.4, wide if kind.biases == 1 else (kind.biases, wide))
    return rng.normal(0, 1, (1, wide)), rng.normal(0, 0.6, (UNITS, wide)), bias


def _states(cell: str, table: Floats, keep: Booleans, weights: Arrays) -> Floats:
    """The hidden state after each step, `(steps, sequences, units)`; where not `keep`, that of the step before."""
    loop = LOOPS[cell]
    states: Arrays = tuple(np.zeros((len(table), UNITS)) for _ in range(loop.states))
    hidden = []
    for step in range(table.shape[1]):
        passed = loop.forward(table[:, step, None, None], states, weights, None)
        stays = keep[:, step, None]
        states = tuple(np.where(stays, new, old) for new, old in zip(passed.states, states, strict=True))
        hidden.append(states[0])
    return np.array(hidden)
