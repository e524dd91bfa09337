from rnn_core.figures import Learner, label_all
from rnn_core.forecast.spec import ForecastSpec


def names(*specs: ForecastSpec) -> list[str]:
    return [label.name for label in label_all([Learner(spec) for spec in specs])]


def test_different_cells_go_by_their_names():
    two = ForecastSpec(cell="GRU", bidirectional=True)
    assert names(ForecastSpec(), ForecastSpec(cell="GRU"), two) == ["LSTM", "GRU", "GRU, two-directional"]


def test_lines_of_one_cell_are_told_apart_by_what_differs():
    found = names(ForecastSpec(units=32), ForecastSpec(units=64, seed=2))
    assert found == ["LSTM (32 units, seed 1)", "LSTM (64 units, seed 2)"]


def test_lines_that_differ_in_nothing_named_are_counted():
    assert names(ForecastSpec(), ForecastSpec(dropout=0.5)) == ["LSTM (1)", "LSTM (2)"]
