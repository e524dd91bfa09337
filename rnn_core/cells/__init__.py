"""The kinds of recurrent cells."""

from rnn_core.cells.cell import CELLS, Cell

__all__ = ["CELLS", "Cell"]
