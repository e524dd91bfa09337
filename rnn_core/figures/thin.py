"""Thinning: fewer points of a long line, so that little is sent and the picture stays the same. Pure."""

import numpy as np
import numpy.typing as npt
from tsdownsample import MinMaxLTTBDownsampler

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

MOST = 2_000  # points of a line that are drawn


def thin_positions(values: Floats, *, most: int = MOST) -> Positions:
    """Positions to draw of `values`, shape `(n,)`, ascending: all, or at most `most` of them.

    What is kept: the ends, the lowest and the highest value, what gives the line its shape by MinMaxLTTB (Van Der
    Donckt et al. 2023, "MinMaxLTTB", https://arxiv.org/abs/2305.00332), and the start of each gap that can be seen.

    >>> thin_positions(np.array([0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0, -3.0, 0.0, 0.0]), most=8).tolist()
    [0, 2, 7, 9]
    """
    n = len(values)
    if n <= most:
        return np.arange(n)
    known = np.flatnonzero(np.isfinite(values))
    gaps = _visible_gaps(known, n, 4 * n // most)
    # tsdownsample leaves numbers out that are none, or takes them for all of a stretch: it gets none of them.
    # It may miss an extreme by a hair, and the ends may be missing values: these four are added.
    sure = [0, n - 1, *([] if not known.size else known[[values[known].argmin(), values[known].argmax()]])]
    room = most - len(gaps) - len(sure)
    if known.size > room:
        found = MinMaxLTTBDownsampler().downsample(values[known], n_out=room)
        known = known[found.astype(np.intp)]
    return np.unique(np.concatenate([known, gaps, sure]).astype(np.intp))


def thin_within(values: Floats, shown: range | None, *, most: int = MOST) -> Positions:
    """Positions to draw where a person looks at the rows `shown`: these in detail, those around them coarsely.

    A quarter as many points as inside remain outside, for the moment in which somebody zooms out again.
    """
    if shown is None:
        return thin_positions(values, most=most)
    inside = shown.start + thin_positions(values[shown.start : shown.stop], most=most)
    left = thin_positions(values[: shown.start], most=most // 8)
    right = shown.stop + thin_positions(values[shown.stop :], most=most // 8)
    return np.concatenate([left, inside, right])


def thin_together(lines: list[Floats]) -> Positions:
    """Positions to draw of several lines over the same dates, so that one hover finds them all."""
    # Each line may have its share alone, so that all of them together keep to the limit.
    if not lines or len(lines[0]) <= MOST:
        return np.arange(len(lines[0]) if lines else 0)
    return np.unique(np.concatenate([thin_positions(line, most=MOST // len(lines)) for line in lines]))


def _visible_gaps(known: Positions, n: int, longest: int) -> Positions:
    """The first row of each run of more than `longest` missing values: one there breaks the line."""
    edges = np.concatenate([[-1], known, [n]])
    return edges[:-1][np.diff(edges) > longest] + 1
