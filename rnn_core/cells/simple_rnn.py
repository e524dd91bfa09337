r"""The simple recurrent network through time, forward and back (Elman 1990). Pure NumPy.

A step, and back through it:

    h' = tanh(W x + U h + b)
    d_a = d_h' (1 - h'^2)        d_h = U^T d_a

Each step back multiplies by U and by slopes below 1, which is why gradients vanish (Bengio, Simard and Frasconi 1994).
"""

import numpy as np

from rnn_core.cells.through_time import (
    Array,
    Arrays,
    Gradients,
    Loop,
    Passed,
    back_to_hidden,
    hidden_after,
    inputs_gradient,
    into_gates,
    rows_before,
    side_by_side,
    weights_gradient,
    widened,
)


def _forward(inputs: Array, states: Arrays, weights: Arrays, masks: Array | None = None) -> Passed:
    kernel, recurrent, bias = weights
    steps, units = inputs.shape[1], recurrent.shape[0]
    rows = rows_before(inputs, states[0])
    stacked = np.concatenate([recurrent, kernel, bias[None]])[None]
    wide = widened(masks, rows.shape[2])
    a = np.empty_like(states[0])[None]
    for t in range(steps):
        into_gates(rows[t], stacked, wide, out=a)
        np.tanh(a[0], out=rows[t + 1, :, :units])
    return Passed(hidden_after(rows, units), (rows[steps, :, :units].copy(),), (rows,))


def _backward(
    d_hidden: Array | None, d_states: Arrays, saved: Arrays, weights: Arrays, masks: Array | None = None
) -> Gradients:
    (rows,) = saved
    kernel, recurrent, _ = weights
    steps, batch, units = len(rows) - 1, rows.shape[1], recurrent.shape[0]
    transposed = np.ascontiguousarray(recurrent.T)[None]
    d_gates = np.empty((steps, 1, batch, units), rows.dtype)
    d_h, sent = d_states[0].copy(), np.empty_like(d_gates[0])
    for t in range(steps - 1, -1, -1):
        if d_hidden is not None:
            d_h += d_hidden[:, t]
        after, d_a = rows[t + 1, :, :units], d_gates[t, 0]
        np.multiply(after, after, out=d_a)
        np.multiply(d_a, d_h, out=d_a)
        np.subtract(d_h, d_a, out=d_a)
        back_to_hidden(d_gates[t], transposed, masks, sent, out=d_h)
    flat = side_by_side(d_gates)
    d_weights = weights_gradient(rows, flat, widened(masks, rows.shape[2]))
    return Gradients(
        inputs_gradient(flat, kernel, steps), (d_h,), (d_weights[units:-1], d_weights[:units], d_weights[-1])
    )


def _quantities(passed: Passed) -> dict[str, Array]:
    return {"h": passed.hidden.transpose(1, 0, 2)}


SIMPLE_RNN_LOOP = Loop(_forward, _backward, _quantities, states=1, saved=1, masks=1)
