"""Charts that judge: repeats, lag, residuals, scatter; what they show and what they say."""

from dataclasses import replace

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures import (
    CELL_COLOURS,
    DARK,
    LIGHT,
    error_by_period_alt,
    gather_repeats,
    lag_alt,
    lag_curves,
    lag_curves_alt,
    lag_figure,
    looks_of,
    repeats_alt,
    repeats_figure,
    residual_histogram,
    residual_histogram_alt,
    residual_memory,
    residual_memory_alt,
    residuals_alt,
    residuals_figure,
    scatter_alt,
    scatter_figure,
)
from rnn_core.judge import Lag, Repeats, lag


@pytest.fixture
def runs(make_run):
    return [make_run(cell, too_high=index + 1.0) for index, cell in enumerate(CELLS)]


@pytest.fixture
def repeats():
    return [Repeats("LSTM", (5.0, 6.0, 5.5), 2, 5.0, 6.0), Repeats("GRU", (4.0, float("nan"), 4.2), 2, 4.0, 4.2)]


def told(sentence):
    return str(sentence).replace("\N{NO-BREAK SPACE}", " ")


def texts(figure):
    return [note.text.replace("\N{NO-BREAK SPACE}", " ") for note in figure.layout.annotations]


def test_runs_that_differ_in_the_seed_alone_are_gathered(make_run):
    runs = [make_run("LSTM", seed=1), make_run("GRU"), make_run("LSTM", seed=2), make_run("LSTM", units=32, seed=1)]
    found = gather_repeats(runs)
    assert [one.label.name for one in found] == ["LSTM (64 units)", "GRU", "LSTM (32 units)"]
    assert [len(one.runs) for one in found] == [2, 1, 1]
    assert {one.label.name for one in found} <= set(looks_of(runs))


def test_each_seed_is_a_dot_in_its_row_and_the_middle_is_marked(repeats, runs):
    figure = repeats_figure(repeats, 4.5, "USD", looks=looks_of(runs))
    dots = [line for line in figure.data if line.mode == "markers"]
    assert [line.name for line in dots] == ["LSTM", "GRU"]
    assert [line.marker.color for line in dots] == [CELL_COLOURS["LSTM"], CELL_COLOURS["GRU"]]
    np.testing.assert_allclose(dots[0].x, [5.0, 6.0, 5.5])
    assert np.abs(np.asarray(dots[1].y) - 1).max() < 0.25
    assert [list(line.x) for line in figure.data if line.mode == "lines"] == [[5.0, 6.0], [4.0, 4.2]]
    assert [text for text in texts(figure) if text.endswith("USD")] == ["5.50 USD", "4.20 USD"]
    assert "naive line" in texts(figure)


def test_runs_that_did_not_learn_are_crosses_with_words(repeats):
    assert "1 did not learn ✕" in texts(repeats_figure(repeats, 4.5, "USD"))


def test_repeats_that_all_failed_can_be_drawn():
    nothing = float("nan")
    figure = repeats_figure([Repeats("LSTM", (nothing, nothing), 0, nothing, nothing)], nothing, "")
    assert texts(figure) == ["2 did not learn ✕✕"]


def test_repeats_are_told_in_one_sentence(repeats):
    expected = (
        "RMSE of the run in the middle, and from the lowest to the highest: LSTM 5.50 USD (5.00 USD to 6.00 USD); "
        "GRU 4.20 USD (4.00 USD to 4.20 USD), 1 did not learn. Naive line: 4.50 USD."
    )
    assert told(repeats_alt(repeats, 4.5, "USD")) == expected


def test_the_shift_that_fits_best_has_a_ring_that_the_legend_explains():
    lags = {"LSTM": Lag(np.array([3.0, 1.0, 2.0]), 1), "GRU": Lag(np.array([1.0, 2.0, 3.0]), 0)}
    figure = lag_figure(lags, "USD")
    rings = [line for line in figure.data if line.marker.symbol == "circle-open" and line.x[0] is not None]
    assert [(ring.x[0], ring.y[0], ring.legendgroup) for ring in rings] == [(1, 1.0, "LSTM"), (0, 1.0, "GRU")]
    assert [line.name for line in figure.data if line.showlegend is not False] == ["LSTM", "GRU", "best"]
    assert told(lag_alt(lags, "USD")) == (
        "RMSE is smallest with LSTM moved back by 1 (1.00 USD, unmoved 3.00 USD); "
        "GRU moved back by 0 (1.00 USD, unmoved 1.00 USD)."
    )


