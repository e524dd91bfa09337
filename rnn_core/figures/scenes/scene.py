"""Scene: a drawing that moves, as a plain value: panels of shapes, and frames that say what differs at each step. Pure.

Law: a frame holds all that differs from the panels as they are; nothing is left over from the frame before. Colours are
those of the page (`PAGE` in `theme.py`) or those that mean something; every text is in the visitor's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["rect", "circle", "line", "path", "text"]
Look = Mapping[str, str | float]


@dataclass(frozen=True)
class Shape:
    """One element of a drawing in SVG's terms: its `kind`, its attributes `look`, and the `text` of a text.

    `name` is what frames call it, one in the whole scene; what never changes needs none.
    """

    kind: Kind
    look: Look
    name: str = ""
    text: str = ""


@dataclass(frozen=True)
class Panel:
    """One drawing of a scene, `width` x `height` in units of about a pixel, drawn from the first shape to the last.

    Panels stand beside each other where there is room, else under each other; 340 wide fits a phone unshrunk.
    """

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Frame:
    """One step: `caption` says in words what is seen; `looks` and `texts` are what is other now, by name of shape."""

    caption: str
    looks: Mapping[str, Look] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """Panels that move together through `frames`, each of which stays for `seconds` while it plays.

    Raises:
        ValueError: a frame speaks of a shape that is in no panel, or two shapes have one name.
    """

    panels: tuple[Panel, ...]
    frames: tuple[Frame, ...]
    seconds: float = 1.2

    def __post_init__(self) -> None:
        """Refuse what could not be drawn."""
        names = [shape.name for panel in self.panels for shape in panel.shapes if shape.name]
        if len(names) != len(set(names)):
            raise ValueError("Two shapes of a scene have the same name.")
        unknown = {name for frame in self.frames for name in (*frame.looks, *frame.texts)} - set(names)
        if unknown:
            raise ValueError(f"A frame changes what is in no panel: {', '.join(sorted(unknown))}.")

    def plain(self) -> dict[str, Any]:
        """The scene as plain values for the browser, made by hand: `asdict` would copy each of thousands of values."""
        return {
            "panels": [_plain_panel(panel) for panel in self.panels],
            "frames": [{"caption": one.caption, "looks": one.looks, "texts": one.texts} for one in self.frames],
            "seconds": self.seconds,
        }


def _plain_panel(panel: Panel) -> dict[str, Any]:
    shapes = [{"kind": one.kind, "look": one.look, "name": one.name, "text": one.text} for one in panel.shapes]
    return {"title": panel.title, "width": panel.width, "height": panel.height, "shapes": shapes}
