"""RewriteSpec, letters by number, and the weights that follow from a spec."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import RecordError, SpecError
from rnn_core.text.rewrite import RewriteSpec
from rnn_core.text.rewrite.signs import Signs
from rnn_core.text.rewrite.weights import by_layer, parameters, shapes


def test_the_key_follows_every_setting() -> None:
    spec = RewriteSpec()
    others = [
        spec.change(cell="LSTM"),
        spec.change(task="add"),
        spec.change(attention=False),
        spec.change(teacher_forcing=0.5),
        spec.change(seed=2),
    ]
    assert len({spec.key(), *(one.key() for one in others)}) == 1 + len(others)
    assert spec.key() == RewriteSpec().key()


def test_the_length_of_strings_is_in_the_key_only_where_it_does_anything() -> None:
    reversing, adding = RewriteSpec(task="reverse"), RewriteSpec(task="add")
    assert reversing.key() != reversing.change(longest=20).key()
    assert adding.key() == adding.change(longest=20).key()
    assert reversing.exam != reversing.change(longest=20).exam
    assert adding.exam == adding.change(longest=20, seed=3, cell="LSTM").exam != reversing.exam


def test_an_unknown_task_is_refused_with_those_there_are() -> None:
    with pytest.raises(SpecError, match="date, reverse, add") as refused:
        RewriteSpec.make(task="translate")
    assert refused.value.code == "unknown_task"


@pytest.mark.parametrize("name", ["longest", "units", "embedding", "teacher_forcing", "epochs", "batch_size", "seed"])
def test_bounds_hold(name: str) -> None:
    low, high = RewriteSpec.bounds(name)
    assert low <= RewriteSpec.default(name) <= high
    with pytest.raises(SpecError):
        RewriteSpec.make(**{name: high + 1})


def test_a_letter_that_was_never_learnt_is_refused() -> None:
    with pytest.raises(SpecError, match="“c”"):
        Signs("ab").encode(["abc"])


def test_letters_and_numbers_go_both_ways() -> None:
    signs = Signs("xyz")
    assert [signs.decode(row) for row in signs.encode(["zyx", "", "x"]).tolist()] == ["zyx", "", "x"]


@pytest.mark.parametrize("cell", CELLS)
def test_the_weights_are_counted_as_the_cells_count_them(cell: str) -> None:
    spec = RewriteSpec(cell=cell, task="add", units=5, embedding=3, attention=False)
    states = 2 if cell == "LSTM" else 1
    cells = 3 * CELLS[cell].parameters(3, 5)
    dense = states * (10 * 5 + 5) + (5 * 5 + 5) + (5 * 11 + 11)
    assert parameters(spec) == 12 * 3 + 11 * 3 + cells + dense


def test_attention_adds_its_own_weights() -> None:
    plain, with_it = (RewriteSpec(units=5, attention=attention) for attention in (False, True))
    own = (5 * 5 + 5) + (10 * 5 + 5) + 5
    assert parameters(with_it) - parameters(plain) == own + 10 * 5  # and the context on its way into the tanh layer


def test_weights_of_another_network_or_without_numbers_are_refused() -> None:
    spec = RewriteSpec(units=3, embedding=2)
    weights = [np.zeros(shape, np.float32) for layer in shapes(spec).values() for shape in layer]
    assert list(by_layer(spec, weights)) == list(shapes(spec))
    with pytest.raises(RecordError) as refused:
        by_layer(spec.change(units=4), weights)
    assert refused.value.code == "other_rewriting_weights"
    weights[3][:] = np.nan
    with pytest.raises(RecordError) as refused:
        by_layer(spec, weights)
    assert refused.value.code == "lost_rewriting_weights"
