"""A two-directional network: one half reads from the front, one from the back, and then each day speaks. Pure."""

from collections.abc import Iterator

from rnn_core.figures.scenes.scene import Panel, Scene, Shape
from rnn_core.figures.scenes.shapes_tiles import PANEL, Beat, Lit, arrow, in_tile, play, tile, written
from rnn_core.figures.theme import Say, value_colour
from rnn_core.lessons.shapes.both_ways import BothWays
from rnn_core.words import N_, Sentence

_LEFT, _TILE, _NARROWEST, _ASIDE = 28.0, 26.0, 44.0, 9.0
# Heights of the rows, from above: answers, the backward state's two numbers, the forward state, what is read, days.
_Y, _BACK, _FORTH, _X, _T = 6.0, 60.0, 140.0, 194.0, 232.0


def both_ways_scene(both: BothWays, say: Say = str) -> Scene:
    """One panel: the forward half lights up from left to right, the backward half the other way, then the answers."""
    count = len(both.days)
    pitch = max(_NARROWEST, (PANEL - _LEFT) / count)
    shapes: list[Shape] = []
    for t in range(count):
        shapes += _column(t, _LEFT + t * pitch, pitch)
    letters = (("y", _Y), ("h←", _BACK + _TILE / 2), ("h→", _FORTH), ("x", _X))
    shapes += [written(letter, 0, height + _TILE / 2) for letter, height in letters]
    panel = Panel("", _LEFT + pitch * count, _T + 14, tuple(shapes))
    return Scene((panel,), play(_beats(both, say)), seconds=1.1)


def both_ways_alt(both: BothWays) -> Sentence:
    """The scene in words."""
    return Sentence(
        "alt_both_ways",
        N_(
            "Days {days} are read from the front and from the back. What each day says of the next one: {said}; the "
            "last of these should be {tomorrow}."
        ),
        {
            "days": ", ".join(map(in_tile, both.days)),
            "said": ", ".join(map(in_tile, both.two_ways)),
            "tomorrow": in_tile(float(both.tomorrow[-1])),
        },
    )


def _column(t: int, left: float, pitch: float) -> Iterator[Shape]:
    """Forward states stand a little to the left, backward ones to the right, so that arrows pass by them."""
    width, narrow = pitch - 12, pitch - 12 - _ASIDE
    yield from tile(f"y{t}", left - 2, _Y, width + 4)
    yield from tile(f"b{t}.0", left + _ASIDE, _BACK, narrow)
    yield from tile(f"b{t}.1", left + _ASIDE, _BACK + _TILE, narrow)
    yield from tile(f"f{t}", left, _FORTH, narrow)
    yield from tile(f"x{t}", left - 2, _X, width + 4)
    yield written(str(t + 1), left + width / 2, _T, anchor="middle", quiet=True)
    forth, back = left + _ASIDE / 2, left + width - _ASIDE / 2
    yield arrow(f"xf{t}", (forth, _X - 3), (forth, _FORTH + _TILE + 3))
    yield arrow(f"xb{t}", (back, _X - 3), (back, _BACK + 2 * _TILE + 3))
    yield arrow(f"fy{t}", (forth, _FORTH - 3), (forth, _Y + _TILE + 3))
    yield arrow(f"by{t}", (back, _BACK - 3), (back, _Y + _TILE + 3))
    if t:
        yield arrow(f"ff{t}", (left - 11 - _ASIDE, _FORTH + 13), (left - 2, _FORTH + 13))
        yield arrow(f"bb{t}", (left + _ASIDE - 2, _BACK + _TILE), (left - 11, _BACK + _TILE))


def _beats(both: BothWays, say: Say) -> Iterator[Beat]:
    count, largest = len(both.days), float(abs(both.days).max())
    for t, x in enumerate(both.days.tolist()):
        lit = {f"x{t}": Lit(in_tile(x)), f"f{t}": Lit(in_tile(x), value_colour(x, largest))}
        told = say("The forward half reads day {day}: it knows the days up to here.").format(day=t + 1)
        yield Beat(told, lit, (f"xf{t}", *((f"ff{t}",) if t else ())))
    for t in range(count - 1, -1, -1):
        held = both.backward[t].tolist()
        lit = {f"b{t}.{i}": Lit(in_tile(value), value_colour(value, largest)) for i, value in enumerate(held)}
        yield Beat(_from_behind(both, t, say), lit, (f"xb{t}", *((f"bb{t + 1}",) if t < count - 1 else ())))
    yield _answers(both, say)


def _from_behind(both: BothWays, t: int, say: Say) -> str:
    if t == len(both.days) - 1:
        return say("The backward half begins at the end. Behind day {day} nothing has been read: 0.").format(day=t + 1)
    return say("It reads day {day} and still holds what it read before: {after}, which is tomorrow.").format(
        day=t + 1, after=in_tile(float(both.backward[t, 1]))
    )


def _answers(both: BothWays, say: Say) -> Beat:
    """Every day speaks; the last one, which has nothing to say, has a dashed edge and a cross."""
    said = [in_tile(value) for value in both.two_ways.tolist()]
    last = len(said) - 1
    tiles = {f"y{t}": Lit(f"{text} ✗", dash="4 3") if t == last else Lit(text) for t, text in enumerate(said)}
    told = say("Each day says the next one: all right inside. The last says {said}; the next day was {real}.").format(
        said=said[last], real=in_tile(float(both.tomorrow[-1]))
    )
    return Beat(told, tiles, tuple(f"{half}{t}" for t in range(last + 1) for half in ("fy", "by")))
