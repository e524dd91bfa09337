"""STEPS_BACK: one step back through each cell, equation by equation, as the files of the cells have them. Pure.

`d_h` and `d_c` are `(rows, units)`: what comes from later, a row for each number at the end that is asked about. A step
gives the same with respect to the states before it.
"""

from collections.abc import Callable, Mapping

import numpy as np

from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.network import Floats

Gradient = tuple[Floats, Floats]
"""`d_h` and `d_c`; cells without a cell state leave `d_c` as it is."""
Within = Mapping[str, Floats]
"""What was in the cell at this step, `(units,)` by the letters of the equations; "h0" and "c0" are those before it."""


def back_through_simple(gradient: Gradient, at: Within, recurrent: Floats, activation: str) -> Gradient:
    """`d_a = d_h' bend'(a)` and `d_h = U^T d_a`."""
    d_h, d_c = gradient
    d_a = d_h * ACTIVATIONS[activation].slope(at["a"])
    return d_a @ recurrent.T, d_c


def back_through_lstm(gradient: Gradient, at: Within, recurrent: Floats, _: str) -> Gradient:
    """See `rnn_core/cells/lstm.py`: along the cell state it is `d_c = d_c' f`, which no weight takes part in."""
    d_h, d_c = gradient
    i, f, g, o, q = at["i"], at["f"], at["g"], at["o"], np.tanh(at["c"])
    d_c = d_c + d_h * o * (1 - q**2)
    d_i = d_c * g * i * (1 - i)
    d_f = d_c * at["c0"] * f * (1 - f)
    d_g = d_c * i * (1 - g**2)
    d_o = d_h * q * o * (1 - o)
    return np.concatenate([d_i, d_f, d_g, d_o], axis=1) @ recurrent.T, d_c * f


def back_through_gru(gradient: Gradient, at: Within, recurrent: Floats, _: str) -> Gradient:
    """See `rnn_core/cells/gru.py`: beside what goes through U, `d_h' z` comes back untouched."""
    d_h, d_c = gradient
    z, r, m, n = at["z"], at["r"], at["m"], at["n"]
    d_n = d_h * (1 - z) * (1 - n**2)
    d_z = d_h * (at["h0"] - n) * z * (1 - z)
    d_r = d_n * m * r * (1 - r)
    d_m = d_n * r
    return d_h * z + np.concatenate([d_z, d_r, d_m], axis=1) @ recurrent.T, d_c


STEPS_BACK: dict[str, Callable[[Gradient, Within, Floats, str], Gradient]] = {
    "SimpleRNN": back_through_simple,
    "LSTM": back_through_lstm,
    "GRU": back_through_gru,
}
