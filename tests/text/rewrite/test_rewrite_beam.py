"""Beam search against looking at every answer there is, on a tiny language made by hand."""

from itertools import pairwise, product

import numpy as np
import pytest

from rnn_core.cells.through_time import Array, Arrays
from rnn_core.text.rewrite.beam import Hypothesis, beam_search
from rnn_core.text.rewrite.signs import BORDER, Numbers

SIGNS, MOST = 3, 4
BEGIN = (np.zeros((1, 1)),)


def language(seed: int) -> Array:
    """Log probabilities of the next sign `(step, last sign, next sign)`."""
    chances = np.random.default_rng(seed).dirichlet(np.ones(SIGNS), (MOST + 1, SIGNS))
    return np.log(chances)


def stepping(logs: Array):
    """A model whose only state is how many letters were written."""

    def step(states: Arrays, last: Numbers) -> tuple[Array, Arrays]:
        steps = states[0][:, 0].astype(int)
        return logs[steps, last], (states[0] + 1,)

    return step


def log_probability(logs: Array, letters: tuple[int, ...]) -> float:
    path = (BORDER, *letters, BORDER)
    return sum(logs[step, one, other] for step, (one, other) in enumerate(pairwise(path)))


def log_probability_so_far(logs: Array, letters: tuple[int, ...]) -> float:
    """That of the letters alone, without their end."""
    return sum(logs[step, one, other] for step, (one, other) in enumerate(pairwise((BORDER, *letters))))


def every_answer(logs: Array) -> list[Hypothesis]:
    """All that end within MOST letters, the likeliest first."""
    texts = (letters for length in range(MOST + 1) for letters in product(range(1, SIGNS), repeat=length))
    found = [Hypothesis(letters, log_probability(logs, letters), True) for letters in texts]
    return sorted(found, key=lambda one: -one.log_probability)


def greedy(logs: Array) -> tuple[int, ...]:
    letters: list[int] = []
    for step in range(MOST + 1):
        best = int(logs[step, letters[-1] if letters else BORDER].argmax())
        if best == BORDER:
            break
        letters.append(best)
    return tuple(letters[:MOST])


@pytest.mark.parametrize("seed", range(30))
def test_a_beam_as_wide_as_all_answers_finds_the_likeliest_one(seed: int) -> None:
    logs = language(seed)
    found = beam_search(stepping(logs), BEGIN, width=200, most=MOST)[0]
    best = every_answer(logs)[0]
    assert found.letters == best.letters
    assert found.log_probability == pytest.approx(best.log_probability)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("width", [1, 2, 3, 5])
def test_what_a_beam_says_of_its_answers_is_true(seed: int, width: int) -> None:
    logs = language(seed)
    for one in beam_search(stepping(logs), BEGIN, width=width, most=MOST):
        if one.ended:
            assert one.log_probability == pytest.approx(log_probability(logs, one.letters))
        else:
            assert len(one.letters) == MOST
            assert one.log_probability == pytest.approx(log_probability_so_far(logs, one.letters))


@pytest.mark.parametrize("seed", range(30))
def test_a_beam_of_one_is_greedy(seed: int) -> None:
    logs = language(seed)
    assert [one.letters for one in beam_search(stepping(logs), BEGIN, width=1, most=MOST)] == [greedy(logs)]


def test_a_beam_finds_what_greedy_misses() -> None:
    """The first letter 1 is likelier, but what follows it is not: 0.55 x 0.4 < 0.45 x 1."""
    logs = np.full((MOST + 1, SIGNS, SIGNS), -np.inf)
    logs[0, BORDER] = np.log([1e-9, 0.55, 0.45])
    logs[1, 1] = np.log([0.4, 0.3, 0.3])
    logs[1, 2, BORDER] = 0.0
    assert beam_search(stepping(logs), BEGIN, width=1, most=MOST)[0].letters == (1,)
    found = beam_search(stepping(logs), BEGIN, width=2, most=MOST)[0]
    assert (found.letters, found.log_probability) == ((2,), pytest.approx(np.log(0.45)))


def test_on_average_a_wider_beam_finds_likelier_answers() -> None:
    logs = [language(seed) for seed in range(100)]
    means = [
        np.mean([beam_search(stepping(one), BEGIN, width=width, most=MOST)[0].log_probability for one in logs])
        for width in (1, 2, 4, 64)
    ]
    assert means == sorted(means)


def test_an_answer_that_never_ends_is_cut_off_and_says_so() -> None:
    logs = np.full((MOST + 1, SIGNS, SIGNS), -np.inf)
    logs[:, :, 1] = 0.0
    found = beam_search(stepping(logs), BEGIN, width=1, most=MOST)
    assert found == [Hypothesis((1,) * MOST, 0.0, False)]


def test_answers_that_are_cut_off_differ_and_count_only_their_own_letters() -> None:
    """None ever ends; what would come after the cut would halve their probabilities."""
    logs = np.full((MOST + 1, SIGNS, SIGNS), -np.inf)
    logs[:, :, 1:] = np.log(0.5)
    found = beam_search(stepping(logs), BEGIN, width=2, most=MOST)
    assert len({one.letters for one in found}) == len(found) == 2
    assert [one.log_probability for one in found] == pytest.approx([MOST * np.log(0.5)] * 2)
    assert not any(one.ended for one in found)


def test_states_follow_their_hypotheses() -> None:
    """The state holds the sum of all letters written so far; the model allows an end only where it is even."""

    def step(states: Arrays, last: Numbers) -> tuple[Array, Arrays]:
        total = states[0][:, 0] + last
        may_end = np.where(total % 2 == 0, 0.6, 1e-12)
        rest = (1 - may_end) / 2
        return np.log(np.stack([may_end, rest * 1.2, rest * 0.8], axis=1)), (total[:, None],)

    begin = (np.ones((1, 1)),)  # an odd beginning: the empty answer cannot end
    for one in beam_search(step, begin, width=3, most=MOST):
        assert one.ended
        if one.log_probability > -10:
            assert sum(one.letters) % 2 == 1
