"""What all cells share when they go through time: rows, gates and gradients of whole sequences. Pure NumPy.

Notation, here and in the files of the cells, meant to be taught with: `x` is what a step reads, `h` the hidden state,
`W` the kernel (weights of `x`), `U` the recurrent kernel (weights of `h`), `b` the bias; `d_y` stands for the
derivative of the loss with respect to `y`. Arrays of a whole sequence are `(steps, gates, batch, units)` or
`(steps, batch, n)`, so that a step, and each gate of it, is one block of memory.

What makes this fast on a processor: `[h, x, 1]` times `[U, W, b]` stacked is one product a gate, only what must wait
for the step before stands in the loop, and the gradient of the weights is one product after it. Nothing is
allocated in a loop. The logistic function is taken as `(1 + tanh(a / 2)) / 2`, so that one `tanh` serves all gates.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
"""Numbers of one kind, single or double precision; results have the precision of what came in."""
Arrays = tuple[Array, ...]

# TensorFlow takes over what begins at such an address, and copies everything else.
_ALIGNED_BYTES = 64


@dataclass(frozen=True)
class Passed:
    """One way forward through a batch of sequences.

    `hidden` `(batch, steps, units)` is the hidden state after each step, `states` are the last ones, `(batch, units)`
    each, and `saved` is what the way back needs.
    """

    hidden: Array
    states: Arrays
    saved: Arrays


@dataclass(frozen=True)
class Gradients:
    """Derivatives of the loss, in the shapes of what they belong to: `inputs`, first `states`, and `weights`."""

    inputs: Array
    states: Arrays
    weights: Arrays


@dataclass(frozen=True)
class Loop:
    """A cell through time. `states` and `saved` count arrays; `masks` counts the masks of recurrent dropout.

    `forward(inputs, states, weights, masks)`: inputs `(batch, steps, features)`, the first states, Keras' weights
    `(W, U, b)`, and masks `(masks, batch, units)` by which `h` is multiplied before it meets the weights of a gate.
    `backward(d_hidden, d_states, saved, weights, masks)`: derivatives with respect to all hidden states
    `(batch, steps, units)`, `None` where only the last ones count, and with respect to the last states.
    `quantities(passed)`: what was in the cell at each step, `(steps, batch, units)` each, by the letters of its
    equations, in the order in which they are worked out.
    """

    forward: Callable[[Array, Arrays, Arrays, Array | None], Passed]
    backward: Callable[[Array | None, Arrays, Arrays, Arrays, Array | None], Gradients]
    quantities: Callable[[Passed], dict[str, Array]]
    states: int
    saved: int
    masks: int


def room(shape: tuple[int, ...], like: Array) -> Array:
    """Memory for an array of the precision of `like`, not yet filled."""
    size = math.prod(shape) * like.itemsize
    raw = np.empty(size + _ALIGNED_BYTES, np.uint8)
    skip = -int(raw.__array_interface__["data"][0]) % _ALIGNED_BYTES
    return raw[skip : skip + size].view(like.dtype).reshape(shape)


def rows_before(inputs: Array, hidden: Array) -> Array:
    """`[h, x, 1]` before each step, `(steps + 1, batch, units + features + 1)`, of `h` only the first filled in.

    The last row is there for the `h` after the last step.
    """
    batch, steps, features = inputs.shape
    units = hidden.shape[1]
    rows = room((steps + 1, batch, units + features + 1), inputs)
    rows[0, :, :units] = hidden
    rows[:steps, :, units:-1] = inputs.transpose(1, 0, 2)
    rows[:, :, -1] = 1
    return rows


def hidden_after(rows: Array, units: int) -> Array:
    """The hidden state after each step, `(batch, steps, units)`, a view of `rows_before`."""
    return rows[1:, :, :units].transpose(1, 0, 2)


def by_gate(weights: Array, gates: int) -> Array:
    """Keras' weights of all gates beside each other, `(n, gates * units)` -> `(gates, n, units)`, a copy."""
    return np.ascontiguousarray(weights.reshape(len(weights), gates, -1).transpose(1, 0, 2))


def widened(masks: Array | None, width: int) -> Array | None:
    """Masks of `h` for rows `[h, x, 1]` of `width` numbers: inputs and bias are never dropped."""
    if masks is None:
        return None
    wide = np.ones((*masks.shape[:2], width), masks.dtype)
    wide[:, :, : masks.shape[2]] = masks
    return wide


def into_gates(row: Array, weights: Array, masks: Array | None, out: Array) -> None:
    """`row` `(batch, width)` times `weights` `(gates, width, units)` into `out` `(gates, batch, units)`."""
    np.matmul(row if masks is None else row * masks, weights, out=out)


def back_to_hidden(d_gates: Array, transposed: Array, masks: Array | None, scratch: Array, out: Array) -> None:
    """What all gates `(gates, batch, units)` send back to `h` through `transposed` `(gates, units, units)`, added up.

    `scratch`, of the shape of `d_gates`, is written over.
    """
    np.matmul(d_gates, transposed, out=scratch)
    if masks is not None:
        np.multiply(scratch, masks, out=scratch)
    np.add.reduce(scratch, axis=0, out=out)


def side_by_side(d_gates: Array) -> Array:
    """`(steps, gates, batch, units)` -> `(steps * batch, gates * units)`, for one product over all steps."""
    steps, gates, batch, units = d_gates.shape
    return d_gates.transpose(0, 2, 1, 3).reshape(steps * batch, gates * units)


def weights_gradient(rows: Array, flat: Array, masks: Array | None) -> Array:
    """The gradient of the stacked weights, `(width, gates * units)`, of rows `side_by_side`."""
    before = rows[:-1]
    if masks is None:
        product: Array = before.reshape(len(flat), -1).T @ flat
        return product
    dropped = ((before * mask).reshape(len(flat), -1) for mask in masks)
    parts = np.split(flat, len(masks), axis=1)
    return np.concatenate([one.T @ part for one, part in zip(dropped, parts, strict=True)], axis=1)


def inputs_gradient(flat: Array, kernel: Array, steps: int) -> Array:
    """What all gates send back to `x` through `kernel` `(features, gates * units)`: `(batch, steps, features)`."""
    back = flat @ kernel.T
    return np.ascontiguousarray(back.reshape(steps, -1, back.shape[1]).transpose(1, 0, 2))
