"""The charts of the exploration: what they show, what they say, and that names from files stay text."""

import numpy as np
import pandas as pd
import pytest

from rnn_core.figures.exploring_alt import changes_alt, gaps_alt, memory_alt, shift_alt
from rnn_core.figures.gaps_chart import MOST_STRIPS, gaps_figure
from rnn_core.figures.histograms import changes_figure, shift_figure
from rnn_core.figures.memory_chart import memory_figure
from rnn_core.figures.theme import PART_COLOURS
from rnn_core.series import Receipt, Series
from rnn_core.series.statistics import Memory, changes, find_gaps, memory, shift


@pytest.fixture
def walk():
    return 100 * np.exp(np.cumsum(np.random.default_rng(1).normal(size=2000)) / 100)


def gappy(names):
    frame = pd.DataFrame(
        {name: np.arange(300.0) for name in names}, index=pd.date_range("2020-01-01", periods=300, name="date")
    )
    for number in range(len(names)):
        frame.iloc[: 10 + number, number] = np.nan
    return Series("gappy", frame, Receipt("demo", "own"))


def test_the_bars_of_the_changes_hold_every_change_once(walk):
    bars, normal = changes_figure(changes(walk), "USD").data
    assert sum(bars.y) == 1999
    assert sum(normal.y) == pytest.approx(1999, rel=0.02)
    assert normal.line.dash == "dash"


def test_changes_are_titled_in_percent_or_in_the_unit(walk):
    assert changes_figure(changes(walk), "USD").layout.xaxis.title.text == "change in percent"
    assert changes_figure(changes(walk - walk.mean()), "°C").layout.xaxis.title.text == "change (°C)"


def test_training_and_test_values_share_their_bins_and_differ_by_more_than_colour(walk):
    train, test = shift_figure(walk[:1500], walk[1500:], "High", "USD").data
    assert list(train.x) == list(test.x)
    assert sum(train.y) == pytest.approx(100)
    assert sum(test.y) == pytest.approx(100)
    assert (train.marker.color, test.marker.color) == (PART_COLOURS["training"], PART_COLOURS["test"])
    assert (train.marker.pattern.shape, test.marker.pattern.shape) == ("", "/")


def test_values_that_never_change_can_be_drawn():
    same = np.full(50, 7.0)
    bars, normal = changes_figure(changes(same), "").data
    assert sum(bars.y) == 49
    assert set(normal.y) == {0.0}
    assert len(shift_figure(same, same, "x", "").data) == 2


def test_memory_is_drawn_as_bars_with_the_band_of_chance(walk):
    values, steps = memory(walk), memory(changes(walk).values)
    figure = memory_figure(values, steps)
    above, below = figure.data
    np.testing.assert_allclose(above.y, values.values)
    np.testing.assert_allclose(below.y, steps.values)
    assert list(above.x) == list(range(1, 41))
    assert [shape.y1 for shape in figure.layout.shapes] == [values.band, steps.band]


def test_columns_that_miss_nothing_have_no_strip_and_the_worst_comes_first():
    series = gappy(["a", "b"])
    series = Series("more", series.frame.assign(whole=1.0), series.receipt)
    (strips,) = gaps_figure(find_gaps(series)).data
    assert list(strips.y) == ["b", "a"]


def test_a_name_of_a_column_stays_text_in_every_chart():
    series = gappy(["<img src=x onerror=alert(1)>", "2020-01-01"])
    figure = gaps_figure(find_gaps(series))
    assert figure.layout.yaxis.type == "category"
    title = "<script>"
    shifted = shift_figure(np.arange(9.0), np.arange(9.0), title, "")
    assert shifted.layout.xaxis.title.text == "&lt;script&gt;"
    for one in (figure, shifted, changes_figure(changes(-np.arange(9.0)), title)):
        assert "<img" not in one.to_json()
        assert "<script" not in one.to_json()


def test_of_many_columns_the_worst_are_drawn():
    figure = gaps_figure(find_gaps(gappy([f"c{number}" for number in range(40)])))
    assert len(figure.data[0].y) == MOST_STRIPS
    assert figure.data[0].y[0] == "c39"


def test_each_chart_is_told_in_one_sentence():
    assert str(gaps_alt(find_gaps(gappy(["a", "b"])))) == "Missing values over time, from 2020-01-01: b 11; a 10."
    told = str(changes_alt(changes(np.array([1.0, 2.0, 1.0])), "USD")).replace("\N{NO-BREAK SPACE}", " ")
    assert told == "Changes from row to row, from -69.3 % to 69.3 %, with a standard deviation of 69.3 %."
    told = str(shift_alt(shift(np.array([1.0, 3.0]), np.array([2.0, 4.0])), "")).replace("\N{NO-BREAK SPACE}", " ")
    assert told.endswith("50.0 % of the test values lie above, 0 % below.")
    nothing = Memory(np.empty(0), float("nan"))
    assert "–" in str(memory_alt(nothing, nothing))
