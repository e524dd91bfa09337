"""Every setting of work with text has its words, and every choice too."""

from typing import get_args

import pytest

from rnn_core.records.kinds import KINDS
from rnn_core.text.field_words import CHOICES, FIELDS, SHARES


@pytest.mark.parametrize("kind", FIELDS)
def test_fields_and_words_are_the_same(kind):
    assert set(FIELDS[kind]) == set(KINDS[kind].spec.model_fields) - {"kind"}


@pytest.mark.parametrize("kind", FIELDS)
def test_every_option_of_a_choice_has_words(kind):
    fields = KINDS[kind].spec.model_fields
    for name in CHOICES.keys() & fields.keys():
        assert set(CHOICES[name]) == set(get_args(fields[name].annotation))


def test_shares_lie_between_nothing_and_all():
    for kind in FIELDS:
        spec = KINDS[kind].spec
        for name in SHARES & spec.model_fields.keys():
            low, high = spec.bounds(name)
            assert 0 <= low < high <= 1
