"""Windows over a million values are views. Limit: 1.3 times the memory of the column itself."""

import tracemalloc
from collections.abc import Iterator

import numpy as np

from rnn_core.forecast.windows import windows

VALUES, WINDOW = 1_000_000, 60
MOST_MEMORY = 1.3


def run() -> Iterator[str]:
    tracemalloc.start()
    column = np.zeros((VALUES, 1))
    found = windows(column, WINDOW)
    peak = tracemalloc.get_traced_memory()[1] / column.nbytes
    tracemalloc.stop()
    within = "within" if peak <= MOST_MEMORY else "OUTSIDE"
    yield f"{len(found):,} windows of {WINDOW}: peak memory {peak:.3f} times the column: {within} {MOST_MEMORY}"
    column[-1] = 1.0
    yield f"same memory: {np.shares_memory(column, found)}; a changed value is seen: {found[-1, -1, 0] == 1.0}"
