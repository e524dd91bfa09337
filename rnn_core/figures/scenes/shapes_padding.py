"""A padded table read step by step, beside the states that come of it and those that should. Pure."""

from collections.abc import Iterator

from rnn_core.figures.scenes.scene import Panel, Scene, Shape
from rnn_core.figures.scenes.shapes_tiles import PANEL, Beat, Lit, in_tile, play, tile, written
from rnn_core.figures.theme import Say, value_colour
from rnn_core.lessons.shapes.network import Floats
from rnn_core.lessons.shapes.padding import Padded
from rnn_core.words import N_, Sentence

NAMES = "ABCDEFG"
_ROW, _TOP, _LEFT = 34.0, 24.0, 24.0
_CELL, _STATE = 50.0, 46.0
_DASHED = "3 3"


def padding_scene(padded: Padded, *, masked: bool, say: Say = str) -> Scene:
    """Two panels: the table with its zeros, and the states of its rows now beside those of each sequence alone."""
    rows, steps = padded.table.shape
    height = _TOP + rows * _ROW + 4
    table = Panel(say("What is read"), PANEL, height, tuple(_table(rows, steps)))
    states = Panel(say("State h: now, and as it should end"), PANEL, height, tuple(_states(padded, say)))
    return Scene((table, states), play(_beats(padded, masked, say)), seconds=1.4)


def padding_alt(padded: Padded, *, masked: bool) -> Sentence:
    """The scene in words."""
    off = ", ".join(f"{NAMES[row]} {in_tile(float(value))}" for row, value in enumerate(padded.off))
    values = {"off": off}
    if masked:
        return Sentence(
            "alt_masked", N_("Three padded sequences, read with a mask. Their last states are off by: {off}."), values
        )
    return Sentence(
        "alt_padded", N_("Three padded sequences, read without a mask. Their last states are off by: {off}."), values
    )


def _table(rows: int, steps: int) -> Iterator[Shape]:
    for t in range(steps):
        yield written(str(t + 1), _LEFT + t * _CELL + _CELL / 2 - 2, 10, anchor="middle", quiet=True)
    for row in range(rows):
        yield written(NAMES[row], 4, _middle(row))
        for t in range(steps):
            yield from tile(f"x{row}.{t}", _LEFT + t * _CELL, _TOP + row * _ROW, _CELL - 4)


def _states(padded: Padded, say: Say) -> Iterator[Shape]:
    """Left the states as they are at a step, right those of the sequences alone, which never change."""
    rows, units = padded.alone.shape
    right = PANEL - units * _STATE
    yield written(say("now"), _LEFT, 10, quiet=True)
    yield written(say("read alone"), right, 10, quiet=True)
    for row in range(rows):
        yield written(NAMES[row], 4, _middle(row))
        for unit in range(units):
            yield from tile(f"h{row}.{unit}", _LEFT + unit * _STATE, _TOP + row * _ROW, _STATE - 2)
            value = float(padded.alone[row, unit])
            yield from _fixed(right + unit * _STATE, _TOP + row * _ROW, value)


def _fixed(x: float, y: float, value: float) -> tuple[Shape, Shape]:
    """A tile that shows `value` from the beginning."""
    rect, text = tile("", x, y, _STATE - 2)
    lit = {**rect.look, "opacity": 1, "fill": value_colour(value)}
    return Shape("rect", lit), Shape("text", text.look, text=in_tile(value))


def _beats(padded: Padded, masked: bool, say: Say) -> Iterator[Beat]:
    steps = padded.table.shape[1]
    for t in range(steps):
        tiles = {f"x{row}.{t}": _read(padded, row, t) for row in range(len(padded.table))}
        yield Beat(_caption(padded, t, masked, say), tiles | _held(padded.states[t]))
    yield Beat(_ending(padded.off, say), _held(padded.states[-1]))


def _read(padded: Padded, row: int, t: int) -> Lit:
    value = float(padded.table[row, t])
    return Lit(in_tile(value), value_colour(value)) if padded.real[row, t] else Lit("0", dash=_DASHED)


def _held(states: Floats) -> dict[str, Lit]:
    return {
        f"h{row}.{unit}": Lit(in_tile(float(value)), value_colour(float(value)))
        for row, state in enumerate(states)
        for unit, value in enumerate(state)
    }


def _caption(padded: Padded, t: int, masked: bool, say: Say) -> str:
    filled = "".join(NAMES[row] for row, real in enumerate(padded.real[:, t]) if not real)
    names = ", ".join(filled)
    if not filled:
        return say("Step {step}: all three read a value of their own.").format(step=t + 1)
    if masked:
        return say("Step {step}: only padding for {names}. Their states are masked and stay as they are.").format(
            step=t + 1, names=names
        )
    return say("Step {step}: only padding for {names}. Their states change all the same.").format(
        step=t + 1, names=names
    )


def _ending(off: Floats, say: Say) -> str:
    values = {NAMES[row]: in_tile(float(value)) for row, value in enumerate(off)}
    if off.max() < 0.005:
        return say("The last states are those of each sequence alone.")
    told = ", ".join(f"{name} {value}" for name, value in values.items())
    return say("Off from each sequence alone, at the most: {off}.").format(off=told)


def _middle(row: int) -> float:
    return _TOP + row * _ROW + 13
