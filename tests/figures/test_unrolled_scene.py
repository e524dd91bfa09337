"""The unrolled network: what moves forward, what comes back, and that the factors multiply to what arrives."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.scenes.unrolled import drawn_note, unrolled_alt, unrolled_scene
from rnn_core.figures.scenes.unrolled_places import drawn_steps, every, halves, thick
from rnn_core.lessons.memory.fading import fade
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.lessons.memory.network import LENGTHS, Setup


def scene(cell="SimpleRNN", **setup):
    return unrolled_scene(fade(Setup(cell, bias=2.0, **setup)))


@pytest.mark.parametrize("steps", range(LENGTHS[0], LENGTHS[1] + 1))
def test_of_any_length_at_most_ten_steps_are_drawn_and_the_last_is_among_them(steps):
    drawn = drawn_steps(steps)
    assert 5 <= len(drawn) <= 10
    assert drawn[-1] == steps
    assert set(np.diff(drawn)) == {every(steps)}
    assert [place.t for half in halves(steps) for place in half] == drawn


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("steps", [5, 6, 13, 60, 200])
def test_the_wave_goes_forward_through_all_steps_and_then_back(cell, steps):
    played = scene(cell, steps=steps)
    drawn = drawn_steps(steps)
    assert len(played.frames) == 2 * len(drawn)
    forward, back = played.frames[: len(drawn)], played.frames[len(drawn) :]
    assert [len(frame.looks) for frame in forward] == list(range(1, len(drawn) + 1))
    assert f"step {drawn[0]} of {steps}" in forward[0].caption
    assert f"{steps - drawn[0]} steps back" in back[-1].caption
    assert all(f"hsize{t}" in back[-1].texts for t in drawn)


@pytest.mark.parametrize("steps", [5, 13, 60])
def test_the_factors_on_the_arrows_multiply_to_what_arrives(steps):
    fading = fade(Setup("GRU", steps=steps, bias=3.0))
    texts = unrolled_scene(fading).frames[-1].texts
    drawn = drawn_steps(steps)
    product = np.prod([float(texts[f"hfactor{t}"].removeprefix("×")) for t in drawn[:-1]])
    assert product == pytest.approx(fading.sizes[steps - drawn[0]], rel=0.05)
    assert texts[f"hsize{steps}"] == "1.00"


def test_along_the_cell_state_what_is_drawn_and_told_is_the_product_of_f_alone():
    fading = fade(Setup("LSTM", bias=4.0, seed=3))
    played = unrolled_scene(fading)
    assert "54 steps back: at h 1." in played.frames[-1].caption
    assert f"by f alone, {magnitude(fading.road[54])}." in played.frames[-1].caption
    assert any(shape.text == "c:  f · f · f …" for panel in played.panels for shape in panel.shapes)
    factors = [text for name, text in played.frames[-1].texts.items() if name.startswith("cfactor")]
    assert all(float(factor.removeprefix("×")) <= 1 for factor in factors)


def test_an_lstm_shows_its_cell_state_too_and_others_have_none():
    of_lstm, of_gru = (scene(cell).frames[-1].texts for cell in ("LSTM", "GRU"))
    assert any(name.startswith("csize") for name in of_lstm)
    assert not any(name.startswith("c") for name in of_gru)


def test_a_gradient_that_goes_into_the_next_panel_is_drawn_in_both():
    first, second = halves(60)
    looks = scene(steps=60).frames[-1].looks
    assert looks[f"hpipe{first[-1].t}"] == {"opacity": 1}
    assert looks[f"hon{second[0].t}"] == {"opacity": 1}


def test_what_is_larger_is_thicker_and_what_explodes_stays_in_the_picture():
    sizes = [0.0, 0.1, 1.0, 10.0, 1e30]
    assert sorted(map(thick, sizes)) == list(map(thick, sizes))
    assert thick(0.0) == 0.0
    assert thick(1e30) == 30.0


def test_nothing_left_can_be_drawn():
    assert "0" in scene(steps=200, scale=0.1, activation="sigmoid").frames[-1].texts.values()


def test_the_scene_is_told_in_words():
    assert "arrives 59 steps back" in str(unrolled_alt(fade(Setup("GRU"))))
    assert "one in 6 is drawn" in str(drawn_note(60))
    assert "All 8 steps are drawn" in str(drawn_note(8))
