"""The shapes of an unrolled network: its states, the arrows between them, and the gradient's way back. Pure."""

from collections.abc import Iterator

from rnn_core.figures.scenes.scene import Look, Shape
from rnn_core.figures.scenes.unrolled_places import PITCH, Lane, Place, thick
from rnn_core.figures.theme import CELL_COLOURS, PAGE

HIDDEN: Look = {"opacity": 0}
SHOWN: Look = {"opacity": 1}
_QUIET: Look = {"stroke": PAGE.muted, "stroke-width": 1.5}
_BOX, _TALL, _MIDDLE = 48.0, 32.0, 52.0
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def step_shapes(place: Place) -> Iterator[Shape]:
    """The state after a step, the arrows to and from its neighbours, and what it reads."""
    x, left = place.x, place.x - _BOX / 2
    if place.earlier is not None:
        yield Shape("line", {"x1": x - PITCH / 2, "y1": _MIDDLE, "x2": left - 4, "y2": _MIDDLE, **_QUIET})
        yield Shape("path", {"d": f"M {left} {_MIDDLE} l -7 -4 l 0 8 z", "fill": PAGE.muted})
    if place.later is not None:
        yield Shape("line", {"x1": x + _BOX / 2, "y1": _MIDDLE, "x2": x + PITCH / 2, "y2": _MIDDLE, **_QUIET})
    low = _MIDDLE + _TALL / 2
    yield Shape("line", {"x1": x, "y1": low + 22, "x2": x, "y2": low + 4, **_QUIET})
    yield Shape("path", {"d": f"M {x} {low} l -4 7 l 8 0 z", "fill": PAGE.muted})
    yield _text(x, low + 35, f"x{_below(place.t)}", PAGE.muted)
    box: Look = {"x": left, "y": _MIDDLE - _TALL / 2, "width": _BOX, "height": _TALL, "rx": 6, "fill": PAGE.paper}
    yield Shape("rect", {**box, **_QUIET}, f"box{place.t}")
    yield _text(x, _MIDDLE - _TALL / 2 - 7, f"h{_below(place.t)}", PAGE.ink)
    yield _text(x, _MIDDLE + 4.5, "", PAGE.ink, f"state{place.t}")


def lane_label(lane: Lane) -> Shape:
    """What it is the size of: the last state's derivative with respect to each, or the product of a gate alone."""
    letter, gate = lane.letter, lane.gate
    words = f"{letter}:  {gate} · {gate} · {gate} …" if gate else f"d {letter}{_below(len(lane.sizes))} / d {letter}"
    look: Look = {"x": 4, "y": lane.y - 26, "font-size": 13, "fill": PAGE.ink, "font-style": "italic"}
    return Shape("text", look, text=words)


def lane_shapes(place: Place, lane: Lane, cell: str) -> Iterator[Shape]:
    """The gradient on its way to `place`: a pipe as thick as it is at both ends, its factor above, its size below."""
    x, y, name, colour = place.x, lane.y, lane.letter, CELL_COLOURS[cell]
    here = thick(lane.size(place.t))
    if place.later is not None:
        # Into the next panel it goes on with the same slope, which half of it is drawn here and half there.
        reached = min(x + PITCH, place.width)
        there = here + (thick(lane.size(place.later)) - here) * (reached - x) / PITCH
        yield _pipe((x, reached), (here, there), y, colour, f"{name}pipe{place.t}")
        yield _text(min(x + PITCH / 2, place.width - 19), y - 11, "", PAGE.muted, f"{name}factor{place.t}")
    if place.earlier is not None and x < PITCH:
        there = (here + thick(lane.size(place.earlier))) / 2
        yield _pipe((0, x), (there, here), y, colour, f"{name}on{place.t}")
    yield Shape("circle", {"cx": x, "cy": y, "r": max(3.5, here / 2), "fill": colour, **HIDDEN}, f"{name}dot{place.t}")
    yield _text(x, y + 28, "", PAGE.ink, f"{name}size{place.t}")


def _pipe(x: tuple[float, float], wide: tuple[float, float], y: float, colour: str, name: str) -> Shape:
    """From the left to the right `x`, as `wide` as the gradient is at each."""
    (left, right), (first, last) = x, (wide[0] / 2, wide[1] / 2)
    path = f"M {right} {y - last:.2f} L {left} {y - first:.2f} L {left} {y + first:.2f} L {right} {y + last:.2f} z"
    return Shape("path", {"d": path, "fill": colour, "stroke": colour, "stroke-width": 0.7, **HIDDEN}, name)


def _text(x: float, y: float, text: str, colour: str, name: str = "") -> Shape:
    return Shape("text", {"x": x, "y": y, "font-size": 13, "text-anchor": "middle", "fill": colour}, name, text)


def _below(number: int) -> str:
    return str(number).translate(_BELOW)
