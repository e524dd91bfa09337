"""Training a character model: repeatable, honest about the end of the text, and at rest when told to stop."""

from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.learning import watch
from rnn_core.learning.events import BatchDone, EpochDone, StageBegan
from rnn_core.text.events import Sampled
from rnn_core.text.write import feed, training
from rnn_core.text.write import watch as write_watch
from rnn_core.text.write.bits import bits_of
from rnn_core.text.write.generating import sample
from rnn_core.text.write.network import build_network
from rnn_core.text.write.parts import part
from rnn_core.text.write.result import MOST_SAMPLES, Written, film
from rnn_core.text.write.training import SAMPLE_LENGTH, SAMPLE_MANNER, train
from tests.text.write.small import passage_of, small


@pytest.fixture(scope="module")
def events() -> list[Any]:
    return []


@pytest.fixture(scope="module")
def plain(events: list[Any]) -> Iterator[Written]:
    """A small training for every test that only looks; it fills `events`."""
    # Each word is told and no sample is due, so that the clock decides nothing.
    with (
        mock.patch.object(watch, "SECONDS_BETWEEN_BATCHES", 0.0),
        mock.patch.object(write_watch, "SECONDS_BETWEEN_SAMPLES", 1e9),
    ):
        yield train(small(), passage_of(), events.append)


def test_the_same_spec_and_text_give_the_same_numbers(plain: Written) -> None:
    again = train(small(), passage_of())
    assert again.key == plain.key
    assert [one.loss for one in again.history] == [one.loss for one in plain.history]
    assert [one.validation_loss for one in again.history] == [one.validation_loss for one in plain.history]
    assert all(np.array_equal(one, other) for one, other in zip(again.weights, plain.weights, strict=True))
    assert again.samples[-1].text == plain.samples[-1].text
    assert again.counted_sample == plain.counted_sample


def test_the_held_out_part_moves_no_weight(plain: Written) -> None:
    text = passage_of().text
    other = train(small(), passage_of(text[: -plain.held_out] + "Ω" * plain.held_out))
    assert all(np.array_equal(one, two) for one, two in zip(other.weights, plain.weights, strict=True))
    assert [one.loss for one in other.history] == [one.loss for one in plain.history]
    assert other.vocabulary == plain.vocabulary
    assert other.unknown_share == 1
    assert other.held_out_bits > plain.held_out_bits


def test_stages_epochs_and_samples_are_told(plain: Written, events: list[Any]) -> None:
    assert [one.stage for one in events if isinstance(one, StageBegan)] == ["preparing", "training", "predicting"]
    assert tuple(one for one in events if isinstance(one, EpochDone)) == plain.history
    assert len(plain.history) == 2
    assert any(isinstance(one, BatchDone) for one in events)
    told = tuple(one for one in events if isinstance(one, Sampled))
    assert told == plain.samples
    assert [one.share for one in told] == [0.5, 1.0]  # after the first epoch always, and at the end
    assert all(len(one.text) == SAMPLE_LENGTH for one in told)


def test_the_last_sample_is_by_the_network_that_is_kept(plain: Written) -> None:
    again = sample(plain.writer, plain.vocabulary, SAMPLE_LENGTH, manner=SAMPLE_MANNER, seed=plain.spec.seed)
    assert plain.samples[-1].text == again
    assert plain.samples[-1].text != plain.samples[0].text


def test_the_score_is_that_of_the_network_that_is_kept(plain: Written) -> None:
    bits = plain.writer.surprise(part(small(), passage_of()).held_out)
    assert plain.held_out_bits == pytest.approx(bits.mean(), abs=1e-5)
    assert plain.bits[-1][1] == plain.held_out_bits
    assert plain.bits[0][0] == bits_of(plain.history[0].loss)
    assert plain.perplexity == pytest.approx(2**plain.held_out_bits)


def test_the_file_is_the_network_that_is_kept(plain: Written, tmp_path: Any) -> None:
    path = tmp_path / "network.keras"
    path.write_bytes(plain.model_file)
    network = keras.saving.load_model(path)
    assert all(type(layer).__module__.startswith("keras.") for layer in network.layers)
    assert all(np.array_equal(one, two) for one, two in zip(network.get_weights(), plain.weights, strict=True))


def test_what_is_kept_says_all_but_the_text(plain: Written) -> None:
    passage = passage_of()
    facts = plain.passage
    assert (facts.name, facts.origin, facts.language) == (passage.name, passage.origin, passage.language)
    assert (facts.characters, facts.fingerprint) == (len(passage.text), passage.fingerprint)
    assert plain.learnt + plain.held_out <= facts.characters
    assert plain.parameters == sum(one.size for one in plain.weights)
    assert plain.nbytes > len(plain.model_file) + 4 * plain.parameters
    assert passage.text[:40] not in repr(plain)
    assert not plain.lost
    assert not plain.stopped


