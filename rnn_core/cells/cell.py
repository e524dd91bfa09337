"""Cell: what a recurrent layer is, as a value; CELLS is the one list a person chooses from. Pure: no Keras."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from rnn_core.errors import SpecError
from rnn_core.words import N_


@dataclass(frozen=True)
class Cell:
    """One kind of recurrent layer.

    `layer` is its class in `keras.layers`; `gates` counts its blocks of `units` rows (gates and candidate);
    `biases` is the number of bias vectors per block.
    """

    name: str
    layer: str
    gates: int
    biases: int
    summary: str

    def parameters(self, inputs: int, units: int) -> int:
        """Weights of one layer that reads `inputs` values a step.

        >>> CELLS["LSTM"].parameters(1, 125) + 126, CELLS["GRU"].parameters(1, 125) + 126
        (63626, 48126)
        """
        return self.gates * units * (inputs + units + self.biases)


CELLS: dict[str, Cell] = {
    cell.name: cell
    for cell in (
        Cell(
            name="LSTM",
            layer="LSTM",
            gates=4,
            biases=1,
            summary=N_("Keeps a long memory of its own; three gates decide what it takes in, forgets and shows."),
        ),
        Cell(
            name="GRU",
            layer="GRU",
            gates=3,
            biases=2,
            summary=N_("Like the LSTM with two gates and one memory: fewer weights, often as good."),
        ),
        Cell(
            name="SimpleRNN",
            layer="SimpleRNN",
            gates=1,
            biases=1,
            summary=N_("The plainest loop: no gates, so it forgets quickly. Good to compare with."),
        ),
    )
}


def _registered(name: str) -> str:
    if name not in CELLS:
        raise SpecError(
            "unknown_cell",
            "There is no cell called {name}. Choose one of: {cells}.",
            name=name,
            cells=", ".join(CELLS),
        )
    return name


CellName = Annotated[str, AfterValidator(_registered)]
"""One of CELLS, as the field of a spec; any other name is refused with a SpecError."""
