"""Stored runs side by side: parallel coordinates, their sentence, and lines under names that a person gave."""

import numpy as np
import pytest

from rnn_core.figures import DARK, LIGHT, ParallelAxis, comparison_figure, parallel_alt, parallel_figure, rename_lines

NAMES = ("GRU (8 units)", "GRU (16 units)", "LSTM")
UNITS = ParallelAxis("Units", (8, 16, 64))
RATE = ParallelAxis("Learning rate", (0.0001, 0.001, 0.01), log=True)
CELL = ParallelAxis("Cells", ("GRU", "GRU", "LSTM"))
RMSE = ParallelAxis("RMSE (USD)", (2.0, 1.0, 4.0))


def dimensions(names=NAMES, axes=(UNITS, RATE, CELL), score=RMSE):
    return parallel_figure(names, axes, score).data[0].dimensions


def test_each_run_is_a_line_from_its_name_across_the_settings_to_its_score():
    name, units, rate, cell, score = dimensions()
    assert list(name.ticktext) == list(NAMES)
    labels = [one.label for one in (name, units, rate, cell, score)]
    assert labels == ["Run", "Units", "Learning rate", "Cells", "RMSE (USD)"]
    np.testing.assert_allclose(units.values, [8, 16, 64])
    np.testing.assert_allclose(score.values, [2, 1, 4])


def test_words_stand_on_their_axis_once_each():
    cell = dimensions()[3]
    assert list(cell.values) == [0, 0, 1]
    assert (list(cell.tickvals), list(cell.ticktext)) == ([0, 1], ["GRU", "LSTM"])


def test_small_learning_rates_are_spread_and_written_as_they_are():
    rate = dimensions()[2]
    np.testing.assert_allclose(rate.values, [-4, -3, -2])
    np.testing.assert_allclose(rate.tickvals, [-4, -3, -2])
    assert list(rate.ticktext) == ["0.0001", "0.001", "0.01"]


def test_numbers_that_would_cover_each_other_are_not_all_written():
    score = dimensions(score=ParallelAxis("RMSE", (2.0, 2.01, 4.0)))[-1]
    assert list(score.ticktext) == ["2", "4"]


def test_many_values_share_a_few_ticks_from_the_lowest_to_the_highest():
    many = ParallelAxis("Units", tuple(float(n) for n in range(1, 101)))
    names = [f"run {n}" for n in range(100)]
    axes = dimensions(names, [many], ParallelAxis("RMSE", tuple(float(n) for n in range(100))))
    assert len(axes) == 2  # so many names would cover each other
    assert (axes[0].tickvals[0], axes[0].tickvals[-1], len(axes[0].tickvals)) == (1, 100, 6)


def test_a_run_without_a_score_is_no_line():
    score = ParallelAxis("RMSE", (2.0, float("nan"), 4.0))
    found = dimensions(score=score)
    assert list(found[0].ticktext) == ["GRU (8 units)", "LSTM"]
    assert all(np.isfinite(one.values).all() and len(one.values) == 2 for one in found)
    assert "2 runs" in str(parallel_alt(NAMES, [UNITS], score))


def test_names_are_no_markup_and_long_ones_keep_their_ends():
    names = ("<img src=x onerror=alert(1)>", "x" * 40 + " (8 units)", "x" * 40 + " (16 units)")
    text = dimensions(names)[0].ticktext
    assert text[0].startswith("&lt;img")
    assert len(set(text)) == 3
    assert text[2].endswith("(16 units)")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_smallest_score_has_the_strongest_colour_of_the_page(theme):
    line = parallel_figure(NAMES, [UNITS], RMSE, theme=theme).data[0].line
    assert line.colorscale[0] == (0.0, theme.ink)
    np.testing.assert_allclose(line.color, RMSE.values)


def test_the_lines_are_told_in_one_sentence():
    assert str(parallel_alt(NAMES, [UNITS, CELL], RMSE)) == (
        "3 runs as lines across Units, Cells, to RMSE (USD): lowest GRU (16 units) 1.00, highest LSTM 4.00."
    )


def test_nothing_with_a_score_is_said_too():
    none = ParallelAxis("RMSE", (float("nan"),) * 3)
    assert str(parallel_alt(NAMES, [UNITS], none)).endswith("lowest –, highest –.")


def test_lines_can_have_the_names_that_a_person_gave(make_run):
    figure = rename_lines(comparison_figure([make_run("LSTM"), make_run("GRU")]), {"GRU": "<b>mine</b>"})
    assert [line.name for line in figure.data] == ["real values", "naive line", "LSTM", "&lt;b&gt;mine&lt;/b&gt;"]
