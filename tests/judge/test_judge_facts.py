"""Facts from arrays: who stands where, by how much luck, and what a linear model and the last value had to say."""

from collections.abc import Sequence

import numpy as np
import pytest

from rnn_core.judge import rmse
from rnn_core.judge.facts import Facts, Failed, Rows, find_facts, find_repeats
from rnn_core.judge.significance import Floats, chance_of_luck

ROWS = 200
RNG = np.random.default_rng(3)
WALK = 100 + RNG.normal(0, 2, ROWS + 1).cumsum()
ACTUAL, NAIVE = WALK[1:], WALK[:-1]
NOISE = RNG.normal(size=(20, ROWS))
LOST = np.full(ROWS, np.nan)


def facts_of(predictions: dict[str, Sequence[Floats]], linear: Floats | None = None, mean: float = np.nan) -> Facts:
    test = Rows(ACTUAL, NAIVE, mean)
    return find_facts(test, predictions, find_repeats(test, predictions), linear)


def off_by(size: float, *which: int) -> list[Floats]:
    """Forecasts that miss by exactly `size` on average."""
    return [ACTUAL + NOISE[row] * size / rmse(np.zeros(ROWS), NOISE[row]) for row in which]


def test_networks_are_ranked_by_the_run_that_stands_for_them() -> None:
    found = facts_of({"A": off_by(1.5, 0), "B": [*off_by(1.0, 1), *off_by(9.0, 2), *off_by(1.2, 3)], "C": [LOST]})
    assert [one.name for one in found.ranked] == ["B", "A"]
    assert found.best_rmse == pytest.approx(1.2)
    assert (found.naive, found.rows) == (rmse(ACTUAL, NAIVE), ROWS)


def test_luck_counts_once_for_each_that_was_tried() -> None:
    one, far = off_by(rmse(ACTUAL, NAIVE) * 0.95, 0), off_by(9.0, 1)
    luck = chance_of_luck(ACTUAL, one[0], NAIVE)
    assert facts_of({"A": one}).chance == luck
    assert facts_of({"A": one, "B": far, "C": [LOST]}).chance == min(1, 3 * luck)


def test_two_are_alike_by_the_rows_or_by_the_seeds_or_not_at_all() -> None:
    assert facts_of({"A": off_by(1.0, 0)}).alike is None
    assert facts_of({"A": off_by(1.0, 0), "B": off_by(1.01, 1)}).alike == "rows"
    assert facts_of({"A": off_by(1.0, 0), "B": off_by(2.0, 1)}).alike is None
    close = [*off_by(0.9, 0), *off_by(1.0, 1), *off_by(1.1, 2)]
    # The middle ones differ clearly, but a lucky seed of the one comes closer than an unlucky one of the other.
    wide = [*off_by(1.05, 3), *off_by(2.0, 4), *off_by(2.5, 5)]
    assert facts_of({"A": close, "B": wide}).alike == "seeds"
    assert facts_of({"A": close, "B": wide[1:]}).alike is None
    narrow = [*off_by(1.9, 3), *off_by(2.0, 4), *off_by(2.5, 5)]
    found = facts_of({"A": close, "B": narrow})
    assert (found.alike, found.by_seeds, found.separate) == (None, True, True)


def test_ranges_apart_are_not_enough_where_the_rows_may_be_luck() -> None:
    one = [*off_by(1.0, 0), *off_by(1.001, 1), *off_by(1.002, 2)]
    other = [*off_by(1.003, 3), *off_by(1.004, 4), *off_by(1.005, 5)]
    assert facts_of({"A": one, "B": other}).alike == "rows"


@pytest.mark.parametrize(
    ("size", "linear", "expected"),
    [(2.0, 1.0, "closer"), (1.01, 1.0, "as close"), (1.0, 1.01, "alike"), (1.0, 2.0, "further")],
)
def test_a_linear_model_is_compared_with_the_best(size: float, linear: float, expected: str) -> None:
    found = facts_of({"A": off_by(size, 0)}, off_by(linear, 1)[0])
    assert (found.linear, found.linear_rmse) == (expected, pytest.approx(linear))


def test_without_a_linear_model_there_is_nothing_to_say_of_it() -> None:
    assert facts_of({"A": off_by(1.0, 0)}).linear is None
    assert facts_of({"A": off_by(1.0, 0)}, LOST).linear is None
    few = Rows(ACTUAL[:9], NAIVE[:9], np.nan)
    runs = {"A": [ACTUAL[:9] + 1]}
    assert find_facts(few, runs, find_repeats(few, runs), ACTUAL[:9]).linear is None


def test_a_curve_that_repeats_the_last_value_is_seen() -> None:
    assert facts_of({"A": [NAIVE + 0.5 * NOISE[0]]}).repeats_last
    assert not facts_of({"A": off_by(1.0, 0)}).repeats_last
    # Far off everywhere, so that some shift fits best by chance.
    late = np.r_[NAIVE[0], NAIVE[:-1]]
    assert not facts_of({"A": [NAIVE + 20], "B": [late + 30]}).repeats_last


def test_failures_are_counted_by_name_and_kind() -> None:
    flat = np.full(ROWS, 500.0)
    found = facts_of({"A": [*off_by(1.0, 0, 1, 2), LOST, flat], "B": [flat], "C": off_by(1.1, 3)})
    assert found.failed == (Failed("A", "diverged", 1, 5), Failed("A", "flat", 1, 5), Failed("B", "flat", 1, 1))
    assert [one.name for one in found.ranked] == ["A", "C"]
    assert (found.seeds, found.seeds_that_beat_naive) == (5, 3)


def test_where_none_learnt_there_are_only_failures() -> None:
    found = facts_of({"A": [LOST, LOST]})
    assert (found.ranked, found.failed, found.answer) == ((), (Failed("A", "diverged", 2, 2),), "no")
