"""How Keras draws the weights that a network begins with: Glorot's uniform, and orthogonal. Pure, seeded."""

import numpy as np

from rnn_core.cells.through_time import Array


def glorot(chance: np.random.Generator, inputs: int, outputs: int) -> Array:
    """`(inputs, outputs)`, uniform to both sides of 0 (Glorot and Bengio 2010, equation 16)."""
    limit = np.sqrt(6 / (inputs + outputs))
    return chance.uniform(-limit, limit, (inputs, outputs))


def orthogonal(chance: np.random.Generator, rows: int, columns: int) -> Array:
    """`(rows, columns)`, no more rows than columns: of length 1, at right angles to each other (Saxe et al. 2014)."""
    turned, triangle = np.linalg.qr(chance.normal(size=(columns, rows)))
    found: Array = (turned * np.sign(np.diag(triangle))).T
    return found
