"""Colours and line looks: what each means, once for every chart. Pure.

Never colour alone: a cell is told by its marker too, a two-directional cell by a dash, a second run of the same cell
by a hollow marker, the naive line by long dashes without markers, and validation by dots. The other simple forecasts
have dashes of their own, and the linear model a square.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

Say = Callable[[str], str]
"""Translates a literal sentence; the default `str` leaves it in English."""


@dataclass(frozen=True)
class Theme:
    """The neutral colours of a page: `ink` for text and real values, `muted`, `grid` and `paper` (the background)."""

    ink: str
    muted: str
    grid: str
    paper: str


LIGHT = Theme(ink="#31333F", muted="#6B6E7B", grid="#E4E5EA", paper="#FFFFFF")
DARK = Theme(ink="#FAFAFA", muted="#A3A8B4", grid="#31343D", paper="#0E1117")
# The colours that the page has at the moment: the browser looks the variables up, and again when they change.
PAGE = Theme(
    ink="var(--st-text-color)",
    muted="var(--st-gray-text-color)",
    grid="var(--st-border-color-light)",
    paper="var(--st-background-color)",
)

# Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), safe for colour-blind eyes, on white and on black.
CELL_COLOURS: dict[str, str] = {"LSTM": "#0072B2", "GRU": "#D55E00", "SimpleRNN": "#009E73"}
CELL_SYMBOLS: dict[str, str] = {"LSTM": "circle", "GRU": "diamond", "SimpleRNN": "triangle-up"}
NAIVE_COLOUR = "#808080"
# Those of the palette that no cell has.
FALLING = "#CC79A7"
PART_COLOURS: dict[str, str] = {"training": "#56B4E9", "validation": "#56B4E9", "test": "#E69F00"}

# The endings of a marker's name in plotly.js for the first, second ... run of the same cell.
_REPEATS = ("", "-open", "-dot", "-open-dot")


@dataclass(frozen=True)
class Look:
    """How one line is drawn; an empty `symbol` means no markers."""

    colour: str
    dash: str = "solid"
    symbol: str = ""
    width: float = 2.0

    def validation(self) -> "Look":
        """The same line for the validation part."""
        return replace(self, dash="dot", symbol="", width=1.5)

    def drawn(self) -> dict[str, Any]:
        """The arguments of `go.Scatter` that draw this look; about a dozen markers show, however long the line."""
        line = {"color": self.colour, "dash": self.dash, "width": self.width}
        if not self.symbol:
            return {"mode": "lines", "line": line}
        marker = {"symbol": self.symbol, "size": 8, "color": self.colour, "maxdisplayed": 12}
        return {"mode": "lines+markers", "line": line, "marker": marker}


NAIVE = Look(NAIVE_COLOUR, dash="dash", width=1.5)
# By the names of `Baseline`. The linear model is what a network has to beat, so it alone is drawn as strongly as one.
BASELINE_LOOKS: dict[str, Look] = {
    "ridge": Look("#CC79A7", symbol="square"),
    "drift": Look("#56B4E9", dash="longdash", width=1.5),
    "seasonal": Look("#E69F00", dash="longdashdot", width=1.5),
    "smoothing": Look("#A1887F", dash="4px,3px", width=1.5),
}


def faint(colour: str, share: float) -> str:
    """`colour` (as "#RRGGBB") for a ground under lines: that `share` of it, the rest is what lies below.

    >>> faint("#0072B2", 0.2)
    'rgba(0, 114, 178, 0.2)'
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"rgba({red}, {green}, {blue}, {share})"


def real_look(theme: Theme) -> Look:
    """The look of real values: the colour of the text."""
    return Look(theme.ink)


def cell_look(cell: str, *, bidirectional: bool = False, repeat: int = 0) -> Look:
    """The look of a cell's line; `repeat` counts earlier lines of the same cell in the same chart.

    >>> cell_look("GRU", bidirectional=True)
    Look(colour='#D55E00', dash='dashdot', symbol='diamond', width=2.0)
    """
    dash = "dashdot" if bidirectional else "solid"
    return Look(CELL_COLOURS[cell], dash, CELL_SYMBOLS[cell] + _REPEATS[repeat % len(_REPEATS)])


# What a number inside a network is: below zero, above zero. None of these is the colour of a cell or of a part.
NEGATIVE_COLOUR, POSITIVE_COLOUR = "#8E6BD6", "#C9A227"
# Light letters are hard to read on more of it, on a dark page.
_STRONGEST = 0.67


def value_colour(value: float, largest: float = 1.0) -> str:
    """The ground of a number between `-largest` and `largest`: clear at 0, strong at the ends, by sign of one colour.

    >>> value_colour(0.5), value_colour(-2.0)
    ('rgba(201, 162, 39, 0.335)', 'rgba(142, 107, 214, 0.67)')
    """
    share = min(abs(value) / largest, 1.0) if largest > 0 and not math.isnan(value) else 0.0
    return faint(POSITIVE_COLOUR if value >= 0 else NEGATIVE_COLOUR, round(_STRONGEST * share, 3))


VALUE_SCALE: tuple[tuple[float, str], ...] = (
    (0.0, NEGATIVE_COLOUR),
    (0.5, "rgba(128, 128, 128, 0)"),
    (1.0, POSITIVE_COLOUR),
)
"""The same as a colour scale of plotly, for values between two ends that are as far from zero."""
OPENING_SCALE: tuple[tuple[float, str], ...] = ((0.0, "rgba(128, 128, 128, 0)"), (1.0, POSITIVE_COLOUR))
"""For what lies between 0 (a gate that is shut) and 1 (open)."""
