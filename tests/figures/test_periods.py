import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnn_core.figures.period_chart import error_by_period_figure
from rnn_core.figures.periods import MOST_BARS, periods_of, rmse_by_period


def dates(start, rows, step):
    return pd.date_range(start, periods=rows, freq=step).to_numpy("datetime64[s]")


@pytest.mark.parametrize(
    ("rows", "step", "unit", "first", "bars"),
    [
        (200, "10min", "day", "2021-02-01", 2),
        (120, "10min", "hour", "2021-02-01 00 h", 20),
        (40, "B", "week", "2021-02-01", 8),
        (200, "B", "month", "2021-02", 10),
        (3 * 260, "B", "quarter", "2021-Q1", 13),
        (29, "MS", "quarter", "2021-Q1", 10),
        (12 * 20, "MS", "year", "2021", 21),
        (62, "YS", "decade", "2020–2029", 7),
        (8, "YS", "year", "2022", 8),
    ],
)
def test_periods_are_the_shortest_that_make_a_readable_number_of_bars(rows, step, unit, first, bars):
    found = periods_of(dates("2021-02-01", rows, step))
    assert (found.unit, found.names[0], len(found.names)) == (unit, first, bars)


@given(st.integers(1, 3_000), st.sampled_from(["10min", "h", "D", "B", "W", "MS", "QS"]))
def test_every_row_lies_in_one_of_few_periods_in_order_of_time(rows, step):
    found = periods_of(dates("1950-01-01", rows, step))
    assert len(found.names) <= MOST_BARS or found.unit == "decade"
    assert found.places[0] == 0
    assert found.places[-1] == len(found.names) - 1
    assert set(np.diff(found.places)) <= {0, 1}


def test_the_rmse_of_a_period_is_that_of_its_known_errors():
    cut = periods_of(dates("2021-01-31", 4, "D"))
    named = dict(zip(cut.names, range(9), strict=False))
    assert len(named) == 4
    np.testing.assert_allclose(rmse_by_period(cut, np.array([3.0, -4.0, np.nan, 0.0])), [3.0, 4.0, np.nan, 0.0])
    steps = np.array([[3.0, 3.0], [0.0, np.sqrt(2)], [np.nan, 5.0], [np.nan, np.nan]])
    np.testing.assert_allclose(rmse_by_period(cut, steps), [3.0, 1.0, 5.0, np.nan])


def test_each_network_and_the_naive_line_have_a_bar_in_each_month(make_run):
    figure = error_by_period_figure([make_run("LSTM", rows=250, too_high=2.0), make_run("GRU", rows=250)])
    assert [bars.name for bars in figure.data] == ["LSTM", "GRU", "naive line"]
    assert figure.data[0].x[0] == "2021-01"
    np.testing.assert_allclose(figure.data[0].y, 2.0)
    assert figure.data[2].marker.pattern.shape == "/"
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("month", "RMSE (USD)")


def test_names_with_spaces_do_not_lose_their_hatching(make_run):
    for bars in error_by_period_figure([make_run(rows=250)]).data:
        assert " " not in bars.uid
