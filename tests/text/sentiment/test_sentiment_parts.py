"""Every text has one side, texts that read the same have the same one, and every class is on all sides."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnn_core.errors import SpecError
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.sentiment.numbered import lengths_of, numbered
from rnn_core.text.sentiment.parts import FEWEST_OF_A_CLASS, FEWEST_TEXTS, MOST_CLASSES, require_learnable, split
from tests.text.sentiment.reviews import examples, reviews

SPEC = SentimentSpec()


def different(counts: dict[str, int]) -> tuple[list[str], list[str]]:
    """So many different texts of each label."""
    labels = [label for label, count in counts.items() for _ in range(count)]
    return [f"text number {place}" for place in range(len(labels))], labels


@given(
    st.lists(st.integers(FEWEST_OF_A_CLASS, 60), min_size=2, max_size=4).filter(lambda one: sum(one) >= FEWEST_TEXTS),
    st.sampled_from([(0.2, 0.1), (0.5, 0.3), (0.05, 0.0), (0.4, 0.4)]),
    st.integers(0, 9_999),
)
def test_each_text_is_on_one_side_and_each_class_on_all(
    counts: list[int], shares: tuple[float, float], seed: int
) -> None:
    texts, labels = different({str(place): count for place, count in enumerate(counts)})
    spec = SPEC.change(test_share=shares[0], validation_share=shares[1], split_seed=seed)
    parts = split(spec, examples(texts, labels))
    every = np.concatenate([parts.learning, parts.validation, parts.test])
    assert sorted(every.tolist()) == list(range(len(texts)))
    assert min(*parts.counts(parts.learning), *parts.counts(parts.test)) >= 1
    assert min(parts.counts(parts.validation)) >= (1 if shares[1] else 0)


def test_parts_have_the_shares_that_were_asked_for_in_every_class() -> None:
    parts = split(SPEC, examples(*different({"a": 100, "b": 50})))
    assert [parts.counts(rows) for rows in (parts.learning, parts.validation, parts.test)] == [
        (70, 35),
        (10, 5),
        (20, 10),
    ]


def test_texts_that_read_the_same_are_never_on_two_sides() -> None:
    texts, labels = different({"a": 30, "b": 30})
    # The same again, written otherwise, and some with another label.
    texts, labels = [*texts, *(f"  {text.upper()} " for text in texts)], [*labels, *labels[:45], *["a"] * 15]
    parts = split(SPEC, examples(texts, labels))
    sides = [{parts.tokens[row] for row in rows} for rows in (parts.learning, parts.validation, parts.test)]
    assert sum(map(len, sides)) == len(set.union(*sides)) == 60
    assert len(parts.learning) + len(parts.validation) + len(parts.test) == 120


def test_texts_whose_read_beginning_is_the_same_are_never_on_two_sides() -> None:
    texts, labels = different({"a": 30, "b": 30})
    parts = split(SPEC.change(longest=3), examples([*texts, *(f"{one} and more" for one in texts)], labels * 2))
    assert parts.shortened == 60
    assert all((row + 60 in parts.test) == (row in parts.test) for row in range(60))


def test_texts_without_a_word_are_in_no_part() -> None:
    texts, labels = different({"a": 30, "b": 30})
    parts = split(SPEC, examples([*texts, " ", "\t"], [*labels, "a", "b"]))
    assert parts.empty == 2
    assert not {60, 61} & {*parts.learning.tolist(), *parts.validation.tolist(), *parts.test.tolist()}


def test_the_split_seed_decides_and_nothing_else_does() -> None:
    made = reviews(60)
    tested = [
        split(SPEC.change(**one), made).test.tolist() for one in ({}, {"seed": 7}, {"units": 3}, {"split_seed": 2})
    ]
    assert tested[0] == tested[1] == tested[2] != tested[3]


@pytest.mark.parametrize(
    ("counts", "code", "said"),
    [
        ({"a": 40}, "too_few_labels", "We got 1."),
        ({str(place): 5 for place in range(MOST_CLASSES + 1)}, "too_many_labels", "We got 21"),
        ({"a": 40, "b": 4}, "too_few_of_a_label", "The label b has 4."),
        ({"a": 40, "b" * 50: 4}, "too_few_of_a_label", f"The label {'b' * 29}… has 4."),
        ({"a": 15, "b": 14}, "too_few_texts", "We got 29."),
    ],
)
def test_too_little_to_learn_from_is_refused(counts: dict[str, int], code: str, said: str) -> None:
    with pytest.raises(SpecError) as refused:
        split(SPEC, examples(*different(counts)))
    assert refused.value.code == code
    assert said in str(refused.value)


@given(st.integers(1, 120), st.integers(1, 3), st.sampled_from([1, 9]), st.integers(0, 9_999))
def test_whether_texts_can_be_learnt_is_known_before_they_are_split(
    count: int, labels: int, longest: int, seed: int
) -> None:
    drawn = np.random.default_rng(seed)
    # Of the first words alone there are too few.
    texts = [f"{place % 20} ends {place}" if place else " " for place in drawn.integers(0, 60, count)]
    made = examples(texts, drawn.choice([*"abc"[:labels]], count).tolist())
    expected = refusal(lambda: split(SPEC.change(longest=longest), made))
    assert refusal(lambda: require_learnable("words", longest, made)) == expected


def refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except SpecError as error:
        return str(error)
    return ""


def test_the_same_text_again_and_again_does_not_count_as_many() -> None:
    texts, labels = different({"a": 40})
    with pytest.raises(SpecError, match="The label b has 1"):
        split(SPEC, examples([*texts, *["the same"] * 20], [*labels, *["b"] * 20]))


def test_the_vocabulary_is_that_of_the_texts_that_are_learnt_from() -> None:
    texts, labels = different({"a": 40, "b": 40})
    parts = split(SPEC, examples(texts, labels))
    learnt = Counter(token for row in parts.learning for token in parts.tokens[row])
    found = numbered(SPEC, parts)
    assert set(found.vocabulary.symbols) == {one for one, count in learnt.items() if count > 1} == {"text", "number"}
    assert found.unknown == pytest.approx(1 / 3)


def test_padding_stands_at_the_end_and_counts_for_nothing() -> None:
    parts = split(SPEC, reviews(60))
    found = numbered(SPEC, parts)
    assert lengths_of(found.numbers).tolist() == [len(one) for one in parts.tokens]
    for row, tokens in zip(found.numbers, parts.tokens, strict=True):
        assert (row[: len(tokens)] > 0).all()
        assert (row[len(tokens) :] == 0).all()
