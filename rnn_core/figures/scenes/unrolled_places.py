"""Where the steps of an unrolled network are drawn, and how thick a gradient is. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rnn_core.figures.thin import Floats
from rnn_core.lessons.memory.fading import KEEPS, Fading

MOST_DRAWN = 10
PITCH, FIRST_LANE, LANE = 72.0, 152.0, 78.0
"""From one step to the next, to the way back of the gradient, and from there to that of a second state."""

# The thickness of what is as large as at the end, and the most that is drawn of what explodes.
_WHOLE, _THICKEST = 14.0, 30.0


@dataclass(frozen=True)
class Lane:
    """One way back: the `letter` of its state, its `sizes` by distance, `(steps,)`, and how far down it is drawn.

    Where a single `gate` multiplies on it, that is its letter.
    """

    letter: str
    sizes: Floats
    y: float
    gate: str = ""

    def size(self, t: int) -> float:
        """How large the gradient is at step `t`, counted from 1."""
        return float(self.sizes[len(self.sizes) - t])


@dataclass(frozen=True)
class Place:
    """Where step `t` (counted from 1) is drawn: its middle `x` in a panel `width` wide, and its neighbours."""

    t: int
    x: float
    width: float
    earlier: int | None
    later: int | None


def drawn_steps(steps: int) -> list[int]:
    """Which steps are drawn, counted from 1: every k-th back from the last, ten at most.

    >>> drawn_steps(5), drawn_steps(60)
    ([1, 2, 3, 4, 5], [6, 12, 18, 24, 30, 36, 42, 48, 54, 60])
    """
    return list(range(steps, 0, -every(steps)))[::-1]


def every(steps: int) -> int:
    """How many steps lie between two that are drawn.

    >>> every(5), every(60), every(200)
    (1, 6, 20)
    """
    return math.ceil(steps / MOST_DRAWN)


def halves(steps: int) -> list[list[Place]]:
    """Where each step is drawn: more than five in two panels, which a phone shows under each other."""
    drawn = drawn_steps(steps)
    cut = len(drawn) if len(drawn) <= MOST_DRAWN // 2 else math.ceil(len(drawn) / 2)
    parts = [part for part in (drawn[:cut], drawn[cut:]) if part]
    return [[_place(t, i, len(part), drawn) for i, t in enumerate(part)] for part in parts]


def lanes(fading: Fading) -> list[Lane]:
    """The way back to h, and an LSTM's direct road along c."""
    along_h = Lane("h", fading.sizes, FIRST_LANE)
    if fading.setup.cell != "LSTM" or fading.road is None:
        return [along_h]
    return [along_h, Lane("c", fading.road, FIRST_LANE + LANE, KEEPS["LSTM"])]


def thick(size: float) -> float:
    """As thick as it is large up to 1; beyond, where it could be anything, by its digits."""
    if size <= 1:
        return _WHOLE * size
    return min(_THICKEST, _WHOLE * (1 + math.log10(size) / 4))


def _place(t: int, number: int, count: int, drawn: Sequence[int]) -> Place:
    at = drawn.index(t)
    earlier = drawn[at - 1] if at else None
    later = drawn[at + 1] if at + 1 < len(drawn) else None
    return Place(t, PITCH * (number + 0.5), PITCH * count, earlier, later)
