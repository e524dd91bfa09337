from dataclasses import replace

import numpy as np

from rnn_core.figures import CELL_COLOURS, scores_alt, scores_figure, spark_figure
from rnn_core.figures.theme import NAIVE_COLOUR
from rnn_core.forecast.run import Scores


def test_bars_are_in_order_with_the_naive_line_among_them(make_run):
    figure = scores_figure([make_run("LSTM", too_high=5.0), make_run("GRU", too_high=0.5)])
    assert [bar.name for bar in figure.data] == ["GRU", "naive line", "LSTM"]
    expected = [CELL_COLOURS["GRU"], NAIVE_COLOUR, CELL_COLOURS["LSTM"]]
    assert [bar.marker.color for bar in figure.data] == expected
    assert figure.data[2].text[0] == "5 USD"
    assert figure.layout.xaxis.title.text == "RMSE (USD)"


def test_a_score_that_does_not_exist_is_a_dash_and_last(make_run):
    none = replace(make_run("GRU"), scores=Scores(*[float("nan")] * 3))
    figure = scores_figure([none, make_run("LSTM")])
    assert (figure.data[-1].name, figure.data[-1].text[0]) == ("GRU", "–")


def test_the_bars_are_told_in_one_sentence(make_run):
    text = str(scores_alt([make_run("LSTM", too_high=5.0)]))
    assert text.startswith("RMSE, the smallest first: naive line ")
    assert text.endswith("; LSTM 5 USD.")


def test_a_spark_is_a_small_line_without_axes():
    figure = spark_figure(np.sin(np.arange(5_000) / 100))
    assert not figure.layout.xaxis.visible
    assert len(figure.data[0].y) <= 200
    assert len(figure.to_json()) < 6_000
