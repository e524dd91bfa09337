"""Charts of judges of texts: word by word, confusion, how sure, and how they learnt."""

import numpy as np
import pytest

from rnn_core.figures.sentiment_confusion import MOST_NUMBERED, confusion_alt, confusion_figure
from rnn_core.figures.sentiment_labels import label_look, short_labels
from rnn_core.figures.sentiment_learning import Learning, accuracy_alt, accuracy_figure, losses_alt, losses_figure
from rnn_core.figures.sentiment_sureness import sureness_alt, sureness_figure
from rnn_core.figures.sentiment_words import MOST_LINES, followed, words_alt, words_figure
from rnn_core.figures.theme import cell_look
from rnn_core.learning.events import EpochDone
from rnn_core.text.sentiment.model import Reading
from rnn_core.text.sentiment.scores import reliability

LABELS = ("good", "bad", "so so")


def reading(after, tokens=None):
    after = np.array(after, float)
    tokens = tokens or tuple(f"word{place}" for place in range(len(after)))
    return Reading(tuple(tokens), (True,) * len(tokens), after[-1], after, None)


THREE = reading([[0.5, 0.3, 0.2], [0.2, 0.7, 0.1]], ("not", "not"))


def test_each_label_has_a_line_over_the_words():
    figure = words_figure(THREE, LABELS)
    assert [line.name for line in figure.data] == list(LABELS)
    assert list(figure.data[1].y) == [0.3, 0.7]
    assert list(figure.data[1].x) == ["not", "not\N{ZERO WIDTH SPACE}"]


def test_of_many_labels_those_that_matter_are_drawn_and_the_rest_together():
    rest, classes = 0.3 / 17, [f"label {place}" for place in range(20)]
    row = [0.4, 0.2, 0.1, *[rest] * 17]
    found = reading([row, row])
    figure = words_figure(found, classes)
    assert [line.name for line in figure.data] == ["label 0", "label 1", "all other labels"]
    even = reading([[0.05] * 20, [0.06, *[0.94 / 19] * 19]])
    assert followed(even) == [0]
    assert len(followed(reading([[0.2] * 5 + [0.0] * 15]))) == MOST_LINES
    total = sum(np.array(line.y, float) for line in figure.data)
    assert total == pytest.approx([1, 1], abs=1e-3)


def test_a_label_looks_the_same_in_every_chart_and_no_two_are_alike():
    looks = [label_look(place) for place in range(50)]
    assert len(set(looks)) == 50
    assert not {look.colour for look in looks} & {cell_look(cell).colour for cell in ("LSTM", "GRU", "SimpleRNN")}


def test_long_labels_that_begin_alike_are_told_apart():
    long = [f"complaint about the {what} of it" for what in ("delivery", "price", "price tag")]
    assert short_labels(long) == ["…delivery of it", "…price of it", "…price tag of it"]
    assert len(set(short_labels(["x" * 40 + end for end in "abc"]))) == 3


def test_words_and_labels_of_a_person_are_no_markup():
    figure = words_figure(reading([[0.5, 0.5], [0.1, 0.9]], ("<b>", "x" * 30)), ("<i>a", "b"))
    assert figure.data[0].x[0] == "&lt;b&gt;"
    assert len(figure.data[0].x[1]) == 14
    assert figure.data[0].name == "&lt;i&gt;a"


def test_the_words_are_told_in_words():
    told = str(words_alt(THREE, LABELS))
    assert "not: good 50%; not: bad 70%" in told
    assert told.endswith("In the end: bad 70%.")


CONFUSION = ((8, 2, 0), (1, 9, 0), (0, 4, 6))


def test_the_map_has_shares_of_rows_for_colours_and_counts_for_numbers():
    (drawn,) = confusion_figure(CONFUSION, LABELS).data
    assert np.array(drawn.z)[2].tolist() == [0.0, 0.4, 0.6]
    assert list(drawn.customdata[2][1]) == ["so so", "bad", 4]
    assert np.array(drawn.text)[2].tolist() == [0, 4, 6]


def test_a_label_without_a_text_in_the_test_has_no_colour():
    (drawn,) = confusion_figure(((3, 0), (0, 0)), LABELS[:2]).data
    assert np.array(drawn.z)[1].tolist() == [0.0, 0.0]


def test_a_large_map_has_no_numbers_in_its_cells_but_is_not_higher_than_two_screens():
    classes = [f"a very long label, number {place}" for place in range(50)]
    figure = confusion_figure(np.eye(50, dtype=int).tolist(), classes)
    assert not figure.data[0].texttemplate
    assert figure.layout.height < 1200
    assert len(set(figure.layout.yaxis.tickvals)) == 50
    small = confusion_figure(np.eye(MOST_NUMBERED, dtype=int).tolist(), classes[:MOST_NUMBERED])
    assert small.data[0].texttemplate


def test_the_most_confused_labels_are_told():
    assert str(confusion_alt(CONFUSION, LABELS)) == (
        "23 of 30 texts got their real label. Confused most: so so, taken for bad 4 times."
    )
    assert "none was missed" in str(confusion_alt(((3, 0), (0, 2)), LABELS[:2]))


def answers(sure, right, count=100):
    labels = np.zeros(count, int)
    said = np.tile([sure, 1 - sure], (count, 1))
    said[right:] = said[right:, ::-1]
    return reliability(labels, said)


def test_a_dot_stands_where_it_was_so_sure_and_so_often_right():
    bins = answers(0.92, 80)
    diagonal, dots = sureness_figure(bins, "GRU", cell_look("GRU")).data
    assert (list(diagonal.x), list(diagonal.y)) == ([0, 1], [0, 1])
    assert (list(dots.x), list(dots.y), list(dots.text)) == ([pytest.approx(0.92)], [0.8], ["100"])
    assert 0.06 < dots.error_y.array[0] < 0.08 < dots.error_y.arrayminus[0] < 0.1
    assert "92% → 80% (100)" in str(sureness_alt(bins))


def test_without_any_answer_there_is_no_dot():
    assert len(sureness_figure((), "GRU", cell_look("GRU")).data[1].x) == 0
    assert str(sureness_alt(())).endswith("–.")


HISTORY = (EpochDone(1, 0.9, 0.8, 1.0, measure=0.5), EpochDone(2, float("nan"), 0.7, 2.0, measure=0.75))
GRU = Learning("GRU", cell_look("GRU"), HISTORY)
NEVER = Learning("LSTM", cell_look("LSTM"), ())


def test_right_answers_are_drawn_over_the_epochs_beside_simple_judges():
    line, _other, level = accuracy_figure([GRU, NEVER], 9, {"majority": 0.4}).data
    assert (line.name, list(line.y)) == ("GRU", [0.5, 0.75])
    assert list(level.y) == [0.4, 0.4]
    assert "GRU 75%; LSTM –" in str(accuracy_alt([GRU, NEVER]))


def test_losses_have_a_dotted_line_for_what_is_kept_back():
    learnt, checked, *_never = losses_figure([GRU, NEVER], 9).data
    assert (list(learnt.y), list(checked.y)) == ([0.9, None], [0.8, 0.7])
    assert (checked.name, checked.line.dash) == ("GRU, validation", "dot")
    assert "GRU 0.900 → –; LSTM –" in str(losses_alt([GRU, NEVER]))
