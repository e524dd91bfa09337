"""A spec of sentiment refuses what cannot work, and its key names all that decides a training."""

import json
from dataclasses import replace

import pytest

from rnn_core.errors import SpecError
from rnn_core.text.sentiment import SentimentSpec
from tests.text.sentiment.reviews import reviews

SPEC = SentimentSpec()
OTHER = {
    "kind": None,
    "cell": "GRU",
    "bidirectional": True,
    "attention": True,
    "by": "characters",
}


@pytest.mark.parametrize("name", [name for name in SentimentSpec.model_fields if name != "kind"])
def test_every_setting_is_part_of_the_key(name: str) -> None:
    value = OTHER[name] if name in OTHER else SentimentSpec.bounds(name)[0]
    if value == SPEC.default(name):
        value = SentimentSpec.bounds(name)[1]
    changed = SPEC.change(**{name: value})
    assert changed.key(reviews(10)) != SPEC.key(reviews(10))


def test_the_key_tells_other_texts_and_languages_apart_but_not_other_names() -> None:
    ours = reviews(10)
    keys = [SPEC.key(one) for one in (ours, replace(ours, name="Else"), replace(ours, language="zh"), reviews(11))]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


@pytest.mark.parametrize("name", [name for name in SentimentSpec.model_fields if name not in OTHER])
def test_defaults_lie_within_their_bounds(name: str) -> None:
    low, high = SentimentSpec.bounds(name)
    assert low <= SentimentSpec.default(name) <= high


def test_a_fifth_at_least_is_left_to_learn_from() -> None:
    assert SPEC.change(test_share=0.5, validation_share=0.3)
    with pytest.raises(SpecError, match=r"At least 20.% of the texts") as refused:
        SPEC.change(test_share=0.5, validation_share=0.35)
    assert refused.value.code == "shares_leave_too_little"


def test_early_stopping_needs_patience_and_texts_that_are_kept_back() -> None:
    specs = (SPEC, SPEC.change(patience=0), SPEC.change(validation_share=0.0))
    assert [one.stops_early for one in specs] == [True, False, False]


def test_a_spec_survives_json() -> None:
    assert SentimentSpec.make(**json.loads(SPEC.model_dump_json())) == SPEC
