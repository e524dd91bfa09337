"""The ball in the bowl goes as the algebra says, and its picture says the same numbers."""

import numpy as np
import pytest

from rnn_core.figures.scenes.descent import descent_end, descent_scene
from rnn_core.lessons.failures import descend
from rnn_core.lessons.failures.descent import RATES, START, STEPS


@pytest.mark.parametrize("rate", RATES)
def test_each_step_multiplies_the_weight_by_one_minus_twice_the_rate(rate: float) -> None:
    found = descend(rate)
    assert found.weights == pytest.approx(START * (1 - 2 * rate) ** np.arange(STEPS + 1), abs=1e-12)
    assert found.losses == pytest.approx(found.weights**2)


@pytest.mark.parametrize(
    ("rate", "way"),
    [(0.005, "crawls"), (0.05, "crawls"), (0.3, "arrives"), (0.5, "arrives"), (0.95, "swings"), (1.0, "flies_off")],
)
def test_how_it_ends_hangs_on_the_rate(rate: float, way: str) -> None:
    assert descend(rate).way == descent_end(descend(rate)).code == way


@pytest.mark.parametrize("rate", RATES)
def test_the_scene_has_a_frame_a_step_and_stays_inside_its_panels(rate: float) -> None:
    scene = descent_scene(descend(rate))
    assert len(scene.frames) == STEPS + 1
    for frame in scene.frames:
        assert 0 <= float(frame.looks["ball"]["cx"]) <= scene.panels[0].width
        assert 0 <= float(frame.looks["ball"]["cy"]) <= scene.panels[0].height


def test_captions_print_the_numbers_and_say_when_the_ball_has_left_the_picture() -> None:
    captions = [frame.caption for frame in descent_scene(descend(1.1)).frames]
    assert captions[1] == "After step 1: the weight is -1.20, the loss 1.44."
    assert captions[-1].endswith("outside the picture.")
