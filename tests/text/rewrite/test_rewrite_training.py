"""Training: the same numbers again, stages and samples in their order, a stop that is heeded, a test that is honest."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from rnn_core.errors import RecordError
from rnn_core.learning import watch
from rnn_core.learning.events import EpochDone, StageBegan
from rnn_core.text.events import Sampled
from rnn_core.text.rewrite import RewriteSpec, Rewritten, answer, train
from rnn_core.text.rewrite import questions as asking
from rnn_core.text.rewrite.alignment import mirrored_share
from rnn_core.text.rewrite.decoding import greedy
from rnn_core.text.rewrite.examining import examine, usual_text
from rnn_core.text.rewrite.learners import learner_for
from rnn_core.text.rewrite.questions import for_following, for_test
from rnn_core.text.rewrite.reversing import BEYOND

TINY = RewriteSpec(task="add", units=8, embedding=4, batch_size=8, epochs=2, learning_rate=0.01)


@pytest.fixture(autouse=True)
def _short_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "TESTS", 20)
    monkeypatch.setattr(asking, "TESTS_A_LENGTH", 5)
    monkeypatch.setattr(asking, "FOLLOWED", 10)


def trained(spec: RewriteSpec, **more: Any) -> tuple[Rewritten, list[Any]]:
    told: list[Any] = []
    return train(spec, told.append, **more), told


def spoiling(spec: RewriteSpec) -> Callable[[], bool]:
    """Never asks for a stop, but makes all weights of the network that learns no numbers any more."""

    def spoil() -> bool:
        network = learner_for(spec, fast=True).network
        network.set_weights([np.full_like(one, np.nan) for one in network.get_weights()])
        return False

    return spoil


def stopping_after(asked: int) -> Callable[[], bool]:
    answers = iter([False] * asked)
    return lambda: next(answers, True)


def test_the_same_spec_gives_the_same_numbers_and_tells_its_stages() -> None:
    (one, told), (other, _) = trained(TINY), trained(TINY)
    # Workers have one thread each and repeat the last digit; with several threads sums are rounded in any order.
    losses = [epoch.loss for epoch in one.history]
    assert losses == pytest.approx([epoch.loss for epoch in other.history], rel=1e-4)
    for first, second in zip(one.weights, other.weights, strict=True):
        np.testing.assert_allclose(first, second, atol=1e-3)
    stages = [event.stage for event in told if isinstance(event, StageBegan)]
    assert stages == ["preparing", "training", "predicting"]


def test_each_epoch_tells_how_much_is_right_and_what_is_answered() -> None:
    run, told = trained(TINY)
    epochs = [event for event in told if isinstance(event, EpochDone)]
    assert len(epochs) == len(run.history) == 2
    assert all(epoch.measure is not None and 0 <= epoch.measure <= 1 for epoch in run.history)
    assert all(epoch.validation_loss is not None for epoch in run.history)
    samples = [event for event in told if isinstance(event, Sampled)]
    assert samples[-1].share == 1.0
    questions, _ = for_following(TINY)
    assert not set(questions) & set(for_test(TINY)[0])
    lines = samples[-1].text.split("\n")
    assert [line.split(" → ")[0] for line in lines] == list(questions[: len(lines)])
    assert [line.split(" → ")[1] for line in lines] == greedy(run.rewriter, questions)[: len(lines)]


def test_a_result_has_all_that_a_page_needs() -> None:
    run, _ = trained(TINY)
    questions, right = for_test(TINY)
    said = greedy(run.rewriter, questions)
    assert run.greedy.count == len(questions) == 20
    assert run.greedy.exact == np.mean([one == other for one, other in zip(said, right, strict=True)])
    assert run.beam is not None
    assert run.beam.count == 20
    assert run.right.greedy.tolist() == [one == other for one, other in zip(said, right, strict=True)]
    assert run.right.beam.mean() == run.beam.exact
    assert run.right.usual.mean() == run.usual.exact
    assert sum(one.marks.count for one in run.by_length) == 20
    assert all(one.right != one.said for one in run.mistakes)
    assert run.key == TINY.key()
    assert run.parameters == sum(one.size for one in run.weights)
    assert 0 < run.nbytes < 1_000_000
    assert run.model_file.startswith(b"PK")
    assert (run.stopped, run.layer_choice.fast) == (False, True)


def test_a_cell_with_two_states_learns_without_attention_too() -> None:
    run, _ = trained(TINY.change(cell="LSTM", attention=False, epochs=1))
    assert np.isfinite(run.history[0].loss)


def test_a_stop_ends_it_with_what_was_learnt_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0001)
    run, _ = trained(TINY.change(epochs=50), should_stop=stopping_after(1))
    assert run.stopped
    assert len(run.history) < 50
    assert run.beam is None
    assert run.greedy.count == 20
    assert (len(run.right.greedy), len(run.right.beam)) == (20, 0)


def test_a_network_that_is_lost_ends_early_and_has_no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0001)
    run, _ = trained(TINY, should_stop=spoiling(TINY))
    assert len(run.history) == 1
    assert run.history[0].measure is None
    assert (run.greedy.count, run.beam, run.mistakes) == (0, None, ())
    assert not run.stopped
    with pytest.raises(RecordError):
        _ = run.rewriter
    found = examine(TINY, None)
    assert found.greedy.count == 0
    assert math.isnan(found.greedy.exact)
    assert (found.beam, found.by_length, found.mistakes) == (None, (), ())
    assert found.usual.count == len(found.right.usual) == 20
    assert len(found.right.greedy) == len(found.right.beam) == 0


def test_the_test_is_the_same_for_all_networks_and_never_learnt() -> None:
    assert for_test(TINY) == for_test(TINY.change(seed=9, cell="LSTM", attention=False))


def test_the_usual_answer_is_made_of_what_is_learnt_and_seldom_right(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = RewriteSpec(task="date")
    monkeypatch.setattr(asking, "TESTS", 300)
    found = examine(spec, None)
    assert found.usual_text == usual_text(spec)
    assert found.usual_text[4::3] == "--"
    assert found.usual.exact < 0.05
    assert found.usual.letters > 0.3


def test_a_network_that_has_learnt_to_reverse_looks_along_the_anti_diagonal() -> None:
    spec = RewriteSpec(task="reverse", longest=4, units=24, embedding=16, batch_size=32, epochs=8, learning_rate=0.01)
    run, _ = trained(spec)
    words = ("abcd", "wxyz", "noon", "aaab")
    found = [answer(run.rewriter, word, width=2) for word in words]
    assert [one.text for one in found] == [word[::-1] for word in words]
    maps = [one.attention for one in found if one.attention is not None]
    assert len(maps) == len(words)
    assert min(mirrored_share(one) for one in maps) == 1.0
    assert min(np.trace(one[:, ::-1]) / len(one) for one in maps) > 0.8
    assert run.greedy.exact >= 0.9
    # Its marks go beyond what was learnt, and say so.
    assert [one.length for one in run.by_length] == list(range(1, 4 + BEYOND + 1))
    assert [one.learnt for one in run.by_length] == [True] * 4 + [False] * BEYOND
    assert [one.marks.count for one in run.by_length] == [1, *[5] * (3 + BEYOND)]
