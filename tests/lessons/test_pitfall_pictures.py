"""The pictures of mistakes: their lines, what is marked, and what is said to those who cannot see them."""

import numpy as np
import pytest

from rnn_core.figures.pitfall_charts import pitfall_alt, pitfall_figure
from rnn_core.figures.theme import DARK, NAIVE_COLOUR
from rnn_core.lessons.pitfalls import PITFALLS
from tests.lessons.made_material import made, material_of


def shown(name: str, series: str = "share"):
    material = material_of(series)
    return PITFALLS[name].demonstrate(material, PITFALLS[name].knob(material).start)


@pytest.mark.parametrize("name", PITFALLS)
def test_every_picture_is_drawn_in_light_and_dark_and_told(name: str) -> None:
    found = shown(name)
    figure = pitfall_figure(found.picture, "USD", theme=DARK)
    assert [line.name for line in figure.data] == [line.name for line in found.picture.lines]
    looks = {(line.line.color, line.line.dash, line.marker.symbol, line.mode) for line in figure.data}
    assert len(looks) == len(figure.data)
    told = str(pitfall_alt(found))
    assert all(line.name in told for line in found.picture.lines)


def test_the_end_of_the_training_range_is_marked_where_the_test_leaves_it() -> None:
    (level,) = shown("scaling").picture.levels
    assert [shape.y0 for shape in pitfall_figure(shown("scaling").picture, "").layout.shapes] == [level]


def test_errors_over_steps_have_numbers_below_and_the_chosen_one_marked() -> None:
    figure = pitfall_figure(shown("horizons").picture, "USD")
    assert list(figure.data[0].x) == list(range(1, 21))
    assert figure.layout.xaxis.title.text == "steps ahead"
    assert figure.layout.yaxis.title.text == "RMSE (USD)"
    assert figure.layout.shapes[0].x0 == 10


def test_the_naive_line_has_its_own_look() -> None:
    naive = pitfall_figure(shown("lag").picture, "").data[1]
    assert (naive.line.color, naive.line.dash) == (NAIVE_COLOUR, "dash")


def test_a_unit_from_a_file_stays_text() -> None:
    figure = pitfall_figure(shown("lag").picture, "<b>x</b>")
    assert "<b>" not in figure.to_json()


def test_values_that_never_change_can_be_drawn() -> None:
    still = np.concatenate([np.arange(80.0), np.full(20, 7.0)])
    found = PITFALLS["lag"].demonstrate(made(still), 15)
    low, high = pitfall_figure(found.picture, "").layout.yaxis.range
    assert low < 7 < high
