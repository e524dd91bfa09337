import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.theme import BASELINE_LOOKS, CELL_COLOURS, CELL_SYMBOLS, NAIVE, cell_look
from rnn_core.forecast.baselines import BASELINES


def test_every_cell_has_a_colour_and_a_marker_of_its_own():
    assert set(CELL_COLOURS) == set(CELL_SYMBOLS) == set(CELLS)
    assert len(set(CELL_COLOURS.values())) == len(set(CELL_SYMBOLS.values())) == len(CELLS)


def test_every_simple_forecast_is_told_from_the_others_without_colours():
    assert set(BASELINE_LOOKS) == set(BASELINES)
    looks = [NAIVE, *BASELINE_LOOKS.values()]
    assert len({(look.dash, look.symbol) for look in looks}) == len({look.colour for look in looks}) == len(looks)
    assert not {look.colour for look in looks} & set(CELL_COLOURS.values())


@pytest.mark.parametrize("cell", CELLS)
def test_a_two_directional_cell_keeps_its_hue_and_gets_a_dash(cell):
    one, two = cell_look(cell), cell_look(cell, bidirectional=True)
    assert (one.colour, one.dash) == (two.colour, "solid")
    assert two.dash not in {"solid", NAIVE.dash, one.validation().dash}


def test_a_second_line_of_a_cell_has_another_marker():
    assert cell_look("GRU").symbol != cell_look("GRU", repeat=1).symbol
