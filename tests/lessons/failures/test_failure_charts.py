"""The chart of a failure beside its cure: looks that differ, a line for the mean, words for those who cannot see it."""

import numpy as np

from rnn_core.figures.failure_charts import Line, failure_alt, failure_figure
from rnn_core.lessons.failures import Curve

WRONG = Line("too high", Curve(np.array([3.0, np.inf, 1e30]), np.array([2.0, np.nan, np.nan])))
CURED = Line("cured", Curve(np.array([0.5, 0.0]), np.array([0.4, 0.2])))


def test_both_networks_have_a_training_and_a_validation_line_of_their_own_look() -> None:
    figure = failure_figure([WRONG, CURED], 10)
    names = [line.name for line in figure.data]
    assert names == ["too high", "too high, validation", "cured", "cured, validation", "always saying the mean"]
    assert len({(line.line.color, line.line.dash) for line in figure.data}) == 5
    assert figure.layout.yaxis.type == "log"
    assert tuple(figure.layout.xaxis.range) == (0.5, 10.5)


def test_what_is_no_number_is_left_out_and_what_is_beyond_all_bounds_stays_drawable() -> None:
    losses = failure_figure([WRONG, CURED], 3).data[0].y
    assert np.isnan(losses[1])
    assert losses[2] == 1e12
    assert min(failure_figure([WRONG, CURED], 3).data[2].y) > 0


def test_ticks_stand_closer_over_few_decades() -> None:
    lines = [CURED, Line("far", Curve(np.array([900.0, 800.0]), np.array([900.0, 800.0])))]
    near = [Line("a", Curve(np.array([0.5]), np.array([0.2]))), Line("b")]
    assert failure_figure(near, 3).layout.yaxis.dtick == "D2"
    assert failure_figure(lines, 3).layout.yaxis.dtick >= 1


def test_a_training_without_an_epoch_has_no_line_and_a_dash_in_words() -> None:
    lines = [Line("too high"), CURED]
    assert [line.name for line in failure_figure(lines, 3).data][:1] == ["cured"]
    assert str(failure_alt(lines)).endswith("too high –; cured 0.500 → 0 (0.400 → 0.200).")
