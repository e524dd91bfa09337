"""Rewriting drawn: progress, lengths, and an answer letter by letter with where the network looked."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.rewrite_lengths import lengths_alt, lengths_figure, longest_learnt
from rnn_core.figures.rewrite_look import rewriter_look
from rnn_core.figures.rewrite_map import map_alt, map_figure
from rnn_core.figures.rewrite_progress import Learning, rewrite_alt, rewrite_figure
from rnn_core.figures.theme import POSITIVE_COLOUR, faint
from rnn_core.text.rewrite import Answer, RewriteSpec, answer
from tests.made_up_rewritten import lost, made_up_rewritten

REVERSE = RewriteSpec(task="reverse", units=4, embedding=3, longest=5, epochs=3)
ALONE = REVERSE.change(attention=False)
LOOK = rewriter_look(REVERSE)
MIRRORED = Answer("ba", -0.1, True, np.array([0.98, 0.5]), np.array([[0.1, 0.9], [0.8, 0.2]]))


@pytest.mark.parametrize("cell", CELLS)
def test_without_attention_a_line_has_the_same_colour_but_another_dash_and_marker(cell: str) -> None:
    looking, alone = (rewriter_look(REVERSE.change(cell=cell, attention=attention)) for attention in (True, False))
    assert looking.colour == alone.colour
    assert looking.dash != alone.dash
    assert looking.symbol != alone.symbol


def test_progress_has_a_line_a_network_and_the_usual_answer_as_a_level() -> None:
    run = made_up_rewritten(REVERSE, 0.9)
    figure = rewrite_figure([Learning("with", REVERSE, run.history), Learning("alone", ALONE, ())], {"usual": 0.1})
    assert [trace.name for trace in figure.data] == ["with", "alone", "usual"]
    assert list(figure.data[0].y) == [done.measure for done in run.history]
    assert tuple(figure.layout.yaxis.range) == (0, 1.03)


def test_progress_in_words_says_how_far_each_is() -> None:
    run = made_up_rewritten(REVERSE, 0.9)
    told = str(rewrite_alt([Learning("with", REVERSE, run.history), Learning("alone", ALONE, ())]))
    assert "with 90%; alone –" in told


def test_lengths_that_were_not_learnt_lie_behind_a_mark() -> None:
    runs = {"with": made_up_rewritten(REVERSE, 1.0), "alone": made_up_rewritten(ALONE, 0.4)}
    figure = lengths_figure(runs)
    assert longest_learnt(runs) == 5
    assert figure.layout.shapes[0].x0 == 5.5
    assert list(figure.data[0].x) == list(range(1, 12))
    assert list(figure.data[1].customdata) == [100] * 11
    assert "with 1: 100%, 6: 0%, 11: 0%" in str(lengths_alt(runs))


def test_where_no_longer_questions_were_tried_there_is_no_mark() -> None:
    runs = {"with": made_up_rewritten(RewriteSpec(units=4, embedding=3), 0.9)}
    assert longest_learnt(runs) is None
    assert not lengths_figure(runs).layout.shapes


def test_networks_that_were_marked_at_no_length_have_no_mark_either() -> None:
    nothing = {"lost": lost(made_up_rewritten(REVERSE))}
    assert longest_learnt(nothing) is None
    assert str(lengths_alt(nothing)).endswith("lost .")


def test_rows_are_letters_written_from_above_and_columns_letters_read() -> None:
    figure = map_figure("ab", MIRRORED, LOOK)
    heat, bars = figure.data
    assert np.asarray(heat.z).tolist() == [[0.1, 0.9], [0.8, 0.2]]
    assert list(figure.layout.yaxis.ticktext) == ["b", "a"]
    assert list(figure.layout.xaxis.ticktext) == ["a", "b"]
    low, high = figure.layout.yaxis.range
    assert low > high
    assert (heat.zmin, heat.zmax) == (0, 1)
    assert heat.colorscale[0] == (0, faint(POSITIVE_COLOUR, 0.0))
    assert heat.colorscale[-1] == (1, faint(POSITIVE_COLOUR, 1.0))
    assert list(bars.text) == ["98%", "50%"]
    assert bars.xaxis == "x2"


def test_without_attention_only_how_sure_it_was_is_drawn() -> None:
    alone = Answer("ba", -0.1, True, np.array([0.98, 0.5]), None)
    (bars,) = map_figure("ab", alone, LOOK).data
    assert (bars.type, list(bars.x)) == ("bar", [0.98, 0.5])
    assert "b 98%, a 50%" in str(map_alt("ab", alone))


def test_the_map_in_words_says_where_it_looked_most() -> None:
    assert "b ← b (2), a ← a (1)" in str(map_alt("ab", MIRRORED))


def test_spaces_can_be_seen() -> None:
    spec = RewriteSpec(units=4, embedding=3)
    said = answer(made_up_rewritten(spec).rewriter, "3 May 2021")
    figure = map_figure("3 May 2021", said, LOOK)
    assert figure.layout.xaxis.ticktext[1] == "␣"
    assert figure.data[0].z.shape == (len(said.text), 10)


def test_a_longer_answer_has_a_taller_map_and_more_letters_are_smaller() -> None:
    long = Answer("a" * 30, -1.0, False, np.full(30, 0.5), np.full((30, 30), 1 / 30))
    short, tall = map_figure("ab", MIRRORED, LOOK), map_figure("b" * 30, long, LOOK)
    assert tall.layout.height > short.layout.height
    assert tall.layout.xaxis.tickfont.size < short.layout.xaxis.tickfont.size
