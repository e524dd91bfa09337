"""Parallel coordinates: one line a run across its settings to its score, coloured by that score. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import blank
from rnn_core.figures.numbers import plain
from rnn_core.figures.theme import FALLING, LIGHT, Say, Theme
from rnn_core.figures.thin import Floats

HEIGHT = 420
# More values than these are not all written on their axis: they would cover each other.
_MOST_TICKS = 12
_FEW_TICKS = 6
_LEAST_GAP = 0.06  # of an axis' length
_LONGEST_NAME = 28
# What stands at the ends of the axes takes room: names on the left, numbers on the right.
_MARGIN = {"l": 24, "r": 56, "t": 72, "b": 24}
_LETTER = 7  # pixels


@dataclass(frozen=True)
class ParallelAxis:
    """One axis: `values` are one a line, numbers or words; `log` spreads the small ones of numbers above 0."""

    title: str
    values: tuple[float | str, ...]
    log: bool = False

    @property
    def words(self) -> bool:
        """Whether its values are words, which stand on the axis in the order in which they first appear."""
        return any(isinstance(value, str) for value in self.values)


def parallel_figure(
    names: Sequence[str],
    axes: Sequence[ParallelAxis],
    score: ParallelAxis,
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """Lines called `names` (unlike each other) across `axes` to their `score`, all of it in the visitor's words.

    Only lines with a score are drawn, the smallest in the strongest colour; without names where those would cover
    each other.
    """
    kept = drawn_places(score)
    told = [_only(axis, kept) for axis in axes]
    shown = [names[place] for place in kept]
    if len(shown) <= _MOST_TICKS:
        told.insert(0, ParallelAxis(say("Run"), tuple(shown)))
    scores = np.array([score.values[place] for place in kept], "float64")
    figure = blank(theme, height=HEIGHT, revision="parallel")
    figure.add_trace(
        go.Parcoords(
            dimensions=[_dimension(axis) for axis in (*told, _only(score, kept))],
            line={"color": scores, "colorscale": [[0.0, theme.ink], [1.0, FALLING]], "showscale": False},
            labelfont={"color": theme.ink},
            tickfont={"color": theme.ink},
            rangefont={"color": "rgba(0, 0, 0, 0)"},  # the ticks say the same
            labelangle=-12,
        )
    )
    left = _LETTER * max(len(name) for name in _cut(shown)) if len(shown) <= _MOST_TICKS else 0
    figure.update_layout(margin={**_MARGIN, "l": _MARGIN["l"] + left})
    return figure


def drawn_places(score: ParallelAxis) -> list[int]:
    """The places of those lines that have a score."""
    return [place for place, value in enumerate(score.values) if math.isfinite(float(value))]


def _only(axis: ParallelAxis, places: Sequence[int]) -> ParallelAxis:
    return ParallelAxis(axis.title, tuple(axis.values[place] for place in places), axis.log)


def _dimension(axis: ParallelAxis) -> dict[str, Any]:
    """The axis as plotly wants it: numbers, and what stands beside them."""
    label = {"label": plain(axis.title)}
    if axis.words:
        words = list(dict.fromkeys(map(str, axis.values)))
        values = [float(words.index(str(value))) for value in axis.values]
        ends = [len(words) - 0.5, -0.5]  # from top to bottom
        ticks = {"tickvals": list(range(len(words))), "ticktext": [plain(word) for word in _cut(words)]}
        return label | {"values": values, "range": ends} | ticks
    numbers = np.array([float(value) for value in axis.values])
    at = _ticks(numbers, log=axis.log)
    drawn, places = (np.log10(found) if axis.log else found for found in (numbers, at))
    return label | {"values": drawn, "tickvals": places, "ticktext": [_number(float(value)) for value in at]}


def _ticks(numbers: Floats, *, log: bool) -> Floats:
    """The values themselves where they are few and apart, else some from the smallest to the largest."""
    own = np.unique(numbers)
    if len(own) > _FEW_TICKS:
        return np.geomspace(own[0], own[-1], _FEW_TICKS) if log else np.linspace(own[0], own[-1], _FEW_TICKS)
    places = np.log10(own) if log else own
    apart = np.diff(places, prepend=-np.inf) >= _LEAST_GAP * np.ptp(places)
    kept: Floats = own[apart]
    return kept


def _number(value: float) -> str:
    """Three digits, and no more zeros than it needs."""
    return f"{value:,.0f}" if value.is_integer() else np.format_float_positional(float(f"{value:.3g}"), trim="-")


def _cut(words: Sequence[str]) -> list[str]:
    """Long words without their middle: what tells two names apart is mostly at their end."""
    half = _LONGEST_NAME // 2
    return [word if len(word) <= _LONGEST_NAME else f"{word[: half - 1]}…{word[-half:]}" for word in words]
