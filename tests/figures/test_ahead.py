"""Forecasts of several steps, their backtest, and the replay of a training."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from rnn_core.figures import (
    Outlook,
    ahead_alt,
    ahead_figure,
    backtest_alt,
    backtest_figure,
    outlooks_of,
    period_alt,
    period_figure,
    replay_alt,
    replay_figure,
)
from rnn_core.figures.theme import CELL_COLOURS
from rnn_core.forecast.run import FRAME_ROWS, Ahead, Frame
from rnn_core.forecast.windows import thin
from rnn_core.judge import horizon_band
from rnn_core.words import Sentence

STEPS, ORIGINS = 3, 120


def an_ahead(way: str = "recursive", too_high: float = 1.0) -> Ahead:
    days = np.datetime64("2021-01-04") + np.arange(ORIGINS + STEPS)
    values = np.arange(ORIGINS + STEPS, dtype="float64")
    future = np.arange(ORIGINS)[:, None] + 1 + np.arange(STEPS)
    actual = values[future]
    return Ahead(
        way=way,
        dates=days[-1] + 1 + np.arange(STEPS),
        predicted=np.array([10.0, 11.0, 12.0]),
        last=9.0,
        since=np.datetime64("2021-04-12"),
        origins=days[:ORIGINS],
        naive=values[:ORIGINS],
        forecast=actual + too_high,
        actual=actual,
    )


@pytest.fixture
def recent():
    days = pd.date_range("2021-04-01", periods=12, name="date")
    return pd.Series(np.linspace(5.0, 9.0, 12), days, name="High")


@pytest.fixture
def outlooks(make_run):
    both = outlooks_of([replace(make_run(), ahead=(an_ahead(), an_ahead("direct", 2.0)))])
    bands = [horizon_band(one.ahead.predicted, one.ahead.forecast - one.ahead.actual, level=0.9) for one in both]
    return [replace(one, band=band) for one, band in zip(both, bands, strict=True)]


def told(sentence):
    return str(sentence).replace("\N{NO-BREAK SPACE}", " ")


def test_two_ways_of_one_network_have_names_and_dashes_of_their_own(outlooks):
    one, other = (outlook.label for outlook in outlooks)
    assert (one.name, other.name) == ("LSTM, step by step", "LSTM, all at once")
    assert one.look.colour == other.look.colour == CELL_COLOURS["LSTM"]
    assert one.look.dash != other.look.dash


def test_a_forecast_that_could_not_be_made_is_left_out(make_run):
    failed = replace(an_ahead("direct"), problem=Sentence("short", "Too short."))
    (one,) = outlooks_of([replace(make_run(), ahead=(an_ahead(), failed))])
    assert one.label.name == "LSTM"


def test_forecasts_go_on_from_the_last_known_value_within_their_bands(outlooks, recent):
    figure = ahead_figure(outlooks, recent, "USD")
    lines = {line.uid: line for line in figure.data}
    assert list(lines)[:2] == ["LSTM, step by step band", "LSTM, all at once band"]
    forecast = lines["LSTM, step by step"]
    assert list(forecast.x) == ["2021-04-12", "2021-05-07", "2021-05-08", "2021-05-09"]
    assert list(forecast.y) == [9.0, 10.0, 11.0, 12.0]
    assert list(lines["naive line"].y) == [9.0] * 4
    assert list(forecast.text) == ["", *[" ±1.00"] * 3]
    ribbon = lines["LSTM, step by step band"]
    assert ribbon.fillcolor == "rgba(0, 114, 178, 0.32)"
    np.testing.assert_allclose(ribbon.y[:-1], [9, 10, 11, 13, 12, 11])
    assert figure.layout.shapes[0].x0 == "2021-04-12"
    assert figure.layout.yaxis.title.text == "High (USD)"


def test_a_forecast_without_a_band_is_a_line_alone(outlooks, recent):
    figure = ahead_figure([replace(outlooks[0], band=None)], recent, "USD")
    assert [line.fill for line in figure.data] == [None] * 3
    assert "%{text}" not in figure.data[-1].hovertemplate


def test_what_lies_ahead_is_told_in_one_sentence(outlooks, recent):
    assert told(ahead_alt(outlooks[:1], recent, "USD")) == (
        "The last known value of High is 9.00 USD on 2021-04-12. Forecast for 2021-05-09: "
        "LSTM, step by step 12.0 USD (11.0 USD to 13.0 USD at 90 %)."
    )


def test_the_backtest_has_a_point_for_each_step_and_the_naive_line(outlooks):
    naive, one, other = backtest_figure(outlooks, "USD").data
    assert (naive.name, naive.line.dash) == ("naive line", "dash")
    np.testing.assert_allclose(naive.y, [1.0, 2.0, 3.0])
    np.testing.assert_allclose(one.y, 1.0)
    np.testing.assert_allclose(other.y, 2.0)
    assert list(one.customdata) == [ORIGINS] * STEPS
    assert told(backtest_alt(outlooks[:1], "USD")) == (
        "RMSE from one step ahead to 3 steps ahead: LSTM, step by step 1.00 USD → 1.00 USD; "
        "naive line 1.00 USD → 3.00 USD."
    )


def test_the_backtest_is_drawn_by_the_period_of_its_origins(outlooks):
    figure = period_figure(outlooks, "USD")
    assert [bars.name for bars in figure.data] == ["LSTM, step by step", "LSTM, all at once", "naive line"]
    np.testing.assert_allclose(figure.data[1].y, 2.0)
    np.testing.assert_allclose(figure.data[2].y, np.sqrt(14 / 3))
    assert told(period_alt(outlooks, "USD")).startswith("RMSE by week from this day: LSTM, step by step from 1.00 USD")


def test_forecasts_of_other_lengths_are_compared_over_the_steps_that_both_have(outlooks):
    short = replace(outlooks[1], ahead=replace(an_ahead("direct", 1.0).first(1), naive=outlooks[0].ahead.naive))
    one, other, naive = period_figure([outlooks[0], short], "USD").data
    np.testing.assert_allclose(one.y, other.y)
    np.testing.assert_allclose(naive.y, 1.0)


@pytest.fixture
def learned(make_run):
    """Two trainings of 600 test rows that kept their predictions after different epochs."""
    rows = thin(600, FRAME_ROWS)

    def one(cell, epochs):
        run = make_run(cell, rows=600)
        return replace(run, frames=tuple(Frame(epoch, run.actual[rows] + 1 / epoch) for epoch in epochs))

    return [one("LSTM", [1, 2, 5]), one("GRU", [2, 3])]


def test_the_replay_has_a_frame_for_each_epoch_that_any_run_kept(learned):
    figure = replay_figure(learned)
    assert [frame.name for frame in figure.frames] == ["1", "2", "3", "5"]
    assert [step.label for step in figure.layout.sliders[0].steps] == ["1", "2", "3", "5"]
    assert {tuple(frame.traces) for frame in figure.frames} == {(1, 2)}
    assert [line.name for line in figure.data] == ["real values", "LSTM", "GRU"]


def test_a_run_stays_as_it_was_where_it_kept_no_newer_frame(learned):
    frames = {frame.name: [line.y for line in frame.data] for frame in replay_figure(learned).frames}
    assert np.isnan(frames["1"][1]).all()
    np.testing.assert_allclose(frames["3"][0], frames["2"][0])
    np.testing.assert_allclose(frames["5"][1], frames["3"][1])
    assert not np.allclose(frames["5"][0], frames["3"][0])


def test_the_replay_opens_with_the_last_epoch(learned):
    figure = replay_figure(learned)
    for line, last in zip(figure.data[1:], figure.frames[-1].data, strict=True):
        np.testing.assert_array_equal(line.y, last.y)
    assert figure.layout.sliders[0].active == 3
    told_epoch = figure.layout.sliders[0].currentvalue
    assert (told_epoch.prefix, told_epoch.suffix) == ("Epoch ", " of 5")


def test_the_real_values_and_the_axes_stand_still(learned):
    figure = replay_figure(learned)
    assert figure.layout.yaxis.range is not None
    assert all(frame.layout.to_plotly_json() == {} for frame in figure.frames)
    assert len(figure.data[0].x) == len(figure.data[1].y) == FRAME_ROWS


def test_a_long_replay_weighs_less_than_a_photograph(learned):
    curve = learned[0].frames[0].curve
    many = [replace(run, frames=tuple(Frame(epoch, curve) for epoch in range(1, 61))) for run in learned]
    assert len(replay_figure(many).to_json()) < 400_000


def test_the_replay_is_told_in_one_sentence(learned):
    assert told(replay_alt(learned)) == (
        "Real High and how the prediction of LSTM, GRU took shape, from epoch 1 to epoch 5."
    )


def test_names_from_a_file_stay_text(learned, outlooks, recent):
    hostile = [replace(run, series=replace(run.series, target="<img src=x>", unit="<b>")) for run in learned]
    plain = [Outlook(one.label, one.ahead) for one in outlooks]
    for figure in (
        replay_figure(hostile),
        ahead_figure(plain, recent.rename("<img>"), "<b>"),
        backtest_figure(plain, "<b>"),
        period_figure(plain, "<b>"),
    ):
        assert "<img" not in figure.to_json()
        assert "<b>" not in figure.to_json()
