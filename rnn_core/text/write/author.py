"""Author: who writes a text, whether a network or a table of counts. Pure."""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rnn_core.text.vocabulary import Numbers

Probabilities = npt.NDArray[np.float64]
"""How likely each symbol is to come next, `(symbols,)`, by number; they sum to 1."""


class Author(Protocol):
    """Says how likely each symbol is to come next. What it remembers is handed out and back in, and never changed."""

    def read(self, numbers: Numbers) -> tuple[Probabilities, Any]:
        """Begin with nothing and read `numbers`, at least one: what comes next, and what it remembers then."""

    def step(self, number: int, memory: Any) -> tuple[Probabilities, Any]:
        """Read one more symbol."""
