"""The kinds of recurrent cells."""

from rnn_core.cells.cell import CELLS, Cell, CellName
from rnn_core.cells.choice import KERAS_LAYERS, Choice, choose_layers

__all__ = ["CELLS", "KERAS_LAYERS", "Cell", "CellName", "Choice", "choose_layers"]