def test_a_copy_of_the_last_value_lies_on_the_real_line_once_it_is_moved_back(make_run):
    run = make_run(rows=100)
    copy = replace(run, predicted=run.naive)
    found = lag(copy.actual, copy.predicted)
    real, predicted, moved = lag_curves(copy, found, rows=40).data
    assert len(real.x) == len(predicted.x) == len(moved.x) == 40
    np.testing.assert_allclose(moved.y[:-1], real.y[:-1])
    assert np.isnan(moved.y[-1])
    assert (moved.name, moved.line.dash) == ("LSTM, moved back by 1", "dot")
    assert told(lag_curves_alt(copy, found)).startswith("The end of the test: real High and what LSTM predicted")


def test_a_prediction_that_is_in_time_is_not_drawn_twice(make_run):
    assert len(lag_curves(make_run(), Lag(np.array([1.0, 2.0]), 0)).data) == 2


def test_errors_are_positive_where_the_forecast_was_too_high(runs):
    figure = residuals_figure(runs, theme=DARK)
    assert [line.name for line in figure.data] == list(CELLS)
    np.testing.assert_allclose(figure.data[1].y, 2.0)
    assert figure.layout.yaxis.title.text == "error, above 0: too high (USD)"
    assert figure.layout.yaxis.zeroline
    assert told(residuals_alt(runs[:1])) == (
        "Errors (predicted minus real) from 2021-01-04 to 2021-02-22: LSTM from 1.00 USD to 1.00 USD, "
        "1.00 USD on average."
    )


def test_the_outlines_of_the_errors_hold_every_error_once(runs):
    figure = residual_histogram(runs)
    assert [line.name for line in figure.data] == ["naive line", *CELLS]
    assert [sum(line.y) for line in figure.data] == [50] * 4
    assert {line.line.shape for line in figure.data} == {"hvh"}
    assert "LSTM 0" in told(residual_histogram_alt(runs))


def test_the_memory_of_errors_has_a_panel_for_each_run(make_run):
    errors = np.cumsum(np.random.default_rng(1).normal(size=200))
    one, other = make_run("LSTM", rows=200), make_run("GRU", rows=200)
    runs = [
        replace(one, predicted=one.actual + errors),
        replace(other, predicted=other.actual + np.diff(errors, prepend=0)),
    ]
    figure = residual_memory(runs)
    assert [bars.name for bars in figure.data] == ["LSTM", "GRU"]
    assert [bars.yaxis for bars in figure.data] == ["y", "y2"]
    assert figure.data[0].y[0] > 0.9
    assert len(figure.layout.shapes) == 2
    assert told(residual_memory_alt(runs)).startswith("Autocorrelation of the errors one row later: LSTM 0.9")


def test_predicted_values_stand_against_the_real_ones_on_equal_axes(runs):
    figure = scatter_figure(runs)
    dots = figure.data[0]
    np.testing.assert_allclose(np.asarray(dots.y) - np.asarray(dots.x), 1.0)
    assert len({line.marker.symbol for line in figure.data[:3]}) == 3
    assert figure.data[3].name == "predicted = actual"
    assert figure.layout.xaxis.range == figure.layout.yaxis.range
    assert figure.layout.xaxis.title.text == "real High (USD)"
    assert told(scatter_alt(runs)).startswith("Predicted against real High. Share of the ups and downs")


def test_the_best_and_the_worst_period_are_told(make_run):
    text = told(error_by_period_alt([make_run(rows=250)]))
    assert text.startswith("RMSE by month: LSTM from 1.00 USD (2021-")
    assert "naive line from " in text


def test_a_run_whose_numbers_grew_beyond_all_bounds_can_be_drawn_and_told(make_run):
    lost = replace(make_run(rows=120), predicted=np.full(120, np.nan))
    for draw in (residuals_figure, residual_histogram, residual_memory, scatter_figure):
        draw([lost, make_run("GRU", rows=120)], theme=LIGHT)
    for tell in (residuals_alt, residual_histogram_alt, residual_memory_alt, error_by_period_alt):
        assert "–" in str(tell([lost])) or "naive line" in str(tell([lost]))


def test_a_long_test_weighs_little(make_run):
    runs = [make_run(cell, rows=30_000) for cell in CELLS]
    for draw in (residuals_figure, residual_histogram, scatter_figure):
        assert len(draw(runs).to_json()) < 250_000


def test_names_from_a_file_stay_text(make_run):
    run = make_run()
    hostile = replace(run, series=replace(run.series, target="<img src=x>", unit="<b>"))
    lags = {"LSTM": Lag(np.array([1.0, 2.0]), 1)}
    for figure in (
        residuals_figure([hostile]),
        residual_histogram([hostile]),
        scatter_figure([hostile]),
        lag_curves(hostile, lags["LSTM"]),
        lag_figure(lags, "<b>"),
        repeats_figure([Repeats("LSTM", (1.0,), 0, 1.0, 1.0)], 1.0, "<b>"),
    ):
        assert "<img" not in figure.to_json()
        assert "<b>" not in figure.to_json()
