"""Count: why a layer has as many weights as it has, from the shapes. Pure."""

from dataclasses import dataclass

from rnn_core.cells import CELLS


@dataclass(frozen=True)
class Count:
    """The weights of one layer: `kernel`, `recurrent` and `bias` of one block, `blocks` of them, then a Dense layer."""

    cell: str
    kernel: int
    recurrent: int
    bias: int
    blocks: int
    dense: int

    @property
    def block(self) -> int:
        """The weights of one gate or candidate."""
        return self.kernel + self.recurrent + self.bias

    @property
    def layer(self) -> int:
        """The weights of the recurrent layer."""
        return self.blocks * self.block

    @property
    def network(self) -> int:
        """With the Dense layer that makes one number of the state."""
        return self.layer + self.dense


def count(cell: str, inputs: int, units: int) -> Count:
    """The weights of a layer of `units` that reads `inputs` values a step.

    >>> count("LSTM", 1, 125).layer, count("GRU", 1, 125).layer
    (63500, 48000)
    """
    kind = CELLS[cell]
    return Count(
        cell,
        kernel=inputs * units,
        recurrent=units * units,
        bias=kind.biases * units,
        blocks=kind.gates,
        dense=units + 1,
    )
