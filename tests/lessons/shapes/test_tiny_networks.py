"""The tiny networks do what their weights are set for, and as Keras' cells would."""

import numpy as np
import pytest

from rnn_core.cells.loops import LOOPS
from rnn_core.lessons.shapes import QUESTIONS, SHAPES, examples
from rnn_core.lessons.shapes.network import Network, passed
from rnn_core.lessons.shapes.reversing import reversing
from rnn_core.lessons.shapes.sentiment import MOODS, words_in
from rnn_core.lessons.shapes.typed import numbers_in


def mood_of(sentence: str) -> float:
    return examples.many_to_one(words_in(sentence)).said[-1]


def test_there_are_five_shapes_and_each_is_told_in_full():
    assert list(SHAPES) == ["one_to_one", "one_to_many", "many_to_one", "many_to_many", "unequal"]
    for name, shape in SHAPES.items():
        assert shape.name == name
        assert all((shape.title, shape.uses, shape.example, shape.formula, shape.notice))
    assert len({question.name for question in QUESTIONS}) == 3


def test_a_network_with_tanh_goes_through_time_as_the_simple_recurrent_cell_does():
    rng = np.random.default_rng(3)
    network = Network(rng.normal(size=4), rng.normal(size=(4, 4)), rng.normal(size=4), np.zeros(4), activation="tanh")
    inputs = rng.normal(size=7)
    weights = (network.kernel[None], network.recurrent, network.bias)
    kept = LOOPS["SimpleRNN"].forward(inputs[None, :, None], (np.zeros((1, 4)),), weights, None)
    np.testing.assert_allclose(passed(network, inputs.tolist()), kept.hidden[0], atol=1e-12)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [(-40, -40), (0, 32), (20, 68), (100, 212)])
def test_one_to_one_turns_celsius_into_fahrenheit(celsius, fahrenheit):
    assert examples.one_to_one(celsius).said == pytest.approx((fahrenheit,))


@pytest.mark.parametrize("period", [3, 4, 6, 12])
def test_one_to_many_reads_once_and_says_a_cosine(period):
    running = examples.one_to_many(2.0, period)
    assert [step.reads for step in running.steps] == [2.0, *[None] * 6]
    assert running.said == pytest.approx(2.0 * np.cos(2 * np.pi * np.arange(7) / period))


def test_many_to_one_says_one_number_at_the_end_alone():
    running = examples.many_to_one(words_in("a dull start but lovely end"))
    assert len(running.said) == 1
    assert running.steps[-1].says is not None
    assert running.steps[1].state == pytest.approx((np.tanh(-0.8),))


def test_the_order_of_words_turns_the_mood():
    assert mood_of("a dull start but lovely end") > 0.3
    assert mood_of("a lovely start but dull end") < -0.3
    assert mood_of("开头沉闷，但结尾精彩") > 0.3
    assert mood_of("开头精彩，但结尾沉闷") < -0.3


def test_it_cannot_know_what_not_good_means_as_is_said():
    assert mood_of("not good") > 0


def test_words_of_both_languages_have_moods_and_the_longest_one_is_found():
    assert any(word.isascii() for word in MOODS)
    assert [(word.text, word.value) for word in words_in("电影不错")] == [("电影", 0.0), ("不错", 0.5)]
    assert words_in("… 12 !") == ()
    assert len(words_in("word " * 40)) == 12


def test_many_to_many_says_the_change_at_each_step():
    assert examples.many_to_many([3, 5, 4, 6, 6, 2]).said == (3, 2, -1, 2, 0, -4)


def test_the_decoder_says_the_list_back_in_reverse_while_there_is_room():
    running = reversing([3, 1, 4, 2], asked=4, room=4)
    assert running.said == (2, 4, 1, 3)
    assert not any(running.wrong)
    assert [step.decodes for step in running.steps] == [False] * 4 + [True] * 4


def test_unequal_lengths_are_shorter_or_longer():
    assert reversing([3, 1, 4, 2], asked=2, room=4).said == (2, 4)
    longer = reversing([3, 1], asked=4, room=4)
    assert longer.said == (1, 3, 0, 0)
    assert not any(longer.wrong)


def test_what_the_state_has_no_room_for_comes_out_wrong():
    running = reversing([3, 1, 4, 2], asked=4, room=2)
    assert running.said == (2, 4, 0, 0)
    assert running.wanted == (2, 4, 1, 3)
    assert running.wrong == (False, False, True, True)


def test_numbers_are_read_however_they_stand_apart():
    assert numbers_in("3，1、−4 and 2.5", 6) == (3, 1, -4, 2.5)
    assert numbers_in("1 2 3", 2) == (1, 2)
    assert numbers_in("none", 6) == ()
