"""The scenes about shapes show the numbers of the lesson, in order, and fit a phone."""

import numpy as np
import pytest

from rnn_core.figures.scenes.shapes import shape_scene
from rnn_core.figures.scenes.shapes_both_ways import both_ways_alt, both_ways_scene
from rnn_core.figures.scenes.shapes_padding import padding_alt, padding_scene
from rnn_core.figures.scenes.shapes_words import shape_alt
from rnn_core.figures.shapes_charts import weights_alt, weights_figure
from rnn_core.lessons.shapes import SHAPES, examples
from rnn_core.lessons.shapes.both_ways import both_ways
from rnn_core.lessons.shapes.padding import read_padded
from rnn_core.lessons.shapes.reversing import reversing
from rnn_core.lessons.shapes.sentiment import words_in

RUNNINGS = (
    examples.one_to_one(20),
    examples.one_to_many(1.0, 6),
    examples.many_to_one(words_in("a dull start but lovely end")),
    examples.many_to_many([3, 5, 4, 6, 6, 2]),
    reversing([3, 1, 4, 2], asked=3, room=4),
)
LACKING = reversing([3, 1, 4, 2], asked=4, room=2)
PHONE = 345


def last_texts(scene):
    return scene.frames[-1].texts


def test_every_shape_has_its_scene():
    assert [running.shape for running in RUNNINGS] == list(SHAPES)


@pytest.mark.parametrize("running", RUNNINGS, ids=lambda running: running.shape)
def test_all_that_comes_out_stands_above_and_nothing_is_lit_too_early(running):
    scene = shape_scene(running)
    said = [t for t, step in enumerate(running.steps) if step.says is not None]
    assert [f"y{t}_text" in last_texts(scene) for t in said] == [True] * len(said)
    assert len({frame.caption for frame in scene.frames}) > len(scene.frames) / 2
    sizes = [len(frame.texts) for frame in scene.frames]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
    assert all(panel.width <= PHONE for panel in scene.panels)


def test_one_to_one_shows_its_numbers_one_after_the_other():
    scene = shape_scene(RUNNINGS[0])
    assert [frame.caption for frame in scene.frames] == [
        "20 goes in.",
        "The network works it out: h' = 1.8 · 20 + 32 = 68.",
        "68 comes out. One step, and nothing is remembered.",
    ]
    assert last_texts(scene) == {"x0_text": "20", "h0.0_text": "68", "y0_text": "68"}


def test_the_captions_of_words_have_the_numbers_of_the_equation():
    captions = [frame.caption for frame in shape_scene(RUNNINGS[2]).frames]
    assert captions[1] == "“dull” counts −0.8: h' = tanh(−0.8 + 0.9 · 0) = −0.66."
    assert captions[-1].endswith("It is the last word: a good mood.")
    bad, neither = (
        shape_scene(examples.many_to_one(words_in(text))).frames[-1].caption for text in ("awful", "a table")
    )
    assert bad.endswith("a bad mood.")
    assert neither.endswith("neither good nor bad.")


def test_encoder_and_decoder_stand_apart_and_what_is_wrong_has_a_cross():
    scene = shape_scene(LACKING)
    assert [panel.title for panel in scene.panels] == ["Encoder", "Decoder"]
    assert [last_texts(scene)[f"y{t}_text"] for t in range(4, 8)] == ["2", "4", "0 ✗", "0 ✗"]
    captions = [frame.caption for frame in scene.frames]
    assert captions[2] == "4 is read. There is room for 2 only: 3 falls out."
    assert captions[6] == "0 is said. It should be 1, but that has fallen out of the state."


def test_long_sentences_make_the_panel_wider_and_long_words_are_cut():
    scene = shape_scene(examples.many_to_one(words_in("an incomprehensibly boring film " * 3)))
    assert scene.panels[0].width > PHONE
    assert last_texts(scene)["x1_text"] == "incomprehen…"


def test_the_words_for_those_who_cannot_see_have_the_numbers_too():
    assert str(shape_alt(RUNNINGS[4])) == (
        "A column a step, 7 in all. Going in, below: 3, 1, 4, 2. The last state: 1, 3, 0, 0. Coming out: 2, 4, 1."
    )
    assert "the last of these should be 7" in str(both_ways_alt(both_ways(5)))
    assert "dense layer 1,952" in str(weights_alt(32, 60))
    assert "LSTM 4,352" in str(weights_alt(32, 60))


@pytest.mark.parametrize("masked", [True, False])
def test_padding_ends_with_how_far_the_states_are_off(masked):
    padded = read_padded("SimpleRNN", "back", masked=masked)
    scene = padding_scene(padded, masked=masked)
    expected = (
        "The last states are those of each sequence alone."
        if masked
        else "Off from each sequence alone, at the most: A 0, B 0.45, C 0.73."
    )
    assert scene.frames[-1].caption == expected
    assert ("without a mask" in str(padding_alt(padded, masked=masked))) is not masked
    assert ("masked and stay" in scene.frames[4].caption) is masked
    assert scene.frames[4].texts["x1.4_text"] == "0"
    assert scene.frames[4].looks["x1.4"]["stroke-dasharray"] != "0"


@pytest.mark.parametrize("length", [3, 5, 7])
def test_both_ways_lights_up_from_both_ends_and_marks_the_last_day(length):
    scene = both_ways_scene(both_ways(length))
    assert len(scene.frames) == 2 * length + 1
    assert "b0.0_text" not in scene.frames[length].texts
    assert f"b{length - 1}.0_text" in scene.frames[length].texts
    assert last_texts(scene)[f"y{length - 1}_text"] == "0 ✗"
    assert scene.panels[0].width <= PHONE


def test_the_dense_line_climbs_and_the_cells_stay_flat():
    figure = weights_figure(32, 60)
    lines = {line.uid: np.asarray(line.y).tolist() for line in figure.data}
    assert lines["LSTM"] == [4352, 4352]
    assert lines["dense"] == [64, 6432]
    assert lines["here"] == [1952]
