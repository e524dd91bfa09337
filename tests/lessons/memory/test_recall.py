"""The memory task: what is shown and asked, where the cells begin, and who learns it."""

import numpy as np
import pytest
from pydantic import ValidationError

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.lessons.memory.recall import Learner, train
from rnn_core.lessons.memory.recall_spec import STARTS, STEPS_A_ROUND, RecallSpec
from rnn_core.lessons.memory.recall_start import start_weights
from rnn_core.lessons.memory.recall_task import ASK, CHANCE, CUE, LOUDNESS, NOISE_CHANNELS, REMEMBER, draw

RNG = np.random.default_rng(0)


def test_a_sequence_is_the_symbol_then_noise_and_then_the_question():
    drawn = draw(np.random.default_rng(3), 400, 10)
    assert drawn.inputs.shape == (400, 12, NOISE_CHANNELS + 1)
    assert (drawn.inputs[:, 0, 0] == 2 * drawn.symbols[:, 0] - 1).all()
    assert (drawn.inputs[:, 0, CUE] == REMEMBER).all()
    assert (drawn.inputs[:, -1, CUE] == ASK).all()
    assert not drawn.inputs[:, [0, -1], 1:CUE].any()
    assert not drawn.inputs[:, -1, 0].any()
    noise = drawn.inputs[:, 1:-1, :NOISE_CHANNELS]
    assert noise.std() == pytest.approx(LOUDNESS, rel=0.02)
    assert np.corrcoef(drawn.symbols[:, 0], noise[:, 0, 0])[0, 1] == pytest.approx(0, abs=0.15)
    assert drawn.symbols.mean() == pytest.approx(CHANCE, abs=0.1)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("cell", CELLS)
def test_each_cell_begins_with_as_many_weights_as_it_has(cell, start):
    kernel, recurrent, bias, *_ = start_weights(RecallSpec(cell=cell, start=start), np.random.default_rng(1))
    assert kernel.size + recurrent.size + bias.size == CELLS[cell].parameters(NOISE_CHANNELS + 1, 32)
    np.testing.assert_allclose(recurrent @ recurrent.T, np.eye(32), atol=1e-5)


def test_the_usual_start_is_that_of_keras():
    _, _, bias, *_ = start_weights(RecallSpec(cell="LSTM", start="usual"), np.random.default_rng(1))
    assert bias.reshape(4, 32).mean(axis=1).tolist() == [0, 1, 0, 0]
    _, _, bias, *_ = start_weights(RecallSpec(cell="GRU", start="usual"), np.random.default_rng(1))
    assert not bias.any()


def test_with_the_long_start_gates_keep_for_as_long_as_is_asked_and_the_simple_rnn_hands_on_what_it_has():
    _, _, bias, *_ = start_weights(RecallSpec(cell="LSTM", distance=40), np.random.default_rng(1))
    closed, kept, *others = bias.reshape(4, 32)
    assert 0 < kept.min() < 1 < kept.max() < np.log(41)
    assert (closed == -kept).all()
    assert not np.any(others)
    _, _, bias, *_ = start_weights(RecallSpec(cell="GRU", distance=40), np.random.default_rng(1))
    assert (bias[0, :32] > 0).all()
    assert not bias[1].any()
    _, recurrent, *_ = start_weights(RecallSpec(cell="SimpleRNN"), np.random.default_rng(1))
    assert (recurrent == np.eye(32)).all()


@pytest.mark.parametrize("cell", CELLS)
def test_gradients_are_the_slopes_of_the_loss(cell):
    spec = RecallSpec(cell=cell, units=3)
    weights = tuple(one.astype(float) + 0.1 for one in start_weights(spec, np.random.default_rng(1)))
    drawn = draw(np.random.default_rng(2), 6, 4)
    learner = Learner(spec, weights)
    passed = learner._pass(drawn)
    gradients = learner._gradients(passed, learner._answer(passed), drawn)
    for weight, gradient in zip(weights, gradients, strict=True):
        place = tuple(RNG.integers(0, size) for size in weight.shape)
        slope = (
            loss_at(spec, weights, weight, place, 1e-3, drawn) - loss_at(spec, weights, weight, place, -1e-3, drawn)
        ) / 2e-3
        # The way through the cell is in single precision here.
        assert gradient[place] == pytest.approx(slope, abs=2e-3)


def loss_at(spec, weights, weight, place, move, drawn):
    weight[place] += move
    learner = Learner(spec, weights)
    answers = learner._answer(learner._pass(drawn)).astype(float)
    weight[place] -= move
    return np.logaddexp(0, -(2 * drawn.symbols - 1) * answers).mean()


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_learns_to_remember_for_a_moment(cell):
    found = train(RecallSpec(cell=cell, distance=2))
    assert found.accuracy > 0.95
    assert found.solved
    assert found.steps < RecallSpec().most_steps
    assert [done.epoch for done in found.history] == list(range(1, len(found.history) + 1))


@pytest.mark.parametrize("cell", CELLS)
def test_after_forty_steps_the_gated_cells_still_know_and_the_simple_rnn_guesses(cell):
    found = train(RecallSpec(cell=cell, distance=40))
    if cell == "SimpleRNN":
        assert abs(found.accuracy - CHANCE) < 0.1
        assert found.steps == RecallSpec().most_steps
    else:
        assert found.accuracy > 0.95
        assert found.solved


def test_with_the_usual_start_even_the_gated_cells_do_not_begin_to_learn():
    found = train(RecallSpec(cell="GRU", distance=40, start="usual", epochs=20))
    assert abs(found.accuracy - CHANCE) < 0.1


def test_the_same_spec_gives_the_same_numbers_and_another_seed_others():
    spec = RecallSpec(cell="GRU", distance=3, epochs=2)
    once, again, other = (train(one) for one in (spec, spec, spec.model_copy(update={"seed": 2})))
    assert [done.loss for done in once.history] == [done.loss for done in again.history]
    assert [done.loss for done in once.history] != [done.loss for done in other.history]


def test_it_tells_of_each_round_and_stops_when_it_is_told_to():
    told = []
    found = train(RecallSpec(epochs=50), told.append, should_stop=lambda: len(told) == 3)
    assert found.stopped
    assert not found.solved
    assert list(found.history) == told
    assert (found.steps, told[-1].steps) == (3 * STEPS_A_ROUND, 3 * STEPS_A_ROUND)


def test_what_lies_outside_its_bounds_is_refused():
    assert RecallSpec.bounds("distance") == (2, 60)
    for fields in ({"distance": 1}, {"distance": 61}, {"seed": -1}, {"start": "late"}, {"units": 0}, {"other": 1}):
        with pytest.raises(ValidationError):
            RecallSpec(**fields)
    with pytest.raises(SpecError, match="no cell called Elman"):
        RecallSpec(cell="Elman")


def test_the_key_tells_specs_apart():
    keys = {RecallSpec().key, RecallSpec(seed=2).key, RecallSpec(cell="GRU").key, RecallSpec(start="usual").key}
    assert len(keys) == 4
    assert RecallSpec().key == RecallSpec(distance=40).key
