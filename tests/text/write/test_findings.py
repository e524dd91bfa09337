"""What is said of character models: the best one, and whether it knows more than counting does."""

from dataclasses import replace

import numpy as np
import pytest

from rnn_core.text.write.findings import findings
from rnn_core.text.write.spec import WriteSpec
from tests.made_up_texts import made_up_written
from tests.text.write.small import passage_of, text_of

PASSAGE = passage_of(text_of(200))


def written(cell="GRU", bits=1.5):
    return made_up_written(WriteSpec.make(cell=cell, units=4, embedding=2), PASSAGE, bits)


def test_the_best_is_named_with_its_bits_and_what_they_mean():
    best, _ = findings([written("LSTM", 1.7), written("GRU", 1.5)])
    assert str(best).startswith("GRU needs 1.50 bits")
    assert "2.83 equally likely" in str(best)  # 2 to the power of 1.5


# The best table of counts needs 2 bits, with a context of 3 characters.
@pytest.mark.parametrize(
    ("bits", "code"),
    [
        (1.5, "ahead_of_counting"),
        (1.97, "ahead_of_counting"),
        (1.99, "as_good_as_counting"),
        (2.01, "as_good_as_counting"),
        (2.5, "behind_counting"),
    ],
)
def test_it_is_held_to_the_best_counting_and_a_hair_is_no_lead(bits, code):
    _, against = findings([written(bits=bits)])
    assert against.code == code
    assert "3 characters" in str(against)


def test_who_lost_its_numbers_or_learnt_nothing_is_not_judged():
    lost = replace(written(bits=1.0), weights=(np.full((2, 2), np.nan, np.float32),))
    unlearnt = replace(written(bits=1.0), history=())
    (nobody,) = findings([lost, unlearnt])
    assert nobody.code == "wrote_nothing"
    best, _ = findings([lost, unlearnt, written("LSTM", 1.9)])
    assert best.values["cell"] == "LSTM"
