from dataclasses import replace

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures import (
    CELL_COLOURS,
    PAGE,
    Learner,
    Rows,
    live_alt,
    live_figure,
    live_losses,
    loss_figure,
    losses_alt,
)
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.learning.events import EpochDone


@pytest.fixture
def rows():
    return Rows(np.datetime64("2021-01-04") + np.arange(3), np.array([10.0, 12.0, 11.0]), "High", "USD")


def learner(cell: str, epochs: int = 0, checked: float | None = None) -> Learner:
    history = tuple(EpochDone(n, 1.0 / n, checked, float(n)) for n in range(1, epochs + 1))
    return Learner(ForecastSpec(cell=cell, epochs=20), history, (10.5, 11.5, 11.0) if epochs else ())


def test_a_cell_has_its_line_before_it_has_predicted_anything(rows):
    figure = live_figure(rows, [learner(cell) for cell in CELLS])
    assert [line.name for line in figure.data] == ["real values", *CELLS]
    assert [line.line.color for line in figure.data[1:]] == list(CELL_COLOURS.values())
    assert len(figure.data[1].x) == 0


def test_zoom_axes_and_lines_are_the_same_before_and_after_an_update(rows):
    early, late = (live_figure(rows, [learner("LSTM", epochs)], theme=PAGE) for epochs in (0, 9))
    assert early.layout == late.layout
    assert [line.uid for line in early.data] == [line.uid for line in late.data]


def test_the_axis_opens_for_a_prediction_far_away(rows):
    wild = Learner(ForecastSpec(), (), (-50.0, 0.0, 99.0))
    assert tuple(live_figure(rows, [wild]).layout.yaxis.range) == (-50.0, 99.0)


def test_other_test_rows_start_with_a_fresh_zoom(rows):
    other = Rows(rows.dates + 1, rows.actual, rows.target)
    assert live_figure(rows, []).layout.uirevision != live_figure(other, []).layout.uirevision


def test_an_update_is_small():
    many = Rows(np.datetime64("2021-01-04") + np.arange(400), np.zeros(400), "High")
    learners = [Learner(ForecastSpec(cell=cell), (), tuple(np.zeros(400))) for cell in CELLS]
    assert len(live_figure(many, learners).to_json()) < 50_000


def test_losses_have_one_line_a_cell_and_a_dotted_one_for_validation():
    figure = live_losses([learner("LSTM", 4, checked=0.5), learner("GRU", 2)], log=True)
    assert [line.name for line in figure.data] == ["LSTM", "LSTM, validation", "GRU"]
    assert figure.data[1].line.dash == "dot"
    assert figure.data[1].line.color == CELL_COLOURS["LSTM"]
    assert figure.layout.yaxis.type == "log"
    assert tuple(figure.layout.xaxis.range) == (0.5, 20.5)


def test_a_star_marks_the_epoch_that_early_stopping_went_back_to(make_run):
    history = tuple(EpochDone(n, 1.0 / n, 0.5 + abs(n - 3), float(n)) for n in range(1, 6))
    stopped, whole = replace(make_run(), history=history, best_epoch=3), make_run("GRU")
    star, legend = loss_figure([stopped, whole]).data[-2:]
    assert (list(star.x), list(star.y), star.marker.symbol) == ([3], [0.5], "star")
    assert star.legendgroup == "LSTM"
    assert (legend.name, legend.x[0]) == ("best epoch", None)
    assert "best epoch" not in {line.name for line in loss_figure([whole]).data}


def test_both_charts_are_told_in_one_sentence(rows):
    learners = [learner("LSTM", 4), learner("GRU")]
    assert str(losses_alt(learners)) == "Training loss from the first epoch to the last: LSTM 1.00 → 0.250; GRU –."
    expected = "Real High from 2021-01-04 to 2021-01-06, and what these predict so far: LSTM, GRU."
    assert str(live_alt(rows, learners)) == expected
