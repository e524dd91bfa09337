"""DRAWINGS: where everything stands in the drawing of each cell. Pure.

What they have in common: time runs from left to right, the old state comes in on the left and the new one leaves on
the right, x comes from below. Two rails carry the state (`_HIDDEN_RAIL`) and x (`_INPUT_RAIL`, dashed) to the gates.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from rnn_core.figures.scenes.cell_parts import JOINT, Tiles, dot, joint, letter, pill, wire
from rnn_core.figures.scenes.scene import Look, Shape
from rnn_core.figures.theme import CELL_COLOURS, faint

WIDTH, HEIGHT = 260, 240
LEFT, RIGHT = 20, 240
"""Where the states before and after stand, in the middle."""

_BODY: Look = {"x": 42, "y": 6, "width": 176, "height": 200, "rx": 12}
_TOP_RAIL, _HIDDEN_RAIL, _INPUT_RAIL = 43, 180, 192
_STATE_TOP, _GATES_TOP, _X_TOP = 24, 124, 216
_UNDER_STATE = 100


@dataclass(frozen=True)
class Drawing:
    """The drawing of a `cell`: `tiles` by what they show ("h before" is the old state), and `wires`.

    `result_top` is where the tile of y stands, if there is one.
    """

    cell: str
    tiles: tuple[Tiles, ...]
    wires: tuple[Shape, ...]
    result_top: float

    def shapes(self) -> tuple[Shape, ...]:
        """Body first, then wires, then the tiles above them, with names unlike those of any other cell's."""
        colour = CELL_COLOURS[self.cell]
        body = Shape("rect", {**_BODY, "fill": faint(colour, 0.07), "stroke": colour, "stroke-width": 1.6})
        named = (Tiles(f"{self.cell} {one.name}", one.x, one.top, one.units) for one in self.tiles)
        return (body, *self.wires, *chain.from_iterable(tiles.shapes() for tiles in named))


def drawing(cell: str, *, result: bool = True) -> Drawing:
    """The drawing of `cell`, with the `result` that an output layer makes of its state, or without."""
    plain = DRAWINGS[cell]()
    if not result:
        return plain
    (state,) = (tiles for tiles in plain.tiles if tiles.name == "h")
    wires = (*plain.wires, *_result(state.bottom, plain.result_top))
    return replace(plain, tiles=(*plain.tiles, Tiles("y", RIGHT, plain.result_top, 1)), wires=wires)


def _simple() -> Drawing:
    middle = 126
    wires = chain(
        _rails(until_h=middle, until_x=middle, first=middle, state=_TOP_RAIL),
        _feeds(middle),
        wire((middle, _GATES_TOP), (middle, _TOP_RAIL), (RIGHT - 18, _TOP_RAIL), arrow=True),
        pill(middle, 84, "tanh"),
        (letter(middle - 24, 148, "a", anchor="end"),),
    )
    tiles = (*_ends("h", _STATE_TOP), Tiles("a", middle, _GATES_TOP), _x(middle))
    return Drawing("SimpleRNN", tiles, tuple(wires), _UNDER_STATE)


def _lstm() -> Drawing:
    i, f, g, o = 104, 64, 144, 184
    mixed, out = (i + g) / 2, 210
    wires = chain(
        _rails(until_h=o, until_x=o, first=f, state=_HIDDEN_RAIL),
        *(_feeds(x) for x in (f, i, g, o)),
        wire((LEFT + 18, _TOP_RAIL), (RIGHT - 18, _TOP_RAIL), arrow=True),
        wire((f, _GATES_TOP), (f, _TOP_RAIL + JOINT), arrow=True),
        wire((i, _GATES_TOP), (i, 94), (mixed - JOINT, 94), arrow=True),
        wire((g, _GATES_TOP), (g, 94), (mixed + JOINT, 94), arrow=True),
        wire((mixed, 94 - JOINT), (mixed, _TOP_RAIL + JOINT), arrow=True),
        wire((o, _GATES_TOP), (o, 94 + JOINT), arrow=True),
        wire((o, _TOP_RAIL), (o, 94 - JOINT), arrow=True),
        wire((o + JOINT, 94), (out, 94), (out, _HIDDEN_RAIL), (RIGHT - 18, _HIDDEN_RAIL), arrow=True),
        (dot(o, _TOP_RAIL),),
        pill(o, 66, "tanh"),
        joint(f, _TOP_RAIL, "×"),
        joint(mixed, _TOP_RAIL, "+"),
        joint(mixed, 94, "×"),
        joint(o, 94, "×"),
        (letter(x - 5, _GATES_TOP - 4, name, anchor="end") for x, name in ((f, "f"), (i, "i"), (g, "g"), (o, "o"))),
    )
    gates = (Tiles(name, x, _GATES_TOP) for x, name in ((i, "i"), (f, "f"), (g, "g"), (o, "o")))
    states = (*_ends("c", _STATE_TOP), *_ends("h", _HIDDEN_RAIL - 19))
    return Drawing("LSTM", (*states, *gates, _x(f)), tuple(wires), _X_TOP)


