"""The memory task: a symbol, then noise that is louder, then the question which symbol it was. Pure.

Hochreiter and Schmidhuber (1997) and Bengio, Simard and Frasconi (1994) have measured memory by tasks of this kind.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

NOISE_CHANNELS = 8
LOUDNESS = 2.0
"""Standard deviation of the noise; the symbol is 1 or -1."""
FEATURES = NOISE_CHANNELS + 1
# The last channel says "remember this" with 1, and "which was it?" with -1; else it is silent.
CUE, REMEMBER, ASK = NOISE_CHANNELS, 1.0, -1.0
CHANCE = 0.5


@dataclass(frozen=True)
class Sequences:
    """`inputs` `(count, distance + 2, FEATURES)` and what is right: `symbols` `(count, 1)`, 0 or 1."""

    inputs: Floats
    symbols: Floats


def draw(rng: np.random.Generator, count: int, distance: int) -> Sequences:
    """Fresh sequences of one step with the symbol, `distance` steps of noise, and one step that asks.

    The symbol stands in the first of the channels in which the noise comes afterwards.
    """
    symbols = rng.integers(0, 2, (count, 1)).astype(np.float32)
    inputs = np.zeros((count, distance + 2, FEATURES), np.float32)
    inputs[:, 0, :1] = 2 * symbols - 1
    inputs[:, 1:-1, :NOISE_CHANNELS] = LOUDNESS * rng.standard_normal((count, distance, NOISE_CHANNELS))
    inputs[:, 0, CUE], inputs[:, -1, CUE] = REMEMBER, ASK
    return Sequences(inputs, symbols)
