"""The charts of the memory lesson: their lines, their bounds, and what they say."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.activation_chart import activation_alt, activation_figure
from rnn_core.figures.cliff_chart import cliff_alt, cliff_figure
from rnn_core.figures.fading_chart import fading_alt, fading_figure
from rnn_core.figures.theme import CELL_COLOURS
from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.clipping import descend
from rnn_core.lessons.memory.fading import fade
from rnn_core.lessons.memory.network import Setup


def fadings(**setup):
    return [fade(Setup(cell, bias=2.0, **setup)) for cell in CELLS]


def named(figure):
    return {trace.uid: trace for trace in figure.data}


def test_each_cell_has_a_line_of_its_colour_and_those_with_a_gate_a_dotted_one_for_the_direct_road():
    lines = named(fading_figure(fadings()))
    assert {name: lines[name].line.color for name in CELLS} == CELL_COLOURS
    for cell, gate in (("LSTM", "f"), ("GRU", "z")):
        road = lines[f"road_{cell}"]
        assert (road.line.color, road.line.dash) == (CELL_COLOURS[cell], "dot")
        assert road.name == f"{cell}, by {gate} alone"
        assert max(road.y) == 1
    assert all(line.y[0] == 1 and len(line.y) == 60 for line in lines.values())


def test_the_bound_of_the_sigmoid_is_a_quarter_to_the_power_of_the_steps():
    lines = named(fading_figure(fadings(activation="sigmoid")))
    bound = lines["bound"]
    assert bound.name == "bound of the SimpleRNN: 0.25 a step"
    np.testing.assert_allclose(np.array(bound.y, float), 0.25 ** np.arange(60.0))
    assert bound.line.dash == "dash"
    assert (np.array(lines["SimpleRNN"].y, float) <= 0.25 ** np.arange(60.0) * (1 + 1e-9)).all()


@pytest.mark.parametrize(("scale", "steps"), [(0.1, 5), (0.1, 200), (1.0, 60), (2.0, 200)])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_axis_ends_at_powers_of_ten_and_nothing_left_is_a_gap(activation, scale, steps):
    figure = fading_figure(fadings(scale=scale, steps=steps, activation=activation))
    low, high = figure.layout.yaxis.range
    assert low in {-8, -16, -32}
    assert high >= 2
    assert all(size is None or size > 0 for trace in figure.data for size in trace.y)


@pytest.mark.parametrize(("name", "bound"), [("sigmoid", "0.25"), ("tanh", "1"), ("relu", "1")])
def test_an_activation_is_drawn_with_its_slope_and_its_bound(name, bound):
    figure = activation_figure(name, 1.5)
    lines = named(figure)
    assert max(lines["slope"].y) == pytest.approx(float(bound))
    assert figure.layout.annotations[0].text == f"slope at most {bound}"
    assert figure.layout.shapes[0].y0 == float(bound)
    np.testing.assert_allclose(np.diff(lines["tangent"].y) / 2, lines["point"].y[1])
    assert f"which is {bound} at most" in str(activation_alt(name, 1.5))


def test_the_way_that_flies_off_leaves_the_picture_by_an_arrow():
    free, held = (descend(1.3, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    figure = cliff_figure(free, held, 12)
    lines = named(figure)
    assert list(lines["free"].x) == [1.3]
    assert len(lines["held"].x) == 41
    assert [note.text for note in figure.layout.annotations] == ["", "to w = −96.8"]
    assert "without clipping to −96.8, with clipping to 0.944" in str(cliff_alt(free, held, 12))


def test_where_nothing_flies_off_there_is_no_arrow():
    free, held = (descend(0.7, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    assert not cliff_figure(free, held, 12).layout.annotations


def test_the_lines_are_told_in_words():
    said = str(fading_alt(fadings()))
    assert "59 steps back: LSTM" in said
    assert "GRU" in said
    assert "by the gate alone that keeps: LSTM" in said


def test_every_trace_has_a_name_of_its_own_that_a_browser_can_look_for():
    free, held = (descend(1.3, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    for figure in (fading_figure(fadings()), activation_figure("relu", 1.0), cliff_figure(free, held, 12)):
        uids = [trace.uid for trace in figure.data]
        assert len(set(uids)) == len(uids)
        assert all(uid.isidentifier() for uid in uids)
