"""A score after each epoch: lines of networks, level lines of simple methods, shares in percent."""

from rnn_core.figures.progress_chart import Progress, Score, progress_figure
from rnn_core.figures.theme import cell_look


def figure(shares=False):
    line = Progress("GRU", cell_look("GRU"), (0.4, None, 0.9))
    return progress_figure([line], 5, {"majority": 0.3}, Score("accuracy", shares=shares))


def test_values_stand_at_their_epochs_and_gaps_stay_gaps():
    drawn = figure().data[0]
    assert (list(drawn.x), list(drawn.y)) == ([1, 2, 3], [0.4, None, 0.9])


def test_a_level_goes_through_all_epochs_whether_they_are_over_or_not():
    level = figure().data[1]
    assert (level.name, list(level.x), list(level.y)) == ("majority", [1, 5], [0.3, 0.3])


def test_shares_are_said_in_percent_of_the_whole():
    shown = figure(shares=True).layout.yaxis
    assert (shown.tickformat, tuple(shown.range)) == (".0%", (0, 1.03))


def test_few_epochs_have_a_mark_each():
    few, many = (progress_figure([], epochs, {}, Score("accuracy")).layout.xaxis for epochs in (3, 50))
    assert (few.tick0, few.dtick) == (1, 1)
    assert many.dtick is None
