"""Shapes unrolled: inputs below, states in the middle, outputs above, a column a step; they light up in order. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rnn_core.figures.scenes.scene import Panel, Scene, Shape
from rnn_core.figures.scenes.shapes_tiles import LETTERS, PANEL, Beat, Lit, arrow, in_tile, play, tile, written
from rnn_core.figures.scenes.shapes_words import after_reading, before_reading, caption
from rnn_core.figures.theme import Say, value_colour
from rnn_core.lessons.shapes.network import Running, Step

_TILE, _GAP = 26.0, 30.0
_LEFT, _TOP = 26.0, 6.0
_NARROWEST, _WIDEST, _LONGEST_WORD = 45.0, 92.0, 12


@dataclass(frozen=True)
class _Columns:
    """Where everything stands: `first` is the left of the first column, `pitch` wide, with `places` a state.

    Rows of inputs and of outputs are there where something is read (`reads`) or said (`says`).
    """

    first: float
    pitch: float
    places: int
    width: float
    reads: bool
    says: bool

    @property
    def tile(self) -> float:
        return self.pitch - 13

    @property
    def states(self) -> float:
        return _TOP + (_TILE + _GAP if self.says else 0)

    @property
    def inputs(self) -> float:
        return self.states + self.places * _TILE + _GAP

    @property
    def below(self) -> float:
        """The middle of the lowest row: steps, or what words count."""
        return (self.inputs + _TILE if self.reads else self.inputs - _GAP) + 14

    @property
    def height(self) -> float:
        return self.below + 10

    def left(self, column: int) -> float:
        return self.first + column * self.pitch

    def middle(self, column: int) -> float:
        return self.left(column) + self.tile / 2


def shape_scene(running: Running, say: Say = str) -> Scene:
    """One panel, or two for an encoder and a decoder; the words and numbers are those of `running`."""
    read = [t for t, step in enumerate(running.steps) if not step.decodes]
    said = [t for t, step in enumerate(running.steps) if step.decodes]
    groups = [(say("Encoder"), read), (say("Decoder"), said)] if said else [("", read)]
    panels = tuple(_panel(title, running.steps, group) for title, group in groups)
    return Scene(panels, play(_beats(running, say)), seconds=1.6)


def _panel(title: str, steps: Sequence[Step], group: list[int]) -> Panel:
    places = _columns([steps[t] for t in group])
    shapes: list[Shape] = []
    for column, t in enumerate(group):
        shapes += _column(t, steps[t], places, column)
        if column or steps[t].decodes:
            shapes += _arrow_of_state(t, places, column, "U₂" if steps[t].decodes else "U")
    last = group[-1]
    if last + 1 < len(steps):
        shapes.append(_arrow_on(f"u{last}out", places, len(group)))
    return Panel(title, places.width, places.height, (*shapes, *_letters([steps[t] for t in group], places)))


def _columns(steps: Sequence[Step]) -> _Columns:
    pitch = min(_WIDEST, max(_NARROWEST, *(_width_of(_shortened(step.label)) + 11 for step in steps)))
    wide = _LEFT + pitch * len(steps)
    width = max(PANEL, wide)
    reads, says = steps[0].reads is not None, steps[-1].says is not None
    return _Columns((width - wide) / 2 + _LEFT, pitch, len(steps[0].state), width, reads, says)


def _column(t: int, step: Step, at: _Columns, column: int) -> Iterator[Shape]:
    """The tiles of step `t` and the arrows between them; below it its number, or what its word counts."""
    middle, bottom = at.middle(column), at.states + at.places * _TILE
    for place in range(at.places):
        yield from tile(f"h{t}.{place}", at.left(column), at.states + place * _TILE, at.tile)
    if step.reads is not None:
        yield from tile(f"x{t}", at.left(column) - 4, at.inputs, at.tile + 8)
        yield arrow(f"w{t}", (middle, at.inputs - 3), (middle, bottom + 3))
    if step.says is not None:
        yield from tile(f"y{t}", at.left(column) - 4, _TOP, at.tile + 8)
        yield arrow(f"v{t}", (middle, at.states - 3), (middle, _TOP + _TILE + 3))
    below = in_tile(step.reads) if step.label and step.reads is not None else str(t + 1)
    yield written(below, middle, at.below, anchor="middle", quiet=True)


def _arrow_of_state(t: int, at: _Columns, column: int, letter: str) -> Iterator[Shape]:
    """From the state before; into a decoder's first column it comes from the encoder."""
    yield _arrow_on(f"u{t}", at, column)
    if column:
        yield written(letter, at.left(column) - 6.5, _halfway(at) - 12, anchor="middle", quiet=True)


