"""Network: a recurrent network so small that its weights are set by hand, and what it does step by step. Pure NumPy.

The notation is that of `rnn_core/cells`: h' = phi(W x + U h + b). What comes out is y = V h' + d.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Activation = Literal["identity", "tanh"]


@dataclass(frozen=True)
class Network:
    """Weights as Keras keeps them: `kernel` W `(units,)` of the one number read, `recurrent` U `(units, units)`.

    `bias` b and `readout` V are `(units,)`, `offset` is d; `activation` is phi.
    """

    kernel: Floats
    recurrent: Floats
    bias: Floats
    readout: Floats
    offset: float = 0.0
    activation: Activation = "identity"

    def step(self, x: float, h: Floats) -> Floats:
        """The state after `x` was read in the state `h` `(units,)`."""
        a: Floats = x * self.kernel + h @ self.recurrent + self.bias
        return np.tanh(a) if self.activation == "tanh" else a

    def answer(self, h: Floats) -> float:
        """What is said in the state `h`."""
        return float(h @ self.readout + self.offset)


@dataclass(frozen=True)
class Step:
    """One step: what it `reads` (None: nothing), the `state` after it, and what it `says` (None: nothing).

    `label` stands for what is read where that is a word; `decodes` marks the steps of a decoder.
    """

    reads: float | None
    state: tuple[float, ...]
    says: float | None
    label: str = ""
    decodes: bool = False


@dataclass(frozen=True)
class Running:
    """A network at work on what a person gave it: the `shape` by its name in SHAPES, and all `steps`.

    `wanted` is what should have come out, one number an output; empty where that goes without saying.
    """

    shape: str
    steps: tuple[Step, ...]
    wanted: tuple[float, ...] = field(default=())

    @property
    def said(self) -> tuple[float, ...]:
        """All that came out, in its order."""
        return tuple(step.says for step in self.steps if step.says is not None)

    @property
    def wrong(self) -> tuple[bool, ...]:
        """Of each output that could be judged, whether it is wrong."""
        return tuple(not np.isclose(said, wanted) for said, wanted in zip(self.said, self.wanted, strict=False))


def passed(network: Network, inputs: Sequence[float], start: Floats | None = None) -> Floats:
    """The states `(steps, units)` after each of `inputs`; the first begins at zero unless `start` says otherwise."""
    h = np.zeros(len(network.bias)) if start is None else start
    states = []
    for x in inputs:
        h = network.step(x, h)
        states.append(h)
    return np.array(states).reshape(len(inputs), len(network.bias))
