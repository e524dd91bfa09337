"""The network in NumPy says what the Keras networks say; padding changes nothing; a beam of one is greedy."""

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.text.rewrite import Rewriter, RewriteSpec, answer, answers
from rnn_core.text.rewrite.decoding import greedy, most_letters
from rnn_core.text.rewrite.falling import Falling
from rnn_core.text.rewrite.network import build_learning, build_own, take_weights, weights_of
from rnn_core.text.rewrite.signs import lengths
from rnn_core.text.rewrite.weights import parameters

QUESTIONS = ("47+385", "8+5", "999+1", "12+12")
WRITTEN = ("432", "13", "1000", "24")


def spec_of(cell: str, *, attention: bool) -> RewriteSpec:
    return RewriteSpec(cell=cell, task="add", attention=attention, units=7, embedding=5, batch_size=4)


def networks(spec: RewriteSpec, *, fast: bool = True) -> tuple[Any, Any]:
    """The learning network, and Keras' own with the same weights, all of them far from where they begin."""
    with seeded(3):
        learning, own = build_learning(spec, Falling(), fast=fast), build_own(spec)
    rng = np.random.default_rng(5)
    learning.set_weights([rng.normal(0, 0.7, one.shape).astype(np.float32) for one in learning.get_weights()])
    take_weights(own, learning)
    return learning, own