def _gru() -> Drawing:
    z, r, n = 64, 112, 190
    reset, rest = 152, 84
    wires = chain(
        _rails(until_h=reset, until_x=n, first=z, state=_TOP_RAIL),
        *(_feeds(x) for x in (z, r)),
        wire((n, _INPUT_RAIL), (n, _GATES_TOP + 39), arrow=True),
        wire((reset, _HIDDEN_RAIL), (reset, _GATES_TOP + 20 + JOINT), arrow=True),
        wire((r + 18, _GATES_TOP + 20), (reset - JOINT, _GATES_TOP + 20), arrow=True),
        wire((reset + JOINT, _GATES_TOP + 20), (n - 18, _GATES_TOP + 20), arrow=True),
        wire((LEFT + 18, _TOP_RAIL), (RIGHT - 18, _TOP_RAIL), arrow=True),
        wire((z, _GATES_TOP), (z, _TOP_RAIL + JOINT), arrow=True),
        wire((z, rest), (n - JOINT, rest), arrow=True),
        wire((n, _GATES_TOP), (n, rest + JOINT), arrow=True),
        wire((n, rest - JOINT), (n, _TOP_RAIL + JOINT), arrow=True),
        (dot(n, _INPUT_RAIL), dot(reset, _HIDDEN_RAIL), dot(z, rest)),
        pill(124, rest, "1 − z"),
        joint(z, _TOP_RAIL, "×"),
        joint(n, _TOP_RAIL, "+"),
        joint(n, rest, "×"),
        joint(reset, _GATES_TOP + 20, "×"),
        (letter(x - 5, _GATES_TOP - 4, name, anchor="end") for x, name in ((z, "z"), (r, "r"), (n, "n"))),
    )
    gates = (Tiles(name, x, _GATES_TOP) for x, name in ((z, "z"), (r, "r"), (n, "n")))
    return Drawing("GRU", (*_ends("h", _STATE_TOP), *gates, _x(z)), tuple(wires), _UNDER_STATE)


DRAWINGS: Mapping[str, Callable[[], Drawing]] = MappingProxyType({"SimpleRNN": _simple, "LSTM": _lstm, "GRU": _gru})


def _ends(name: str, top: float) -> tuple[Tiles, Tiles]:
    return Tiles(f"{name} before", LEFT, top), Tiles(name, RIGHT, top)


def _x(across: float) -> Tiles:
    return Tiles("x", across, _X_TOP, 1)


def _rails(*, until_h: float, until_x: float, first: float, state: float) -> Iterator[Shape]:
    """Both rails; h comes from its tiles at height `state`, x from below at `first`."""
    start = ((LEFT + 18, _HIDDEN_RAIL),) if state == _HIDDEN_RAIL else ((LEFT, state + 20), (LEFT, _HIDDEN_RAIL))
    yield from wire(*start, (until_h, _HIDDEN_RAIL))
    yield from wire((first, _X_TOP), (first, _INPUT_RAIL))
    if until_x > first:
        line, *_ = wire((first, _INPUT_RAIL), (until_x, _INPUT_RAIL))
        yield Shape("path", {**line.look, "stroke-dasharray": "4 3"})
    yield letter(first + 24, _X_TOP + 14, "x", anchor="start")
    if state == _TOP_RAIL:
        yield from (letter(LEFT, 18, "h"), letter(RIGHT, 18, "h′"))
    else:
        yield from (letter(LEFT, 18, "c"), letter(RIGHT, 18, "c′"))
        yield from (letter(LEFT, state - 24, "h"), letter(RIGHT, state - 24, "h′"))


def _feeds(across: float) -> Iterator[Shape]:
    """From both rails up into a gate."""
    yield from wire((across, _INPUT_RAIL), (across, _GATES_TOP + 39), arrow=True)
    yield from (dot(across, _HIDDEN_RAIL), dot(across, _INPUT_RAIL))


def _result(start: float, end: float) -> Iterator[Shape]:
    """From the new state to what the output layer makes of it."""
    yield from wire((RIGHT, start), (RIGHT, end), arrow=True)
    yield letter(RIGHT, end + 32, "y")