def _arrow_on(name: str, at: _Columns, column: int) -> Shape:
    """The arrow from one state to the next, which ends at the left edge of `column`."""
    return arrow(name, (at.left(column) - 12, _halfway(at)), (at.left(column) - 1, _halfway(at)))


def _halfway(at: _Columns) -> float:
    return at.states + at.places * _TILE / 2


def _letters(steps: Sequence[Step], at: _Columns) -> Iterator[Shape]:
    """Which row is which, in the letters of the equations."""
    words = bool(steps[0].label)
    rows = [("h", _halfway(at)), ("x" if words else "t", at.below)]
    if at.says:
        rows += [("y", _TOP + _TILE / 2)]
        column = next(c for c, step in enumerate(steps) if step.says is not None)
        yield written("V", at.middle(column) + 6, at.states - _GAP / 2, quiet=True)
    if at.reads:
        rows += [] if words else [("x", at.inputs + _TILE / 2)]
        yield written("W", at.middle(0) + 6, at.inputs - _GAP / 2, quiet=True)
    for letter, height in rows:
        yield written(letter, at.first - 19, height, anchor="middle", quiet=letter == "t")


def _beats(running: Running, say: Say) -> Iterator[Beat]:
    """A beat a step; where there is only one, reading, the state and the answer each have a beat of their own."""
    only = running.steps[0]
    parts = [_input(0, only), _state(running, 0), _output(running, 0)]
    if len(running.steps) == 1 and only.reads is not None and only.says is not None:
        captions = (before_reading(only, say), after_reading(only, say), caption(running, 0, say))
        yield from (Beat(said, tiles, arrows) for said, (tiles, arrows) in zip(captions, parts, strict=True))
        return
    for t, step in enumerate(running.steps):
        lit = [_input(t, step), _state(running, t), _output(running, t)]
        tiles = {name: look for part, _ in lit for name, look in part.items()}
        yield Beat(caption(running, t, say), tiles, tuple(name for _, arrows in lit for name in arrows))


def _input(t: int, step: Step) -> tuple[dict[str, Lit], tuple[str, ...]]:
    if step.reads is None:
        return {}, ()
    largest = 1.0 if step.label else float("inf")
    text = _shortened(step.label) if step.label else in_tile(step.reads)
    return {f"x{t}": Lit(text, value_colour(step.reads, largest))}, ()


def _state(running: Running, t: int) -> tuple[dict[str, Lit], tuple[str, ...]]:
    largest = max(abs(value) for step in running.steps for value in step.state)
    step = running.steps[t]
    tiles = {f"h{t}.{i}": Lit(in_tile(value), value_colour(value, largest)) for i, value in enumerate(step.state)}
    arrows = [f"w{t}"] if step.reads is not None else []
    arrows += [f"u{t}"] if t else []
    # Where the decoder begins, the encoder hands over.
    arrows += [f"u{t - 1}out"] if t and step.decodes != running.steps[t - 1].decodes else []
    return tiles, tuple(arrows)


def _output(running: Running, t: int) -> tuple[dict[str, Lit], tuple[str, ...]]:
    """What is said; a wrong answer has a dashed edge and a cross."""
    says = running.steps[t].says
    if says is None:
        return {}, ()
    number = sum(step.says is not None for step in running.steps[:t])
    wrong = number < len(running.wrong) and running.wrong[number]
    return {f"y{t}": Lit(f"{in_tile(says)} ✗", dash="4 3") if wrong else Lit(in_tile(says))}, (f"v{t}",)


def _shortened(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"


def _width_of(text: str) -> float:
    """About how wide `text` is: letters of Chinese are as wide as they are high."""
    return sum(LETTERS if ord(letter) > 0x2E80 else LETTERS * 0.56 for letter in text)
