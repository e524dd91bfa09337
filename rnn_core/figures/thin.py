"""Thinning: fewer points of a long line, so that little is sent and the picture stays the same. Pure."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

LONGEST = 5_000  # points that a line may have before it is thinned
KEPT = 2_000  # points that remain of a longer one


def thin_positions(values: Floats, *, longest: int = LONGEST, kept: int = KEPT) -> Positions:
    """Positions to draw of `values`, shape `(n,)`, ascending: all, or the ends and each stretch's lowest and highest.

    >>> thin_positions(np.array([0.0, 5.0, 1.0, 2.0, -3.0, 0.0]), longest=5, kept=6).tolist()
    [0, 1, 3, 4, 5]
    """
    n = len(values)
    if n <= longest:
        return np.arange(n)
    stretches = max(1, (kept - 2) // 2)
    size = -(-n // stretches)
    padded = np.full(stretches * size, np.nan)
    padded[:n] = values
    grid = padded.reshape(stretches, size)  # (n,) -> (stretches, size)
    starts = np.arange(stretches) * size
    lowest = starts + np.where(np.isnan(grid), np.inf, grid).argmin(axis=1)
    highest = starts + np.where(np.isnan(grid), -np.inf, grid).argmax(axis=1)
    # A stretch without any number answers with its start, which may lie in the padding.
    found = np.concatenate(([0, n - 1], lowest, highest))
    return np.unique(found[found < n])


def thin_together(lines: list[Floats], *, longest: int = LONGEST, kept: int = KEPT) -> Positions:
    """Positions to draw of several lines over the same dates, so that one hover finds them all."""
    each = kept // len(lines)
    return np.unique(np.concatenate([thin_positions(line, longest=longest, kept=each) for line in lines]))
