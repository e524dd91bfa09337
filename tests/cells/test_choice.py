"""Which layers train a network: never slower ones, and a sentence that says why."""

import pytest

from rnn_core.cells import CELLS, KERAS_LAYERS, choose_layers
from rnn_core.cells.choice import Choice, known_choice
from rnn_core.words import Sentence

EVERY_CELL = pytest.mark.parametrize("cell", CELLS)


@EVERY_CELL
def test_networks_of_usual_size_have_fast_layers(cell: str) -> None:
    choice = choose_layers(cell, units=125, window=60, batch_size=32)
    assert (choice.fast, choice.why.code) == (True, "fast_layers")


@EVERY_CELL
def test_a_graphics_card_works_with_keras_own_layers(cell: str) -> None:
    choice = choose_layers(cell, units=125, window=60, batch_size=32, gpu=True)
    assert (choice.fast, choice.why.code) == (False, "keras_layers_gpu")


@pytest.mark.parametrize(
    ("cell", "units", "window", "batch_size", "fast"),
    [
        ("SimpleRNN", 256, 120, 128, False),
        ("SimpleRNN", 256, 120, 32, True),
        ("SimpleRNN", 64, 120, 128, True),
        ("SimpleRNN", 256, 10, 16, False),
        ("LSTM", 125, 10, 128, False),
        ("LSTM", 16, 10, 128, True),
        ("LSTM", 256, 60, 128, False),
        ("LSTM", 64, 60, 128, True),
        ("GRU", 256, 10, 128, True),
    ],
)
def test_where_keras_is_as_quick_it_does_the_work(
    cell: str, units: int, window: int, batch_size: int, fast: bool
) -> None:
    choice = choose_layers(cell, units=units, window=window, batch_size=batch_size)
    assert choice.fast == fast
    assert choice.why.code == ("fast_layers" if fast else "keras_layers_quick")


def test_every_reason_is_a_whole_sentence() -> None:
    shapes = [{"units": units, "window": 10, "batch_size": 128} for units in (16, 256)]
    choices = [choose_layers(cell, **shape, gpu=gpu) for cell in CELLS for shape in shapes for gpu in (False, True)]
    assert {choice.why.code for choice in choices} == {"fast_layers", "keras_layers_quick", "keras_layers_gpu"}
    assert all(str(choice.why).endswith(".") for choice in (*choices, KERAS_LAYERS))


def test_a_cell_without_a_fast_way_through_time_is_keras_own() -> None:
    choice = choose_layers("ConvLSTM1D", units=16, window=10, batch_size=16)
    assert (choice.fast, choice.why.code) == (False, "keras_layers_no_loop")


@pytest.mark.parametrize("fast", [True, False])
def test_what_strangers_say_of_layers_is_said_in_our_words(fast: bool) -> None:
    found = known_choice(Choice(fast, Sentence("made_up", "Send money.")))
    assert found.fast == fast
    assert found.why.code == ("fast_layers" if fast else "keras_layers")
    assert known_choice(Choice(not fast, found.why)) == found
