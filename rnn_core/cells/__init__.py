"""The kinds of recurrent cells."""

from rnn_core.cells.cell import CELLS, Cell, require_cell
from rnn_core.cells.choice import KERAS_LAYERS, Choice, choose_layers

__all__ = ["CELLS", "KERAS_LAYERS", "Cell", "Choice", "choose_layers", "require_cell"]
