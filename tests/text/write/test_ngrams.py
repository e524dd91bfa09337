"""Counting as a model of text: by hand, against a slow second implementation, and always a whole distribution."""

from collections import Counter

import numpy as np
import pytest

from rnn_core.text.vocabulary import PADDING, UNKNOWN
from rnn_core.text.write.baselines import LONGEST_ORDER, count
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.ngrams import Ngrams
from rnn_core.text.write.parts import part
from tests.text.write.small import passage_of, small

A, B = 2, 3
SYMBOLS = 6


def numbers(*values: int) -> np.ndarray:
    return np.array(values, np.int32)


def random_numbers(length: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(UNKNOWN, SYMBOLS, length).astype(np.int32)


def slowly(learnt: list[int], context: list[int], symbol: int) -> float:
    """The formula at the head of `ngrams.py`, symbol by symbol."""
    shorter = slowly(learnt, context[1:], symbol) if context else 1 / (SYMBOLS - 1)
    size = len(context)
    after = Counter(learnt[end] for end in range(size, len(learnt)) if learnt[end - size : end] == context)
    if not after:
        return shorter
    return (after[symbol] + len(after) * shorter) / (after.total() + len(after))


def test_letter_frequencies_by_hand() -> None:
    # a a b: N = 3, T = 2, and five symbols were possible.
    said, _ = Ngrams.learn(numbers(A, A, B), 0, SYMBOLS).read(numbers(B))
    assert said[A] == pytest.approx((2 + 2 / 5) / 5)
    assert said[B] == pytest.approx((1 + 2 / 5) / 5)
    assert said[UNKNOWN] == pytest.approx((2 / 5) / 5)


def test_a_context_of_one_by_hand() -> None:
    # a b a b a: after a came b twice, so N = 2 and T = 1.
    said, _ = Ngrams.learn(numbers(A, B, A, B, A), 1, SYMBOLS).read(numbers(A))
    shorter = (2 + 2 / 5) / 7
    assert said[B] == pytest.approx((2 + shorter) / 3)


@pytest.mark.parametrize("order", range(4))
def test_it_says_what_the_formula_says(order: int) -> None:
    learnt, asked = random_numbers(60), random_numbers(40, seed=1)
    every = Ngrams.learn(learnt, order, SYMBOLS).probabilities(asked)
    for place in range(len(asked)):
        context = asked[max(0, place - order) : place].tolist()
        assert every[order, place] == pytest.approx(slowly(learnt.tolist(), context, int(asked[place])))


@pytest.mark.parametrize("order", range(6))
def test_probabilities_sum_to_one_after_any_context(order: int) -> None:
    table = Ngrams.learn(random_numbers(80), order, SYMBOLS)
    for seed in range(40):
        said, kept = table.read(random_numbers(seed % 9 + 1, seed))
        assert said.sum() == pytest.approx(1)
        assert said[PADDING] == 0
        assert (said[UNKNOWN:] > 0).all()
        assert len(kept) <= order


def test_scoring_and_writing_have_the_same_probabilities() -> None:
    table, asked = Ngrams.learn(random_numbers(80), 3, SYMBOLS), random_numbers(30, seed=2)
    scored = table.probabilities(asked)[3]
    said, memory = table.read(asked[:1])
    for place in range(1, len(asked)):
        assert said[asked[place]] == pytest.approx(scored[place])
        said, memory = table.step(int(asked[place]), memory)


def test_a_shorter_table_is_what_would_have_been_learnt() -> None:
    learnt, asked = random_numbers(80), random_numbers(30, seed=2)
    cut_short, meant = Ngrams.learn(learnt, 4, SYMBOLS).shorter(2), Ngrams.learn(learnt, 2, SYMBOLS)
    assert cut_short.order == 2
    assert np.array_equal(cut_short.probabilities(asked), meant.probabilities(asked))


def test_what_always_repeats_is_foreseen_by_a_context_and_not_by_letters() -> None:
    learnt = numbers(*[A, B] * 500)
    letters, pairs = Ngrams.learn(learnt, 1, SYMBOLS).bits(learnt)
    assert letters == pytest.approx(1, abs=0.02)
    assert pairs < 0.02


def test_all_orders_are_scored_on_the_held_out_part_and_one_writes() -> None:
    parts = part(small(), passage_of())
    counting = count(parts, length=50, manner=Manner(), seed=1)
    assert [one.order for one in counting.scores] == list(range(LONGEST_ORDER + 1))
    # A text of a dozen words: letters foresee little, three of them much.
    assert counting.scores[3].bits < counting.scores[1].bits < counting.scores[0].bits
    assert len(counting.sample) == 50
    assert set(counting.sample) <= set(parts.vocabulary.symbols)
    assert counting.scores[0].perplexity == pytest.approx(2 ** counting.scores[0].bits)
