r"""The GRU through time, forward and back (Cho et al. 2014, in the form of cuDNN, Keras' `reset_after`). Pure NumPy.

A step, with the logistic function s, in Keras' order of gates (update, reset, candidate); b has two rows, one that goes
with x and one, b', that goes with h:

    z = s(W_z x + b_z + U_z h + b'_z)     r = s(W_r x + b_r + U_r h + b'_r)
    m = U_n h + b'_n                      n = tanh(W_n x + b_n + r m)
    h' = z h + (1 - z) n

Back through it:

    d_a_n = d_h' (1 - z) (1 - n^2)        d_a_z = d_h' (h - n) z (1 - z)
    d_a_r = d_a_n m r (1 - r)             d_m = d_a_n r
    d_h = d_h' z + U_z^T d_a_z + U_r^T d_a_r + U_n^T d_m

Where z stays near 1, d_h is d_h' and gradients do not fade.
"""

import numpy as np

from rnn_core.cells.through_time import (
    Array,
    Arrays,
    Gradients,
    Loop,
    Passed,
    back_to_hidden,
    by_gate,
    hidden_after,
    inputs_gradient,
    into_gates,
    room,
    rows_before,
    side_by_side,
    weights_gradient,
    widened,
)


def _forward(inputs: Array, states: Arrays, weights: Arrays, masks: Array | None = None) -> Passed:
    (batch, steps, _), units = inputs.shape, states[0].shape[1]
    rows = rows_before(inputs, states[0])
    stacked, read = _stacked(weights), _read_by_candidate(rows, weights)
    gates, candidates = room((steps, 3, batch, units), inputs), room((steps, batch, units), inputs)
    wide = widened(masks, rows.shape[2])
    gap = np.empty_like(candidates[0])
    for t in range(steps):
        a, n, h = gates[t], candidates[t], rows[t, :, :units]
        logistic, (z, r, m) = a[:2], a
        into_gates(rows[t], stacked, wide, out=a)
        np.tanh(logistic, out=logistic)
        np.multiply(logistic, 0.5, out=logistic)
        np.add(logistic, 0.5, out=logistic)
        np.multiply(r, m, out=n)
        np.add(n, read[t], out=n)
        np.tanh(n, out=n)
        np.subtract(h, n, out=gap)
        np.multiply(gap, z, out=gap)
        np.add(n, gap, out=rows[t + 1, :, :units])
    last = rows[steps, :, :units].copy()
    return Passed(hidden_after(rows, units), (last,), (rows, gates, candidates))


def _backward(
    d_hidden: Array | None, d_states: Arrays, saved: Arrays, weights: Arrays, masks: Array | None = None
) -> Gradients:
    rows, gates, candidates = saved
    steps, _, units = candidates.shape
    transposed = np.ascontiguousarray(by_gate(weights[1], 3).transpose(0, 2, 1))
    d_gates, d_candidates = np.empty_like(gates), np.empty_like(candidates)
    d_h = d_states[0].copy()
    slopes, sent = np.empty_like(gates[0, :2]), np.empty_like(gates[0])
    kept, held = np.empty_like(d_h), np.empty_like(d_h)
    for t in range(steps - 1, -1, -1):
        if d_hidden is not None:
            d_h += d_hidden[:, t]
        a, d_a, n, d_n, h = gates[t], d_gates[t], candidates[t], d_candidates[t], rows[t, :, :units]
        (z, r, m), (d_z, d_r, d_m) = a, d_a
        np.multiply(d_h, z, out=kept)
        np.subtract(d_h, kept, out=d_n)
        np.multiply(n, n, out=held)
        np.multiply(held, d_n, out=held)
        np.subtract(d_n, held, out=d_n)
        np.subtract(h, n, out=held)
        np.multiply(d_h, held, out=d_z)
        np.multiply(d_n, m, out=d_r)
        np.multiply(a[:2], a[:2], out=slopes)
        np.subtract(a[:2], slopes, out=slopes)
        np.multiply(d_a[:2], slopes, out=d_a[:2])
        np.multiply(d_n, r, out=d_m)
        back_to_hidden(d_a, transposed, masks, sent, out=d_h)
        np.add(d_h, kept, out=d_h)
    flat = side_by_side(d_gates)
    d_stacked = weights_gradient(rows, flat, widened(masks, rows.shape[2]))
    flat[:, 2 * units :] = d_candidates.reshape(len(flat), units)  # where m stood, x meets n
    return Gradients(inputs_gradient(flat, weights[0], steps), (d_h,), _d_weights(rows, d_stacked, flat))


def _quantities(passed: Passed) -> dict[str, Array]:
    _, gates, candidates = passed.saved
    z, r, m = gates.transpose(1, 0, 2, 3)
    return {"z": z, "r": r, "m": m, "n": candidates, "h": passed.hidden.transpose(1, 0, 2)}


def _stacked(weights: Arrays) -> Array:
    """Weights of rows `[h, x, 1]`, `(3, units + features + 1, units)`: z and r read all of it, m only `h` and b'.

    Those of z and r are halved: s(a) is taken as (1 + tanh(a / 2)) / 2.
    """
    kernel, recurrent, (bias, recurrent_bias) = weights
    units = recurrent.shape[0]
    stacked = by_gate(np.concatenate([recurrent, kernel, recurrent_bias[None]]), 3)
    stacked[2, units:-1] = 0
    stacked[:2, -1] += bias[: 2 * units].reshape(2, units)
    stacked[:2] *= 0.5
    return stacked


def _read_by_candidate(rows: Array, weights: Arrays) -> Array:
    """`W_n x + b_n` of all steps at once, `(steps, batch, units)`."""
    kernel, recurrent, bias = weights
    units = recurrent.shape[0]
    read: Array = rows[:-1, :, units:-1] @ kernel[:, 2 * units :]
    read += bias[0, 2 * units :]
    return read


def _d_weights(rows: Array, d_stacked: Array, flat: Array) -> Arrays:
    """Gradients of W, U and the two rows of b; what x and b send to n alone is not in the stack."""
    units = flat.shape[1] // 3
    of_n = flat[:, 2 * units :]
    d_kernel, both = d_stacked[units:-1].copy(), np.stack([d_stacked[-1], d_stacked[-1]])
    d_kernel[:, 2 * units :] = rows[:-1, :, units:-1].reshape(len(flat), -1).T @ of_n
    both[0, 2 * units :] = of_n.sum(axis=0)
    return d_kernel, d_stacked[:units], both


GRU_LOOP = Loop(_forward, _backward, _quantities, states=1, saved=3, masks=3)
