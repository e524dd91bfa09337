from dataclasses import replace
from xml.etree import ElementTree

import numpy as np

from rnn_core.figures import BASELINE_LOOKS, CELL_COLOURS, scores_alt, scores_figure, spark_svg
from rnn_core.figures.theme import NAIVE_COLOUR
from rnn_core.forecast.run import Baseline, Scores
from rnn_core.words import Sentence


def test_bars_are_in_order_with_the_naive_line_among_them(make_run):
    figure = scores_figure([make_run("LSTM", too_high=5.0), make_run("GRU", too_high=0.5)])
    assert [bar.name for bar in figure.data] == ["GRU", "naive line", "LSTM"]
    expected = [CELL_COLOURS["GRU"], NAIVE_COLOUR, CELL_COLOURS["LSTM"]]
    assert [bar.marker.color for bar in figure.data] == expected
    assert figure.data[2].text[0] == "5.00\N{NO-BREAK SPACE}USD"
    assert figure.layout.xaxis.title.text == "RMSE (USD)"


def test_a_score_that_does_not_exist_is_a_dash_and_last(make_run):
    none = replace(make_run("GRU"), scores=Scores(*[float("nan")] * 7, direction=None))
    figure = scores_figure([none, make_run("LSTM")])
    assert (figure.data[-1].name, figure.data[-1].text[0]) == ("GRU", "–")


def test_seeds_share_a_bar_with_a_thin_line_from_the_lowest_to_the_highest(make_run):
    runs = [make_run("LSTM", too_high=miss, seed=seed) for seed, miss in enumerate((3.0, 5.0, 4.0))]
    bar = next(bar for bar in scores_figure(runs).data if bar.name == "LSTM")
    np.testing.assert_allclose(bar.x, 4.0)
    np.testing.assert_allclose([*bar.error_x.array, *bar.error_x.arrayminus], 1.0)
    assert bar.text[0].replace("\N{NO-BREAK SPACE}", " ") == "4.00 USD (3 seeds: 3.00 to 5.00 USD)"


def test_baselines_have_bars_where_they_have_scores(make_run):
    run = make_run("LSTM", too_high=5.0)
    known = Baseline("ridge", "linear model", run.naive, run.naive_scores)
    lost = Baseline("seasonal", "the same season", problem=Sentence("no_season", "There is none."))
    figure = scores_figure([replace(run, baselines=(known, lost))])
    assert [bar.name for bar in figure.data] == ["naive line", "linear model", "LSTM"]
    assert figure.data[1].marker.color == BASELINE_LOOKS["ridge"].colour


def test_the_bars_are_told_in_one_sentence(make_run):
    text = str(scores_alt([make_run("LSTM", too_high=5.0)]))
    assert text.startswith("RMSE, the smallest first: naive line ")
    assert text.endswith("; LSTM 5.00\N{NO-BREAK SPACE}USD.")


def test_a_spark_is_a_small_line_without_axes():
    values = np.sin(np.arange(5_000) / 100)
    values[7] = np.nan
    picture = spark_svg(values)
    points = ElementTree.fromstring(picture)[0].attrib["points"].split()
    assert len(points) <= 200
    assert all(0 <= float(number) <= 300 for point in points for number in point.split(","))
    assert len(picture) < 4_000


def test_a_spark_of_a_constant_is_a_flat_line():
    points = ElementTree.fromstring(spark_svg(np.full(10, 5.0)))[0].attrib["points"].split()
    assert len({point.split(",")[1] for point in points}) == 1
