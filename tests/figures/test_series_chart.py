from dataclasses import replace

import numpy as np
import pandas as pd

from rnn_core.figures import Span, candle_figure, has_candles, series_alt, series_figure
from rnn_core.figures.candles import MOST, gather_candles
from rnn_core.series import Receipt, Series


def spans_of(series: Series) -> list[Span]:
    dates = series.dates.to_numpy()
    parts = (("training", 0, 999), ("validation", 1000, 1199), ("test", 1200, 1499))
    return [Span(part, dates[first], dates[last]) for part, first, last in parts]


def test_each_part_has_a_ground_of_its_own_and_a_name(prices):
    figure = series_figure(prices, "High", spans=spans_of(prices))
    assert [note.text for note in figure.layout.annotations] == ["training part", "validation part", "test part"]
    grounds = [shape.opacity for shape in figure.layout.shapes if shape.type == "rect"]
    assert grounds == sorted(set(grounds))
    assert len(grounds) == 3


def test_the_line_has_dates_and_a_title_with_its_unit(prices):
    figure = series_figure(prices, "High")
    assert figure.layout.yaxis.title.text == "High (USD)"
    assert figure.layout.xaxis.type == "date"
    assert len(figure.data[0].x) == 1500


def test_without_a_unit_the_title_is_the_name_alone(prices):
    assert series_figure(replace(prices, unit=""), "Low").layout.yaxis.title.text == "Low"


def test_a_name_that_looks_like_markup_is_shown_as_it_is(prices):
    odd = Series("odd", prices.frame.rename(columns={"High": "<b>High"}), Receipt("demo", "own"))
    assert series_figure(odd, "<b>High").layout.yaxis.title.text == "&lt;b&gt;High"


def test_dates_with_a_time_of_day_keep_it(prices):
    index = pd.date_range("2024-01-02 09:30", periods=len(prices.frame), freq="h", name="date")
    figure = series_figure(replace(prices, frame=prices.frame.set_axis(index)), "High")
    assert figure.data[0].x[0] == "2024-01-02T09:30:00"
    assert "%H:%M" in figure.layout.xaxis.hoverformat


def test_candles_need_all_four_prices(prices):
    assert has_candles(prices)
    assert not has_candles(replace(prices, receipt=Receipt("demo", "own", roles={"close": "Close"})))


def test_candles_of_several_rows_keep_the_first_the_extremes_and_the_last(prices):
    frame = prices.frame.set_axis(["open", "high", "low", "close"], axis=1)
    candles, rows = gather_candles(frame)
    assert rows == 3
    assert len(candles) <= MOST
    first = frame.iloc[:3]
    expected = [first.open.iloc[0], first.high.max(), first.low.min(), first.close.iloc[-1]]
    np.testing.assert_allclose(candles.iloc[0], expected)


def test_the_candle_chart_says_how_many_rows_a_candle_holds(prices):
    (candles,) = candle_figure(prices, spans=spans_of(prices)).data
    assert candles.type == "candlestick"
    assert candles.name == "prices, 3 rows in a candle"


def test_the_chart_is_told_in_one_sentence(prices):
    assert str(series_alt(prices, "High")).startswith("High of Demo from 2016-01-01 to 2021-09-30: lowest ")
