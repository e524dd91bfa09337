"""Cells side by side, step by step: one panel a cell, every gate and state as a number on a ground of its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from rnn_core.figures.scenes.cell_drawings import HEIGHT, WIDTH, drawing
from rnn_core.figures.scenes.cell_lines import in_numbers, lines_of
from rnn_core.figures.scenes.cell_parts import LETTERS, digits, digits_name, filled, tile_name
from rnn_core.figures.scenes.scene import Frame, Look, Panel, Scene, Shape
from rnn_core.figures.theme import CELL_COLOURS, PAGE, Say
from rnn_core.lessons.cell.blocks import NAMES, READS, part_of
from rnn_core.lessons.cell.moments import Moment
from rnn_core.lessons.cell.walk import Walk
from rnn_core.words import N_, Sentence

_FIRST_LINE, _LINE = HEIGHT + 36, 18


@dataclass(frozen=True)
class _Change:
    """What one frame changes in one panel."""

    looks: dict[str, Look]
    texts: dict[str, str]


def cells_scene(
    walks: Sequence[Walk],
    moments: Sequence[Moment],
    captions: Sequence[str],
    *,
    titles: Sequence[str],
    seconds: float,
    say: Say = str,
) -> Scene:
    """`walks` of two units each through one sequence, a frame for each of `moments`, which `captions` tell of."""
    rows = max(len(lines_of(walk)) for walk in walks)
    panels = tuple(_panel(walk, title, rows, say) for walk, title in zip(walks, titles, strict=True))
    frames = (_frame(walks, moment, caption) for moment, caption in zip(moments, captions, strict=True))
    return Scene(panels, tuple(frames), seconds)


def cells_alt(walks: Sequence[Walk]) -> Sentence:
    """What the drawing shows, in words, and where it ends."""
    ends = ("{} {}".format(walk.cell, ", ".join(digits(value) for value in walk.after["h"][-1])) for walk in walks)
    return Sentence(
        "alt_cells",
        N_("Drawing of what is in each cell, step by step, with all its numbers. States after the last step: {ends}."),
        {"ends": "; ".join(ends)},
    )


def _panel(walk: Walk, title: str, rows: int, say: Say) -> Panel:
    shapes = [*drawing(walk.cell, result=walk.output is not None).shapes()]
    shapes.append(_text(2, _FIRST_LINE - _LINE, say(N_("The first unit in numbers")), PAGE.muted))
    for place, line in enumerate(lines_of(walk)):
        y = _FIRST_LINE + place * _LINE
        shapes.append(_text(2, y, line.written, PAGE.ink, name=_line_name(walk, line.letter)))
        shapes.append(_text(WIDTH - 2, y, say(NAMES[line.letter]), PAGE.muted, anchor="end"))
    return Panel(title, WIDTH, _FIRST_LINE + rows * _LINE - 10, tuple(shapes))


def _text(x: float, y: float, text: str, colour: str, *, anchor: str = "start", name: str = "") -> Shape:
    return Shape("text", {"x": x, "y": y, "font-size": LETTERS, "text-anchor": anchor, "fill": colour}, name, text)


def _line_name(walk: Walk, letter: str) -> str:
    return f"{walk.cell} line {letter}"


def _frame(walks: Sequence[Walk], moment: Moment, caption: str) -> Frame:
    looks: dict[str, Look] = {}
    texts: dict[str, str] = {}
    for walk in walks:
        change = _change(walk, moment)
        looks |= change.looks
        texts |= change.texts
    return Frame(caption, looks, texts)


def _change(walk: Walk, moment: Moment) -> _Change:
    """The numbers that are known by `moment`; those that have just been worked out have a strong edge."""
    looks: dict[str, Look] = {}
    texts: dict[str, str] = {}
    for letter, values in _numbers(walk, moment.step).items():
        part = READS if letter in _FROM_BEFORE else part_of(letter)
        if part > moment.part:
            continue
        colour = CELL_COLOURS[walk.cell] if moment.slow and part == moment.part else ""
        for unit, value in enumerate(values):
            looks[tile_name(f"{walk.cell} {letter}", unit)] = filled(value, colour)
            texts[digits_name(f"{walk.cell} {letter}", unit)] = digits(value)
    known = (line.letter for line in lines_of(walk) if line.part <= moment.part)
    texts |= {_line_name(walk, letter): in_numbers(walk, letter, moment.step, 0) for letter in known}
    return _Change(looks, texts)


_FROM_BEFORE = ("x", "h before", "c before")


def _numbers(walk: Walk, step: int) -> dict[str, list[float]]:
    """What the tiles show at `step`, by their names."""
    numbers = {"x": walk.inputs[step, :1].tolist()}
    numbers |= {f"{letter} before": values[step].tolist() for letter, values in walk.before.items()}
    # The GRU's m has no tile: it is on its way from r to n.
    numbers |= {letter: values[step].tolist() for letter, values in walk.after.items() if letter != "m"}
    if walk.cell == "SimpleRNN":
        numbers["a"] = walk.sums["h"].total[step].tolist()
    if walk.outputs is not None:
        numbers["y"] = [float(walk.outputs[step])]
    return numbers