@pytest.mark.parametrize(("cell", "layers"), [(cell, 2 if cell == "LSTM" else 1) for cell in CELLS])
def test_every_cell_learns(cell: str, layers: int) -> None:
    learnt = train(small(cell=cell, layers=layers, units=16, epochs=6, learning_rate=0.02), passage_of())
    assert learnt.held_out_bits < learnt.baselines[0].bits
    assert learnt.writer.cell == cell


def test_a_stop_at_once_still_gives_a_network_and_its_score() -> None:
    told: list[Any] = []
    with mock.patch.object(watch, "SECONDS_BETWEEN_BATCHES", 0.0):
        stopped = train(small(epochs=50), passage_of(), told.append, should_stop=lambda: True)
    assert stopped.stopped
    assert stopped.history == ()
    assert stopped.bits == ()
    bits = stopped.writer.surprise(part(small(), passage_of()).held_out)
    assert stopped.held_out_bits == pytest.approx(bits.mean(), abs=1e-5)
    assert len(stopped.samples) == 1
    assert len(stopped.baselines) == 6


def test_a_stop_within_an_epoch_scores_the_weights_of_that_moment() -> None:
    done: list[Any] = []

    def epochs_done() -> bool:
        return sum(isinstance(one, BatchDone) and one.epoch == 2 for one in done) >= 2

    with mock.patch.object(watch, "SECONDS_BETWEEN_BATCHES", 0.0):
        stopped = train(small(epochs=50), passage_of(), done.append, should_stop=epochs_done)
    assert stopped.stopped
    assert len(stopped.history) == 1
    bits = stopped.writer.surprise(part(small(), passage_of()).held_out)
    assert stopped.held_out_bits == pytest.approx(bits.mean(), abs=1e-5)
    assert stopped.held_out_loss != stopped.history[-1].validation_loss


def test_a_training_that_is_lost_ends_early_and_still_gives_a_result() -> None:
    def spoilt(spec: Any, symbols: int, *, fast: bool = False) -> keras.Model:
        network = build_network(spec, symbols, fast=fast)
        network.set_weights([one * np.nan for one in network.get_weights()])
        return network

    with mock.patch("rnn_core.text.write.learner.build_network", spoilt):
        lost = train(small(epochs=5), passage_of())
    assert len(lost.history) == 1
    assert lost.lost
    assert lost.samples == ()
    assert np.isnan(lost.held_out_bits)
    assert np.isnan(lost.perplexity)
    assert not lost.stopped


def test_samples_come_as_the_clock_allows() -> None:
    with (
        mock.patch.object(watch, "SECONDS_BETWEEN_BATCHES", 0.0),
        mock.patch.object(write_watch, "SECONDS_BETWEEN_SAMPLES", 0.0),
        mock.patch.object(watch, "LARGEST_SHARE", 1.0),
        mock.patch.object(training, "SAMPLE_LENGTH", 5),
    ):
        written = train(small(epochs=3), passage_of())
    assert 3 < len(written.samples) <= MOST_SAMPLES
    shares = [one.share for one in written.samples]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_film_keeps_first_and_last_and_more_of_the_beginning() -> None:
    samples = [Sampled(str(n), n / 1000, float(n)) for n in range(1000)]
    kept = film(samples)
    assert len(kept) <= MOST_SAMPLES
    assert (kept[0], kept[-1]) == (samples[0], samples[-1])
    assert kept[len(kept) // 2].share < 0.1
    assert film(samples[:7]) == tuple(samples[:7])
    assert film([]) == ()


def test_the_time_told_is_that_of_the_training_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scoring and counting do not count: here they would take a thousand hours."""
    clock = [5.0]

    def later(do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            clock[0] += 1e6
            return do(*given, **named)

        return done

    monkeypatch.setattr(watch.Watch, "seconds", property(lambda _: clock[0]))
    for name in ("count", "_held_out_loss"):
        monkeypatch.setattr(training, name, later(getattr(training, name)))
    assert train(small(epochs=1), passage_of()).seconds == 5.0
    assert clock[0] > 2e6


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_the_score_is_the_same_however_many_pieces_are_scored_at_once(at_once: int) -> None:
    with (
        mock.patch.object(watch, "SECONDS_BETWEEN_BATCHES", 0.0),
        mock.patch.object(training, "_SCORED_AT_ONCE", at_once),
        mock.patch.object(feed, "_HELD_OUT_PIECE", 20),
    ):
        stopped = train(small(), passage_of(), should_stop=lambda: True)
    assert stopped.held_out > 5 * 20
    bits = stopped.writer.surprise(part(small(), passage_of()).held_out)
    assert stopped.held_out_bits == pytest.approx(bits.mean(), abs=1e-5)


def test_a_text_too_short_is_refused_before_anything_is_built() -> None:
    with pytest.raises(SpecError, match="This one has 3"):
        train(small(), passage_of("abc"))
