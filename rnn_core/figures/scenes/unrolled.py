"""The unrolled network: a wave forward through its steps, then the gradient on its way back, losing or growing. Pure.

Of a long sequence every k-th step is drawn. What an arrow back is labelled with is the product of the factors of all
steps that it spans, so that the labels multiplied are what arrives.
"""

from collections.abc import Iterator, Sequence

from rnn_core.figures.scenes.scene import Frame, Look, Panel, Scene
from rnn_core.figures.scenes.unrolled_places import PITCH, Lane, Place, every, halves, lanes
from rnn_core.figures.scenes.unrolled_shapes import SHOWN, lane_label, lane_shapes, step_shapes
from rnn_core.figures.theme import PAGE, Say, value_colour
from rnn_core.lessons.memory.fading import Fading
from rnn_core.lessons.memory.magnitudes import brief, magnitude
from rnn_core.words import N_, Sentence

_LOOKED_AT: Look = {"stroke": PAGE.ink, "stroke-width": 3}
_SECONDS = 0.7

Changes = tuple[dict[str, Look], dict[str, str]]
"""What a frame changes: looks and texts by the names of the shapes."""


def unrolled_scene(fading: Fading, say: Say = str) -> Scene:
    """The network of `fading`, forward and back."""
    ways, parts = lanes(fading), halves(fading.setup.steps)
    panels = tuple(_panel(part, ways, fading.setup.cell, say) for part in parts)
    places = [place for part in parts for place in part]
    return Scene(panels, (*_forward(places, fading, say), *_back(places, ways, fading, say)), _SECONDS)


def unrolled_alt(fading: Fading) -> Sentence:
    """The scene in words."""
    return Sentence(
        "alt_unrolled",
        N_(
            "{cell} unrolled over {steps} steps: states are worked out from left to right, then the gradient goes "
            "back from right to left. It begins with size 1, and {size} arrives {distance} steps back."
        ),
        {
            "cell": fading.setup.cell,
            "steps": fading.setup.steps,
            "size": magnitude(float(fading.sizes[-1])),
            "distance": fading.distance,
        },
    )


def drawn_note(steps: int) -> Sentence:
    """How many of the steps are seen, and how to read the arrows."""
    if every(steps) == 1:
        return Sentence(
            "all_drawn",
            N_("All {steps} steps are drawn; × is what a step back multiplies the gradient by."),
            {"steps": steps},
        )
    return Sentence(
        "some_drawn",
        N_("Of {steps} steps one in {every} is drawn; × is what {every} steps back multiply the gradient by."),
        {"steps": steps, "every": every(steps)},
    )


def _panel(part: Sequence[Place], ways: Sequence[Lane], cell: str, say: Say) -> Panel:
    title = say("Steps {first} to {last}").format(first=part[0].t, last=part[-1].t)
    shapes = [shape for place in part for shape in step_shapes(place)]
    shapes += [lane_label(lane) for lane in ways]
    shapes += [shape for lane in ways for place in part for shape in lane_shapes(place, lane, cell)]
    return Panel(title, part[0].width, ways[-1].y + 40, tuple(shapes))


def _forward(places: Sequence[Place], fading: Fading, say: Say) -> Iterator[Frame]:
    setup = fading.setup
    words = say(
        "Forward, step {step} of {steps}: h is made of x and of the h before. The first of {units} numbers: {number}."
    )
    for number, place in enumerate(places):
        looks, texts = _states(places[: number + 1], fading)
        looks[f"box{place.t}"] = {**looks[f"box{place.t}"], **_LOOKED_AT}
        shown = texts[f"state{place.t}"]
        yield Frame(words.format(step=place.t, steps=setup.steps, units=setup.units, number=shown), looks, texts)


def _back(places: Sequence[Place], ways: Sequence[Lane], fading: Fading, say: Say) -> Iterator[Frame]:
    looks, texts = _states(places, fading)
    for place in reversed(places):
        for lane in ways:
            more_looks, more_texts = _arrived(place, lane)
            looks, texts = looks | more_looks, texts | more_texts
        box = f"box{place.t}"
        yield Frame(_caption(place.t, fading, say), looks | {box: {**looks[box], **_LOOKED_AT}}, texts)


def _states(places: Sequence[Place], fading: Fading) -> Changes:
    """How the states of `places` look once they are worked out."""
    values = {place.t: float(fading.states[place.t - 1]) for place in places}
    largest = float(abs(fading.states).max())
    looks: dict[str, Look] = {f"box{t}": {"fill": value_colour(value, largest)} for t, value in values.items()}
    return looks, {f"state{t}": brief(value) for t, value in values.items()}


def _arrived(place: Place, lane: Lane) -> Changes:
    """What is seen once the gradient has come to `place` along `lane`."""
    name, t, size = lane.letter, place.t, lane.size(place.t)
    looks: dict[str, Look] = {f"{name}dot{t}": SHOWN}
    texts = {f"{name}size{t}": brief(size)}
    if place.later is not None:
        before = lane.size(place.later)
        looks[f"{name}pipe{t}"] = SHOWN
        texts[f"{name}factor{t}"] = f"×{brief(size / before)}" if before > 0 else ""
        if place.x + PITCH > place.width:  # the later one stands in the next panel
            looks[f"{name}on{place.later}"] = SHOWN
    return looks, texts


def _caption(t: int, fading: Fading, say: Say) -> str:
    away = fading.setup.steps - t
    if not away:
        return say("Now back from the last step: the gradient begins with size 1.")
    size = magnitude(float(fading.sizes[away]))
    road = lanes(fading)[1:]
    if not road:
        words = say("{away} steps back: {size} of the gradient arrives, the product of all factors so far.")
        return words.format(away=away, size=size)
    words = say(
        "{away} steps back: at h {size} of the gradient arrives; on the direct road along c, by f alone, {road}."
    )
    return words.format(away=away, size=size, road=magnitude(road[0].size(t)))
