"""Tiles and arrows of the scenes about shapes, and beats that light them up one after the other. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rnn_core.figures.scenes.scene import Frame, Look, Shape
from rnn_core.figures.theme import PAGE

LETTERS = 12.5  # units; a panel of 340 units fits a phone unshrunk
PANEL = 340.0
CLEAR = "rgba(128, 128, 128, 0)"
_DARK = 0.2  # how much is seen of what is still to come


@dataclass(frozen=True)
class Lit:
    """What a tile shows from a beat on: its `text`, its ground, and a `dash` where it is out of the ordinary."""

    text: str
    ground: str = CLEAR
    dash: str = "0"


@dataclass(frozen=True)
class Beat:
    """One step of a scene: the `tiles` and `arrows` that light up, by their names, and what is said meanwhile."""

    caption: str
    tiles: Mapping[str, Lit] = field(default_factory=dict)
    arrows: tuple[str, ...] = ()


def tile(name: str, x: float, y: float, width: float, height: float = 26) -> tuple[Shape, Shape]:
    """An empty tile whose upper left corner is at `x`, `y`, and the place for its text."""
    edge: dict[str, str | float] = {
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "rx": 4,
        "stroke": PAGE.ink,
        "fill": CLEAR,
    }
    rect = Shape("rect", {**edge, "opacity": _DARK, "stroke-width": 1, "stroke-dasharray": "0"}, name)
    return rect, written("", x + width / 2, y + height / 2, name=f"{name}_text", anchor="middle")


def written(text: str, x: float, y: float, *, name: str = "", anchor: str = "start", quiet: bool = False) -> Shape:
    """`text` whose middle line is at `y`."""
    ink = PAGE.muted if quiet else PAGE.ink
    look: Look = {"x": x, "y": y + LETTERS * 0.36, "font-size": LETTERS, "text-anchor": anchor, "fill": ink}
    return Shape("text", look, name, text)


def arrow(name: str, start: tuple[float, float], end: tuple[float, float]) -> Shape:
    """A straight arrow; without a `name` it never lights up, and is seen from the beginning."""
    (x, y), (to_x, to_y) = start, end
    length = math.hypot(to_x - x, to_y - y)
    along_x, along_y = (to_x - x) / length * 4, (to_y - y) / length * 4
    left, right = (
        (to_x - along_x - along_y, to_y - along_y + along_x),
        (to_x - along_x + along_y, to_y - along_y - along_x),
    )
    points = f"M{_at(start)} L{_at(end)} M{_at(left)} L{_at(end)} L{_at(right)}"
    look: Look = {"d": points, "fill": "none", "stroke": PAGE.ink, "stroke-width": 1.5, "opacity": _DARK if name else 1}
    return Shape("path", look, name)


def play(beats: Iterable[Beat]) -> tuple[Frame, ...]:
    """A frame for each beat; what was lit stays lit, and what lights up now has a strong edge."""
    frames: list[Frame] = []
    shown: dict[str, Lit] = {}
    arrows: set[str] = set()
    for beat in beats:
        shown |= beat.tiles
        arrows |= set(beat.arrows)
        looks: dict[str, Look] = {name: _look(lit, name in beat.tiles) for name, lit in shown.items()}
        looks |= {name: {"opacity": 1, "stroke-width": 2.5 if name in beat.arrows else 1.5} for name in arrows}
        frames.append(Frame(beat.caption, looks, {f"{name}_text": lit.text for name, lit in shown.items()}))
    return tuple(frames)


def in_tile(value: float) -> str:
    """A number as it stands in a tile: at most two digits after the point.

    >>> in_tile(-0.5), in_tile(68.0), in_tile(-1e-17), in_tile(0.8660254)
    ('−0.5', '68', '0', '0.87')
    """
    return f"{round(value, 2) + 0.0:.5g}".replace("-", "−")


def _look(lit: Lit, now: bool) -> Look:
    edge: Look = {"stroke-width": 2.5 if now else 1, "stroke-dasharray": lit.dash}
    return {"fill": lit.ground, "opacity": 1, **edge}


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
