"""A drawing that moves is a plain value, and one that could not be drawn is refused before a browser gets it."""

import json

import pytest

from rnn_core.figures.scenes import Frame, Panel, Scene, Shape
from rnn_core.figures.theme import NEGATIVE_COLOUR, POSITIVE_COLOUR, faint, value_colour

TILE = Shape("rect", {"x": 1, "fill": "none"}, "tile")


def scene(*shapes: Shape, frames: tuple[Frame, ...] = (Frame("Nothing."),)) -> Scene:
    return Scene((Panel("A cell", 340, 200, shapes),), frames)


def test_a_scene_travels_as_plain_values() -> None:
    made = scene(TILE, frames=(Frame("It lights up.", {"tile": {"fill": "red"}}),))
    sent = json.loads(json.dumps(made.plain()))
    assert sent["panels"][0]["shapes"][0] == {
        "kind": "rect",
        "look": {"x": 1, "fill": "none"},
        "name": "tile",
        "text": "",
    }
    assert sent["frames"] == [{"caption": "It lights up.", "looks": {"tile": {"fill": "red"}}, "texts": {}}]


def test_two_shapes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="same name"):
        scene(TILE, TILE)
    scene(Shape("line", {}), Shape("line", {}))  # what never changes needs no name


@pytest.mark.parametrize("frame", [Frame("", {"gone": {}}), Frame("", {}, {"gone": "1"})])
def test_a_frame_that_speaks_of_nothing_is_refused(frame: Frame) -> None:
    with pytest.raises(ValueError, match="in no panel: gone"):
        scene(TILE, frames=(frame,))


def test_numbers_have_a_ground_by_sign_and_size() -> None:
    assert value_colour(0.0) == faint(POSITIVE_COLOUR, 0.0)
    assert value_colour(-3.0, largest=6.0) == faint(NEGATIVE_COLOUR, 0.335)
    assert value_colour(9.0) == faint(POSITIVE_COLOUR, 0.67)
    assert value_colour(float("nan")).endswith(" 0.0)")
    assert value_colour(1.0, largest=0.0).endswith(" 0.0)")
