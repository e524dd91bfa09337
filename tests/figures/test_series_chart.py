from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from rnn_core.figures import LIGHT, Span, candle_figure, has_candles, series_alt, series_figure
from rnn_core.figures.candles import MOST, gather_candles
from rnn_core.series import Receipt, Series


def spans_of(series: Series) -> list[Span]:
    dates = series.dates.to_numpy()
    parts = (("training", 0, 999), ("validation", 1000, 1199), ("test", 1200, 1499))
    return [Span(part, dates[first], dates[last]) for part, first, last in parts]


@pytest.fixture(scope="module")
def million():
    """A price every ten minutes, a million rows."""
    middle = 1000 + np.cumsum(np.random.default_rng(1).normal(size=1_000_000)) / 10
    index = pd.date_range("1990-01-01", periods=len(middle), freq="10min", name="date")
    columns = {"Open": middle, "High": middle + 1, "Low": middle - 1, "Close": middle, "Volume": np.abs(middle)}
    roles = {name.lower(): name for name in columns}
    return Series("Million", pd.DataFrame(columns, index=index), Receipt("demo", "own", roles=roles), "USD")


def test_each_part_has_a_ground_of_its_own_and_a_name(prices):
    figure = series_figure(prices, "High", spans=spans_of(prices))
    assert [note.text for note in figure.layout.annotations] == ["training part", "validation part", "test part"]
    grounds = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert [shape.name for shape in grounds] == ["training", "validation", "test"]
    assert len({(shape.fillcolor, shape.opacity) for shape in grounds}) == 3
    assert {shape.yref for shape in figure.layout.shapes} == {"paper"}


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


def test_a_unit_that_looks_like_markup_is_shown_as_it_is(prices):
    figure = series_figure(replace(prices, unit="<img src=x>"), "High")
    assert "<img" not in figure.to_json()


def test_dates_with_a_time_of_day_keep_it(prices):
    index = pd.date_range("2024-01-02 09:30", periods=len(prices.frame), freq="h", name="date")
    figure = series_figure(replace(prices, frame=prices.frame.set_axis(index)), "High")
    assert figure.data[0].x[0] == "2024-01-02T09:30:00"
    assert "%H:%M" in figure.layout.xaxis.hoverformat


def test_candles_need_all_four_prices(prices):
    assert has_candles(prices)
    assert not has_candles(replace(prices, receipt=Receipt("demo", "own", roles={"close": "Close"})))


def test_candles_of_several_rows_keep_the_first_the_extremes_the_last_and_all_volume(prices):
    frame = prices.frame.set_axis(["open", "high", "low", "close"], axis=1).assign(volume=2.0)
    candles, rows = gather_candles(frame)
    assert rows == -(-len(frame) // MOST)
    assert len(candles) <= MOST
    first = frame.iloc[:rows]
    expected = [first.open.iloc[0], first.high.max(), first.low.min(), first.close.iloc[-1], 2.0 * rows]
    np.testing.assert_allclose(candles.iloc[0], expected)


def test_candles_stay_the_same_while_one_pans(prices):
    frame = prices.frame.set_axis(["open", "high", "low", "close"], axis=1)
    here, _ = gather_candles(frame.iloc[600:1100], first=600)
    there, _ = gather_candles(frame.iloc[607:1107], first=607)
    assert len(here) <= MOST
    assert len(there) <= MOST
    both = here.index.intersection(there.index)[1:-1]
    assert len(both) > 80
    pd.testing.assert_frame_equal(here.loc[both], there.loc[both])


def test_the_candle_chart_says_how_many_rows_a_candle_holds(prices):
    (candles,) = candle_figure(prices, spans=spans_of(prices)).data
    assert candles.type == "candlestick"
    assert candles.name == "13 rows in a candle"


def test_who_zooms_in_sees_candles_of_single_days(prices):
    days = prices.dates[600:700].to_numpy()
    candles = candle_figure(prices, shown=(days[0], days[-1])).data[0]
    assert candles.name == "prices"
    inside = [number for number, day in enumerate(candles.x) if str(days[0])[:10] <= day <= str(days[-1])[:10]]
    np.testing.assert_allclose(np.asarray(candles.high)[inside], prices.frame["High"].iloc[600:700])
    assert len(candles.x) < 200


def test_rising_and_falling_candles_differ_by_more_than_colour(prices):
    (candles,) = candle_figure(prices).data
    rising, falling = candles.increasing, candles.decreasing
    assert rising.fillcolor == LIGHT.paper
    assert falling.fillcolor == falling.line.color
    assert rising.line.color != falling.line.color


def test_volume_stands_below_the_candles_on_the_same_dates(prices):
    volume = pd.Series(np.arange(1500.0), index=prices.frame.index)
    roles = {**prices.receipt.roles, "volume": "Volume"}
    whole = replace(prices, frame=prices.frame.assign(Volume=volume), receipt=Receipt("demo", "own", roles=roles))
    days = prices.dates.to_numpy()
    figure = candle_figure(whole, shown=(days[0], days[99]))
    candles, bars = figure.data
    assert (bars.type, bars.yaxis) == ("bar", "y2")
    assert list(bars.x) == list(candles.x)
    # As high as what is shown needs, not as what lies outside.
    assert figure.layout.yaxis2.range[1] < 200
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]


def test_a_zoom_shows_every_row_of_it_and_sets_the_height_by_it(prices):
    long = replace(
        prices,
        frame=pd.concat([prices.frame] * 20).set_axis(pd.date_range("1950-01-01", periods=30_000, name="date"), axis=0),
    )
    days = long.dates.to_numpy()
    whole, zoomed = series_figure(long, "High"), series_figure(long, "High", shown=(days[5000], days[5999]))
    shown = [day for day in zoomed.data[0].x if str(days[5000])[:10] <= day <= str(days[5999])[:10]]
    assert len(shown) == 1000
    assert len(whole.data[0].x) <= 2000
    values = long.frame["High"].iloc[5000:6000]
    low, high = zoomed.layout.yaxis.range
    assert low < values.min() < values.max() < high
    assert high - low < 1.3 * (values.max() - values.min())
    assert zoomed.layout.uirevision == whole.layout.uirevision == long.fingerprint


@pytest.mark.parametrize("shown", [None, ("1995-01-01", "1995-03-01")])
def test_a_million_rows_weigh_less_than_a_photograph(million, shown):
    moments = shown and tuple(np.datetime64(day) for day in shown)
    for figure in (series_figure(million, "High", shown=moments), candle_figure(million, shown=moments)):
        assert len(figure.to_json()) < 150_000


def test_the_chart_is_told_in_one_sentence(prices):
    assert str(series_alt(prices, "High")).startswith("High of Demo from 2016-01-01 to 2021-09-30: lowest ")
