"""A layer that scales each window by itself, in NumPy, forward and back. Pure: no Keras."""

from dataclasses import dataclass

import numpy as np

from rnn_core.cells.layers import Stepped
from rnn_core.cells.through_time import Array, Arrays
from rnn_core.forecast.scaling import STILL


@dataclass(frozen=True)
class Normalisation:
    """Each feature of each window `(k, window, features)` by its own mean and spread."""

    def forward(self, inputs: Array) -> Stepped:
        """In double precision: prices in the hundreds that move by cents would lose their last digits."""
        exact = inputs.astype("float64")
        shrink = 1 / np.sqrt(exact.var(axis=1, keepdims=True) + STILL)
        output = (exact - exact.mean(axis=1, keepdims=True)) * shrink
        return Stepped(output.astype(inputs.dtype), (output, shrink))

    def backward(self, d_output: Array, saved: Arrays) -> Array:
        """A value also moves the mean and the spread that it is measured by."""
        output, shrink = saved
        straight, turned = d_output.mean(axis=1, keepdims=True), (d_output * output).mean(axis=1, keepdims=True)
        d_inputs: Array = (shrink * (d_output - straight - output * turned)).astype(d_output.dtype)
        return d_inputs
