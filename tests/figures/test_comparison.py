import numpy as np
import pandas as pd
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures import CELL_COLOURS, DARK, comparison_alt, comparison_figure
from rnn_core.forecast.run import Baseline
from rnn_core.judge import Band
from rnn_core.words import Sentence


@pytest.fixture
def runs(make_run):
    return [make_run(cell, too_high=index + 1.0) for index, cell in enumerate(CELLS)]


def test_the_real_values_the_naive_line_and_each_cell_are_drawn(runs):
    figure = comparison_figure(runs, theme=DARK)
    assert [line.name for line in figure.data] == ["real values", "naive line", *CELLS]
    assert [line.line.color for line in figure.data[2:]] == [CELL_COLOURS[cell] for cell in CELLS]
    assert figure.data[0].line.color == DARK.ink
    assert figure.data[1].line.dash == "dash"


def test_the_hover_tells_the_error_with_its_sign(runs):
    line = comparison_figure(runs).data[2]
    np.testing.assert_allclose(line.customdata, 1.0)
    assert "USD (error %{customdata:+" in line.hovertemplate


def test_axes_are_dates_and_the_target_with_its_unit(runs):
    figure = comparison_figure(runs)
    assert figure.layout.xaxis.type == "date"
    assert figure.layout.xaxis.rangeslider.visible
    assert figure.layout.yaxis.title.text == "High (USD)"
    assert figure.data[0].x[0] == "2021-01-04"


def test_as_many_rows_before_the_test_are_shown_as_the_test_has(runs):
    before = pd.Series(np.arange(200.0), pd.date_range("2020-08-01", periods=200, name="date"))
    real, naive = comparison_figure(runs, before=before).data[:2]
    assert (len(real.x), len(naive.x)) == (100, 50)
    assert real.x[49:51].tolist() == ["2021-01-03", "2021-01-04"]


def test_a_long_test_is_thinned_and_keeps_one_set_of_dates(make_run):
    figure = comparison_figure([make_run(rows=30_000)])
    assert len({tuple(line.x) for line in figure.data}) == 1
    assert len(figure.to_json()) < 250_000


def test_a_band_is_a_ribbon_that_its_line_takes_along(runs):
    low, high = runs[1].predicted - 2, runs[1].predicted + 2
    low[:10], high[:10], low[20], high[20] = np.nan, np.nan, np.nan, np.nan
    figure = comparison_figure(runs, bands={"GRU": Band(low, high, 0.9, 0.9, 39, 4.0)})
    ribbon, line = figure.data[0], next(line for line in figure.data if line.uid == "GRU")
    assert (ribbon.fill, ribbon.showlegend, ribbon.legendgroup) == ("toself", False, line.legendgroup)
    # Two stretches: there and back each, closed, and a gap.
    assert len(ribbon.x) == len(ribbon.y) == 2 * 10 + 1 + 2 * 29 + 1
    assert np.isnan(ribbon.y).sum() == 2
    assert list(line.text[:12]) == [*[""] * 10, " ±2.00", " ±2.00"]
    assert "%{text} USD" in line.hovertemplate


def test_baselines_wait_in_the_legend(runs):
    names = {"drift": "drift", "ridge": "linear model", "smoothing": "smoothing", "seasonal": "the same season"}
    baselines = [Baseline(name, title, runs[0].naive) for name, title in names.items()]
    lost = Baseline("seasonal", "no season", problem=Sentence("no_season", "There is none."))
    lines = comparison_figure(runs, baselines=[*baselines, lost]).data[-4:]
    assert {line.name: line.visible for line in lines} == dict.fromkeys(names.values(), "legendonly")


def test_bands_of_a_long_test_are_thinned_with_their_lines(make_run):
    run = make_run(rows=30_000)
    band = Band(run.predicted - 1, run.predicted + 1, 0.9, 0.9, 30_000, 2.0)
    figure = comparison_figure([run], bands={"LSTM": band})
    assert len(figure.data[0].x) == 2 * len(figure.data[1].x) + 1
    assert len(figure.to_json()) < 350_000


def test_words_are_translated(runs):
    chinese = {"real values": "真实值", "error {error}": "误差 {error}"}
    figure = comparison_figure(runs, say=lambda text: chinese.get(text, text))
    assert figure.data[0].name == "真实值"
    assert "误差 %{customdata:+" in figure.data[1].hovertemplate


def test_the_chart_is_told_in_one_sentence(runs):
    text = str(comparison_alt(runs))
    assert text.startswith("Real and predicted High of Demo from 2021-01-04 to 2021-02-22. RMSE: ")
    assert "LSTM 1.00\N{NO-BREAK SPACE}USD" in text
