"""What can be sent through the cells, and the weights that are ready for it: they do what their names say."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.lessons.cell import SEQUENCES, STATES, WEIGHTS, block_of, moments, read_sequence, told, walk, with_block


def after(preset, cell, sequence="pulse"):
    values = np.array(SEQUENCES[sequence].values)[:, None]
    first = [np.zeros(2)] * len(STATES[cell])
    return walk(cell, values, first, WEIGHTS[preset].make(cell, 1, 1.0))


@pytest.mark.parametrize("sequence", SEQUENCES)
@pytest.mark.parametrize("preset", WEIGHTS)
@pytest.mark.parametrize("cell", CELLS)
def test_everything_can_go_through_everything(preset, cell, sequence):
    found = after(preset, cell, sequence)
    assert all(np.isfinite(values).all() for values in found.after.values())
    for slow in (True, False):
        assert all(told([found], moment) for moment in moments(found.steps, slow=slow))


@pytest.mark.parametrize("cell", ["LSTM", "GRU"])
def test_who_remembers_still_knows_the_pulse_at_the_end(cell):
    states = after("remembers", cell).after["h"][:, 0]
    assert states[-1] > 0.9 * states[0] > 0.5


def test_a_simple_rnn_has_no_gate_to_remember_with():
    states = after("remembers", "SimpleRNN").after["h"][:, 0]
    assert states[-1] < 0.5 * states[0]


@pytest.mark.parametrize("cell", CELLS)
def test_who_forgets_knows_nothing_after_one_step(cell):
    states = np.abs(after("forgets", cell).after["h"][:, 0])
    assert states[1:].max() < 0.02 * states[0]


@pytest.mark.parametrize("cell", CELLS)
def test_chance_is_the_same_for_the_same_seed(cell):
    one, same, other = (WEIGHTS["random"].make(cell, seed, 1.0) for seed in (3, 3, 4))
    assert all((a == b).all() for a, b in zip(one, same, strict=True))
    assert (one[0] != other[0]).any()


def test_the_weights_of_one_gate_can_be_changed_alone():
    weights = WEIGHTS["example"].make("GRU", 0, 1.0)
    block = tuple(one + 1 for one in block_of("GRU", weights, "r"))
    changed = with_block("GRU", weights, "r", block)
    for letter in "zn":
        for before, now in zip(block_of("GRU", weights, letter), block_of("GRU", changed, letter), strict=True):
            np.testing.assert_array_equal(before, now)
    np.testing.assert_array_equal(block_of("GRU", changed, "r")[1], block[1])


@pytest.mark.parametrize("text", ["1, 2, 3", "1 2 3", "1；2".replace("；", ";") + ", 3", "1，2，3"])
def test_typed_numbers_may_stand_apart_in_several_ways(text):
    assert read_sequence(text) == (1.0, 2.0, 3.0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "sequence_length"),
        ("1 " * 25, "sequence_length"),
        ("1, x", "sequence_number"),
        ("1e9", "sequence_number"),
        ("nan", "sequence_number"),
        ("inf", "sequence_number"),
    ],
)
def test_what_is_no_sequence_is_refused_in_a_sentence(text, code):
    with pytest.raises(SpecError) as refusal:
        read_sequence(text)
    assert refusal.value.sentence.code == code
