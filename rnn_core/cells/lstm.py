r"""The LSTM through time, forward and back (Hochreiter and Schmidhuber 1997; Gers et al. 2000). Pure NumPy.

A step, with the logistic function s, in Keras' order of gates (input, forget, candidate, output):

    i = s(W_i x + U_i h + b_i)        f = s(W_f x + U_f h + b_f)
    g = tanh(W_g x + U_g h + b_g)     o = s(W_o x + U_o h + b_o)
    c' = f c + i g                    h' = o tanh(c')

Back through it. What reaches the cell state is what came along it from later plus what the shown state adds, with
`q = tanh(c')`; then each gate, through the slope of its own bend (s' = s (1 - s), tanh' = 1 - tanh^2):

    d_c' += d_h' o (1 - q^2)
    d_a_i = d_c' g i (1 - i)          d_a_f = d_c' c f (1 - f)
    d_a_g = d_c' i (1 - g^2)          d_a_o = d_h' q o (1 - o)
    d_c = d_c' f                      d_h = U_i^T d_a_i + U_f^T d_a_f + U_g^T d_a_g + U_o^T d_a_o

The factor f between d_c' and d_c is why an LSTM can remember: where its gate stays open, gradients do not fade.
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

# Keras' order is i, f, g, o; ours is i, f, o, g, so that the three logistic gates stand together.
_OURS = (0, 1, 3, 2)


def _forward(inputs: Array, states: Arrays, weights: Arrays, masks: Array | None = None) -> Passed:
    (batch, steps, _), units = inputs.shape, states[0].shape[1]
    rows = rows_before(inputs, states[0])
    gates = room((steps, 4, batch, units), inputs)
    memory, shown = room((steps + 1, batch, units), inputs), room((steps, batch, units), inputs)
    memory[0] = states[1]
    stacked = _stacked(weights)
    wide = widened(_in_our_order(masks), rows.shape[2])
    taken_in = np.empty_like(memory[0])
    for t in range(steps):
        a, c, q = gates[t], memory[t + 1], shown[t]
        logistic, (i, f, o, g) = a[:3], a
        into_gates(rows[t], stacked, wide, out=a)
        np.tanh(a, out=a)
        np.multiply(logistic, 0.5, out=logistic)
        np.add(logistic, 0.5, out=logistic)
        np.multiply(i, g, out=taken_in)
        np.multiply(f, memory[t], out=c)
        np.add(c, taken_in, out=c)
        np.tanh(c, out=q)
        np.multiply(o, q, out=rows[t + 1, :, :units])
    last = rows[steps, :, :units].copy()
    return Passed(hidden_after(rows, units), (last, memory[steps].copy()), (rows, gates, memory, shown))


def _backward(
    d_hidden: Array | None, d_states: Arrays, saved: Arrays, weights: Arrays, masks: Array | None = None
) -> Gradients:
    rows, gates, memory, shown = saved
    kernel, recurrent, _ = weights
    ours = _in_our_order(masks)
    steps, _, units = shown.shape
    transposed = np.ascontiguousarray(by_gate(recurrent, 4)[_OURS,].transpose(0, 2, 1))
    d_gates = np.empty_like(gates)
    d_h, d_c = d_states[0].copy(), d_states[1].copy()
    slopes, sent, held = np.empty_like(gates[0]), np.empty_like(gates[0]), np.empty_like(d_c)
    for t in range(steps - 1, -1, -1):
        if d_hidden is not None:
            d_h += d_hidden[:, t]
        a, d_a, q = gates[t], d_gates[t], shown[t]
        (i, f, o, g), (d_i, d_f, d_o, d_g) = a, d_a
        np.multiply(d_h, q, out=d_o)
        np.multiply(d_h, o, out=d_h)
        np.multiply(q, q, out=held)
        np.multiply(held, d_h, out=held)
        np.subtract(d_h, held, out=held)
        np.add(d_c, held, out=d_c)
        np.multiply(d_c, g, out=d_i)
        np.multiply(d_c, memory[t], out=d_f)
        np.multiply(d_c, i, out=d_g)
        np.multiply(d_c, f, out=d_c)
        np.multiply(a, a, out=slopes)
        np.subtract(a[:3], slopes[:3], out=slopes[:3])
        np.subtract(1, slopes[3], out=slopes[3])
        np.multiply(d_a, slopes, out=d_a)
        back_to_hidden(d_a, transposed, ours, sent, out=d_h)
    flat = side_by_side(d_gates)
    d_weights = _reordered(weights_gradient(rows, flat, widened(ours, rows.shape[2])))
    return Gradients(
        inputs_gradient(flat, _reordered(kernel), steps),
        (d_h, d_c),
        (d_weights[units:-1], d_weights[:units], d_weights[-1]),
    )


def _quantities(passed: Passed) -> dict[str, Array]:
    _, gates, memory, _ = passed.saved
    i, f, o, g = gates.transpose(1, 0, 2, 3)
    return {"i": i, "f": f, "g": g, "o": o, "c": memory[1:], "h": passed.hidden.transpose(1, 0, 2)}


def _stacked(weights: Arrays) -> Array:
    """Weights of rows `[h, x, 1]`, `(4, units + features + 1, units)`; those of logistic gates are halved."""
    kernel, recurrent, bias = weights
    stacked = by_gate(np.concatenate([recurrent, kernel, bias[None]]), 4)[_OURS,]
    stacked[:3] *= 0.5
    return stacked


def _reordered(weights: Array) -> Array:
    """Weights `(n, 4 * units)` in our order, of Keras'; or back again, as the order only swaps two."""
    return weights.reshape(len(weights), 4, -1)[:, _OURS].reshape(weights.shape)


def _in_our_order(masks: Array | None) -> Array | None:
    return None if masks is None else masks[_OURS,]


LSTM_LOOP = Loop(_forward, _backward, _quantities, states=2, saved=4, masks=4)
