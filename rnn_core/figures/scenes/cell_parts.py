"""What drawings of cells are made of: tiles that show a number by their colour, wires, joints and letters. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from rnn_core.figures.scenes.scene import Look, Shape
from rnn_core.figures.theme import PAGE, value_colour

TILE_WIDTH, TILE_HEIGHT = 36, 19
JOINT = 9
# The smallest letters that still read well on a phone.
LETTERS = 12

_WIRE: Look = {"stroke": PAGE.muted, "stroke-width": 1.4, "fill": "none", "stroke-linejoin": "round"}
_DIGITS: Look = {
    "font-size": LETTERS,
    "text-anchor": "middle",
    "fill": PAGE.ink,
    "font-variant-numeric": "tabular-nums",
}


@dataclass(frozen=True)
class Tiles:
    """Where the numbers of `name` stand: under each other, one a unit, around `x`, from `top` down."""

    name: str
    x: float
    top: float
    units: int = 2

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.bottom_from_top / 2

    @property
    def bottom_from_top(self) -> float:
        """Their height."""
        return self.units * (TILE_HEIGHT + 1) - 1

    @property
    def bottom(self) -> float:
        """Where they end."""
        return self.top + self.bottom_from_top

    def shapes(self) -> Iterator[Shape]:
        """Empty tiles, on a ground of the page's colour so that no wire shines through."""
        for unit in range(self.units):
            top = self.top + unit * (TILE_HEIGHT + 1)
            place: Look = {"x": self.x - TILE_WIDTH / 2, "y": top, "width": TILE_WIDTH, "height": TILE_HEIGHT, "rx": 3}
            yield Shape("rect", {**place, "fill": PAGE.paper})
            edge: Look = {"stroke": PAGE.muted, "stroke-width": 1}
            yield Shape("rect", {**place, **edge, "fill": "rgba(0, 0, 0, 0)"}, tile_name(self.name, unit))
            yield Shape("text", {**_DIGITS, "x": self.x, "y": top + 14}, digits_name(self.name, unit), "·")


def tile_name(name: str, unit: int) -> str:
    """What frames call the tile of a unit of `name`."""
    return f"{name}_{unit}"


def digits_name(name: str, unit: int) -> str:
    """What frames call its number."""
    return f"{name}_{unit}_digits"


def filled(value: float, colour: str = "") -> Look:
    """The look of a tile that holds `value`; with a `colour` it has just been worked out."""
    fresh: Look = {"stroke": colour, "stroke-width": 2.5} if colour else {}
    return {"fill": value_colour(value), **fresh}


def digits(value: float) -> str:
    """A number short enough for a tile, with a true minus.

    >>> digits(-0.456), digits(12.34), digits(-0.001), digits(250.0)
    ('−0.46', '12.3', '0.00', '250')
    """
    places = 2 if abs(value) < 9.995 else 1 if abs(value) < 99.95 else 0
    text = f"{round(value, places) + 0.0:.{places}f}"  # + 0.0: there is no minus nought
    return text.replace("-", "−")


def wire(*points: tuple[float, float], arrow: bool = False) -> Iterator[Shape]:
    """A line through `points`, with an arrow where it ends."""
    path = "M" + "L".join(f"{x:g},{y:g}" for x, y in points)
    yield Shape("path", {**_WIRE, "d": path})
    if arrow:
        yield _arrow(points[-2], points[-1])


def joint(x: float, y: float, sign: str) -> Iterator[Shape]:
    """Where two things meet: multiplied (×) or added (+)."""
    circle: Look = {"cx": x, "cy": y, "r": JOINT, "fill": PAGE.paper, "stroke": PAGE.muted, "stroke-width": 1.4}
    yield Shape("circle", circle)
    yield Shape("text", {**_DIGITS, "x": x, "y": y + 5, "font-size": 15}, text=sign)


def pill(x: float, y: float, text: str) -> Iterator[Shape]:
    """A small function on a wire."""
    place: Look = {"x": x - 19, "y": y - 10, "width": 38, "height": 20, "rx": 10}
    yield Shape("rect", {**place, "fill": PAGE.paper, "stroke": PAGE.muted, "stroke-width": 1.4})
    yield Shape("text", {**_DIGITS, "x": x, "y": y + 4}, text=text)


def dot(x: float, y: float) -> Shape:
    """Where a wire branches off."""
    return Shape("circle", {"cx": x, "cy": y, "r": 2.6, "fill": PAGE.muted})


def letter(x: float, y: float, text: str, *, anchor: str = "middle") -> Shape:
    """The letter of a quantity, as in the equations."""
    look: Look = {"x": x, "y": y, "font-size": 14, "font-style": "italic", "text-anchor": anchor, "fill": PAGE.ink}
    return Shape("text", look, text=text)


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> Shape:
    (x0, y0), (x, y) = start, end
    length = max(abs(x - x0), abs(y - y0))
    along = ((x - x0) / length, (y - y0) / length)  # wires run across or up and down
    back_x, back_y = x - 6 * along[0], y - 6 * along[1]
    left = (back_x - 3.5 * along[1], back_y + 3.5 * along[0])
    right = (back_x + 3.5 * along[1], back_y - 3.5 * along[0])
    path = f"M{x:g},{y:g}L{left[0]:g},{left[1]:g}L{right[0]:g},{right[1]:g}Z"
    return Shape("path", {"d": path, "fill": PAGE.muted})
