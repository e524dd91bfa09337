"""How the next symbol is drawn: temperature, top-k, top-p, and that the unknown never is."""

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.text.vocabulary import PADDING, UNKNOWN
from rnn_core.text.write.choosing import (
    Manner,
    chances,
    draw,
    known_only,
    most_likely,
    with_temperature,
    within_share,
)

# Padding, the unknown, and four symbols.
SAID = np.array([0.0, 0.2, 0.4, 0.1, 0.05, 0.25])


def test_padding_and_the_unknown_have_no_chance() -> None:
    assert known_only(SAID).tolist() == pytest.approx([0, 0, 0.5, 0.125, 0.0625, 0.3125])


def test_an_author_sure_of_the_unknown_alone_may_write_anything_else() -> None:
    assert known_only(np.array([0.0, 1.0, 0.0, 0.0])).tolist() == [0, 0, 0.5, 0.5]


def test_temperature_nought_takes_the_likeliest() -> None:
    assert with_temperature(np.array([0.1, 0.6, 0.3]), 0.0).tolist() == [0, 1, 0]


def test_temperature_nought_takes_the_first_of_two_that_tie() -> None:
    assert with_temperature(np.array([0.4, 0.4, 0.2]), 0.0).tolist() == [1, 0, 0]


def test_temperature_one_changes_nothing() -> None:
    assert with_temperature(SAID, 1.0).tolist() == pytest.approx(SAID.tolist())


def test_temperature_two_takes_roots() -> None:
    assert with_temperature(np.array([0.1, 0.9]), 2.0).tolist() == pytest.approx([0.25, 0.75])


def test_a_tiny_temperature_ends_in_numbers() -> None:
    assert with_temperature(np.array([1e-300, 1e-200]), 0.01).tolist() == [0, 1]


def test_top_k_leaves_so_many_and_all_where_it_is_nought() -> None:
    assert most_likely(SAID, 2).tolist() == pytest.approx([0, 0, 0.4 / 0.65, 0, 0, 0.25 / 0.65])
    assert most_likely(SAID, 0) is SAID
    assert most_likely(SAID, 100) is SAID


@pytest.mark.parametrize(("share", "left"), [(0.05, 1), (0.5, 1), (0.501, 2), (0.8, 2), (0.82, 3), (0.99, 4)])
def test_top_p_leaves_the_fewest_that_hold_the_share(share: float, left: int) -> None:
    assert np.count_nonzero(within_share(np.array([0.5, 0.3125, 0.125, 0.0625]), share)) == left


def test_all_of_it_leaves_everything() -> None:
    assert within_share(SAID, 1.0) is SAID


def test_temperature_comes_first_then_k_then_p() -> None:
    manner = Manner(temperature=2.0, top_k=3, top_p=0.9)
    bent = with_temperature(known_only(SAID), 2.0)
    assert chances(SAID, manner).tolist() == within_share(most_likely(bent, 3), 0.9).tolist()


def test_symbols_are_drawn_as_often_as_their_chances_say() -> None:
    rng, asked = np.random.default_rng(1), np.array([0.0, 0.5, 0.0, 0.3, 0.2, 0.0])
    counted = np.bincount([draw(asked, rng) for _ in range(20_000)], minlength=6) / 20_000
    # Three standard deviations of the likeliest are 0.011.
    assert counted == pytest.approx(asked, abs=0.012)
    assert counted[asked == 0].tolist() == [0, 0, 0]


class Luck:
    """A generator that draws the largest number there is below one, or nought."""

    def __init__(self, number: float) -> None:
        self.number = number

    def random(self) -> float:
        return self.number


@pytest.mark.parametrize("number", [0.0, np.nextafter(1, 0)])
def test_what_has_no_chance_is_never_drawn_by_the_rarest_luck(number: float) -> None:
    asked = np.array([0.0, 0.1, 0.2, 0.7, 0.0])
    assert asked[draw(asked, Luck(number))] > 0  # type: ignore[arg-type]


@pytest.mark.parametrize("temperature", [0.0, 0.7, 2.0])
def test_the_unknown_is_never_drawn(temperature: float) -> None:
    rng = np.random.default_rng(2)
    said = np.array([0.3, 0.6, 0.05, 0.05])
    drawn = {draw(chances(said, Manner(temperature=temperature)), rng) for _ in range(300)}
    assert not drawn & {PADDING, UNKNOWN}


def test_manners_out_of_bounds_are_refused() -> None:
    with pytest.raises(SpecError):
        Manner.make(temperature=-1)
    with pytest.raises(SpecError):
        Manner.make(top_p=0)
