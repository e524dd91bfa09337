"""One sequence of the memory task going by: the symbol, the noise, the question. Pure."""

import numpy as np

from rnn_core.figures.scenes.scene import Frame, Look, Panel, Scene, Shape
from rnn_core.figures.theme import PAGE, Say, value_colour
from rnn_core.lessons.memory.recall_task import CUE, LOUDNESS, NOISE_CHANNELS, Floats, draw
from rnn_core.words import N_, Sentence

_SIDE, _GAP, _LEFT, _TOP = 30.0, 4.0, 12.0, 76.0
# Few enough that all steps of a long sequence are sent at once without a wait.
_COLUMNS = 9
_WIDTH, _HEIGHT = 340.0, _TOP + NOISE_CHANNELS * (_SIDE + _GAP) + 8
# Full colour; a symbol of 1 is half as strong as that.
_LARGEST = LOUDNESS * 1.5


def recall_scene(distance: int, seed: int, say: Say) -> Scene:
    """One sequence with `distance` steps of noise, drawn from `seed`; a column is a step, the newest on the right."""
    drawn = draw(np.random.default_rng([seed, 9]), 1, distance)
    inputs, is_up = drawn.inputs[0], bool(drawn.symbols[0, 0])
    steps = range(len(inputs))
    frames = tuple(_frame(inputs, step, is_up, say) for step in steps)
    return Scene((Panel("", _WIDTH, _HEIGHT, _shapes()),), frames, seconds=0.35)


def recall_scene_alt(distance: int) -> Sentence:
    """The scene in words."""
    return Sentence(
        "alt_recall_scene",
        N_(
            "A symbol, up or down, then {distance} steps of noise on {channels} channels, then the question which it "
            "was."
        ),
        {"distance": distance, "channels": NOISE_CHANNELS},
    )


def _shapes() -> tuple[Shape, ...]:
    letters: Look = {"fill": PAGE.ink, "font-size": 18, "x": _LEFT, "y": 28}
    said: Look = {"fill": PAGE.muted, "font-size": 14, "x": _LEFT, "y": 56}
    tiles = tuple(_tile(row, column) for column in range(_COLUMNS) for row in range(NOISE_CHANNELS))
    symbols = tuple(_mark(column) for column in range(_COLUMNS))
    return (Shape("text", letters, "headline"), Shape("text", said, "count"), *tiles, *symbols)


def _tile(row: int, column: int) -> Shape:
    x, y = _LEFT + column * (_SIDE + _GAP), _TOP + row * (_SIDE + _GAP)
    look: Look = {"x": x, "y": y, "width": _SIDE, "height": _SIDE, "rx": 3, "fill": "transparent", "stroke": PAGE.grid}
    return Shape("rect", look, f"{row} {column}")


def _mark(column: int) -> Shape:
    """Where an arrow or a question mark may stand, on the first channel of a column."""
    x, y = _LEFT + column * (_SIDE + _GAP) + _SIDE / 2, _TOP + _SIDE - 9
    look: Look = {"x": x, "y": y, "fill": PAGE.ink, "font-size": 16, "text-anchor": "middle", "font-weight": "bold"}
    return Shape("text", look, f"mark {column}")


def _frame(inputs: Floats, step: int, is_up: bool, say: Say) -> Frame:
    looks: dict[str, Look] = {}
    texts: dict[str, str] = {}
    for column in range(_COLUMNS):
        at = step - (_COLUMNS - 1) + column
        if at < 0:
            continue
        for row in range(NOISE_CHANNELS):
            looks[f"{row} {column}"] = {"fill": value_colour(float(inputs[at, row]), _LARGEST)}
        if inputs[at, CUE]:
            texts[f"mark {column}"] = _sign(at, is_up)
    headline, caption = _words(len(inputs), step, is_up, say)
    count = say("{step} of {steps}").format(step=step + 1, steps=len(inputs))
    return Frame(caption, looks, texts | {"headline": headline, "count": count})


def _sign(step: int, is_up: bool) -> str:
    return "?" if step else _arrow(is_up)


def _arrow(is_up: bool) -> str:
    return "↑" if is_up else "↓"


def _words(steps: int, step: int, is_up: bool, say: Say) -> tuple[str, str]:
    """The headline in the drawing, and the caption under it."""
    if step == 0:
        shown = say("Remember: {symbol}").format(symbol=_arrow(is_up))
        return shown, say("The first step shows the symbol, up or down. It will not come again.")
    if step == steps - 1:
        right = say("The question has come: up or down? Right is {symbol}.").format(symbol=_arrow(is_up))
        return say("Which was it?"), right
    return say("Noise"), say("Noise on the same channels, twice as strong as the symbol. None of it matters.")