def said_by_keras(spec: RewriteSpec, learning: Any, own: Any) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of each next letter of WRITTEN, from both networks."""
    questions, before = spec.reads.encode(QUESTIONS), spec.writes.encode(WRITTEN)
    before = np.concatenate([np.zeros((len(before), 1), np.int32), before], axis=1)
    logits = learning([questions, lengths(QUESTIONS), before])
    return keras.ops.convert_to_numpy(keras.ops.softmax(logits)), keras.ops.convert_to_numpy(own([questions, before]))


def said_by_numpy(spec: RewriteSpec, rewriter: Rewriter, questions: tuple[str, ...]) -> np.ndarray:
    encoded = rewriter.encode(questions)
    letters = spec.writes.encode(WRITTEN)
    states, before, found = encoded.begin, np.zeros(len(questions), np.int32), []
    for place in range(letters.shape[1] + 1):
        step = rewriter.step(encoded, states, before)
        found.append(np.exp(step.log_probabilities))
        states, before = step.states, letters[:, min(place, letters.shape[1] - 1)]
    return np.stack(found, axis=1)


@pytest.mark.parametrize("attention", [True, False])
@pytest.mark.parametrize("cell", CELLS)
def test_numpy_and_both_keras_networks_say_the_same(cell: str, attention: bool) -> None:
    spec = spec_of(cell, attention=attention)
    learning, own = networks(spec)
    fast, slow = said_by_keras(spec, learning, own)
    found = said_by_numpy(spec, Rewriter(spec, weights_of(learning)), QUESTIONS)
    # Beyond the end of an answer the padding of what was written is read, which nobody asks about.
    for row, written in enumerate(WRITTEN):
        steps = slice(0, len(written) + 1)
        np.testing.assert_allclose(found[row, steps], slow[row, steps], atol=1e-5)
        np.testing.assert_allclose(fast[row, steps], slow[row, steps], atol=1e-5)
    assert sum(one.size for one in weights_of(own)) == parameters(spec) == own.count_params()


def test_layers_of_keras_can_learn_in_the_place_of_the_fast_ones() -> None:
    spec = spec_of("GRU", attention=True)
    fast, slow = said_by_keras(spec, *networks(spec, fast=False))
    np.testing.assert_allclose(fast, slow, atol=1e-5)


@pytest.mark.parametrize("attention", [True, False])
@pytest.mark.parametrize("cell", CELLS)
def test_a_question_among_longer_ones_is_answered_as_alone(cell: str, attention: bool) -> None:
    spec = spec_of(cell, attention=attention)
    learning, own = networks(spec)
    rewriter = Rewriter(spec, weights_of(learning))
    together = rewriter.encode(QUESTIONS)
    for row, question in enumerate(QUESTIONS):
        alone = rewriter.encode([question])
        for one, other in zip(alone.begin, together.begin, strict=True):
            np.testing.assert_allclose(one[0], other[row], atol=1e-6)
        np.testing.assert_allclose(alone.states[0], together.states[row, : len(question)], atol=1e-6)
    before = np.zeros((1, 1), np.int32)
    short, long = spec.reads.encode(["8+5"]), np.zeros((1, 7), np.int32)
    long[0, :3] = short[0]
    for network, more in ((learning, [lengths(["8+5"])]), (own, [])):
        bare, padded = (keras.ops.convert_to_numpy(network([one, *more, before])) for one in (short, long))
        np.testing.assert_allclose(bare, padded, atol=1e-6)


def test_attention_looks_at_real_letters_alone_and_its_shares_sum_to_one() -> None:
    spec = spec_of("LSTM", attention=True)
    rewriter = Rewriter(spec, weights_of(networks(spec)[0]))
    encoded = rewriter.encode(QUESTIONS)
    shares = rewriter.step(encoded, encoded.begin, np.zeros(4, np.int32)).shares
    np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-5)
    for row, question in zip(shares, QUESTIONS, strict=True):
        assert (row[: len(question)] > 0).all()
        assert (row[len(question) :] == 0).all()


def test_a_beam_of_one_is_greedy_and_a_wider_one_lists_its_answers_by_likelihood() -> None:
    spec = spec_of("GRU", attention=True)
    rewriter = Rewriter(spec, weights_of(networks(spec)[0]))
    assert [answer(rewriter, one).text for one in QUESTIONS] == greedy(rewriter, QUESTIONS)
    found = answers(rewriter, "47+385", width=4)
    assert [one.log_probability for one in found] == sorted((one.log_probability for one in found), reverse=True)
    assert len({one.text for one in found}) == len(found)


def test_an_answer_tells_how_sure_each_letter_was_and_where_it_looked() -> None:
    spec = spec_of("GRU", attention=True)
    rewriter = Rewriter(spec, weights_of(networks(spec)[0]))
    for found in answers(rewriter, "47+385", width=3):
        assert found.chances.shape == (len(found.text),)
        assert found.attention is not None
        assert found.attention.shape == (len(found.text), len("47+385"))
        # What is missing is the probability of the end, or nothing where the answer was cut off.
        assert found.log_probability <= np.log(found.chances).sum() + 1e-4
        assert len(found.text) <= most_letters(spec)


def test_without_attention_there_is_no_map() -> None:
    spec = spec_of("SimpleRNN", attention=False)
    assert answer(Rewriter(spec, weights_of(networks(spec)[0])), "8+5").attention is None


def test_a_network_that_never_ends_is_cut_off() -> None:
    spec = spec_of("SimpleRNN", attention=False)
    weights = weights_of(networks(spec)[0])
    weights[-1][0] = -1e3
    found = answer(Rewriter(spec, weights), "8+5", width=2)
    assert not found.ended
    assert len(found.text) == most_letters(spec) == len(greedy(Rewriter(spec, weights), ["8+5"])[0])


def test_letters_that_no_question_has_are_refused() -> None:
    spec = spec_of("GRU", attention=True)
    with pytest.raises(SpecError, match="“x”"):
        Rewriter(spec, weights_of(networks(spec)[0])).encode(["4x7"])


@pytest.mark.parametrize("cell", CELLS)
def test_the_file_of_a_network_opens_with_keras_alone_and_says_the_same(cell: str, tmp_path: Path) -> None:
    spec = spec_of(cell, attention=True)
    own = networks(spec)[1]
    path = tmp_path / "network.keras"
    path.write_bytes(model_file(own))
    asked = {"questions": spec.reads.encode(QUESTIONS), "letters_before": np.zeros((4, 1), np.int32)}
    opened = keras.saving.load_model(path)
    np.testing.assert_allclose(opened(list(asked.values())), own(list(asked.values())), atol=1e-6)
    assert b"rnn_core" not in model_file(own)
