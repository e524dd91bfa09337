"""Ribbons: the ground between a low and a high line, for bands around a forecast. Pure."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnn_core.figures.names import Label
from rnn_core.figures.theme import faint
from rnn_core.figures.thin import Floats, Positions
from rnn_core.words import show

# Weak enough for the lines above it, strong enough to be seen on a dark page.
_STRENGTH = 0.32


def ribbon(x: npt.NDArray[np.str_], low: Floats, high: Floats, label: Label) -> dict[str, Any]:
    """The arguments of `go.Scatter` that fill between `low` and `high` `(n,)`, nothing where either is missing.

    The legend entry of the line that `label` belongs to shows and hides it too.
    """
    # Around each stretch without gaps, there along the low line and back along the high one; then a gap.
    stretches = _stretches(np.isfinite(low) & np.isfinite(high))
    across = [np.concatenate([x[part], x[part[::-1]], x[part[:1]]]) for part in stretches]
    up = [np.concatenate([low[part], high[part[::-1]], [np.nan]]) for part in stretches]
    return {
        "x": np.concatenate([x[:0], *across]),
        "y": np.concatenate([low[:0], *up]),
        "mode": "lines",
        "line": {"width": 0},
        "fill": "toself",
        "fillcolor": faint(label.look.colour, _STRENGTH),
        "hoverinfo": "skip",
        "name": label.name,
        "uid": f"{label.name} band",
        "legendgroup": label.name,
        "showlegend": False,
    }


def reach_texts(low: Floats, high: Floats) -> list[str]:
    """How far a band `(n,)` reaches to both sides, for the hover of each point; empty where there is none.

    >>> reach_texts(np.array([1.0, np.nan]), np.array([2.0, np.nan]))
    [' ±0.500', '']
    """
    return [f" ±{show(half)}" if math.isfinite(half) else "" for half in ((high - low) / 2).tolist()]


def _stretches(known: npt.NDArray[np.bool_]) -> list[Positions]:
    """The positions of each unbroken stretch of what is `known`."""
    places = np.flatnonzero(known)
    return np.split(places, np.flatnonzero(np.diff(places) > 1) + 1) if places.size else []
