"""Costs fitted to what trainings took explain them, and stay near what was known where nothing is told of them."""

import numpy as np
import pytest

from rnn_core.forecast.costs.fit import Row, fit_costs, seconds_of

KNOWN = {"start": 100.0, "step": 1.0, "million": 10.0}


def amounts(chance: np.random.Generator) -> dict[str, float]:
    return {"start": 1.0, "step": float(chance.uniform(0, 5000)), "million": float(chance.uniform(0, 500))}


def rows_of(costs: dict[str, float], count: int, noise: float = 0.0) -> list[Row]:
    chance = np.random.default_rng(7)
    works = [amounts(chance) for _ in range(count)]
    return [Row(work, seconds_of(work, costs) * float(np.exp(noise * chance.normal()))) for work in works]


def test_seconds_are_amounts_times_costs() -> None:
    assert seconds_of({"start": 1.0, "step": 900.0}, KNOWN) == 1.0


def test_without_a_row_all_stays_as_it_is_known() -> None:
    assert fit_costs([], KNOWN) == KNOWN


def test_a_machine_that_takes_twice_as_long_is_known_from_three_rows() -> None:
    costs = fit_costs(rows_of({name: 2 * cost for name, cost in KNOWN.items()}, 3), KNOWN)
    for row in rows_of(KNOWN, 20):
        assert seconds_of(row.amounts, costs) == pytest.approx(2 * row.seconds, rel=0.1)


def test_costs_that_are_quite_others_are_found() -> None:
    real = {"start": 60.0, "step": 2.5, "million": 4.0}
    costs = fit_costs(rows_of(real, 40, noise=0.1), KNOWN)
    for row in rows_of(real, 60)[40:]:
        assert seconds_of(row.amounts, costs) == pytest.approx(row.seconds, rel=0.15)


def test_some_trainings_that_something_held_up_do_not_spoil_the_rest() -> None:
    rows = rows_of(KNOWN, 30, noise=0.05)
    held_up = [Row(row.amounts, 5 * row.seconds) if place % 10 == 0 else row for place, row in enumerate(rows)]
    costs = fit_costs(held_up, KNOWN)
    for row in rows_of(KNOWN, 20):
        assert seconds_of(row.amounts, costs) == pytest.approx(row.seconds, rel=0.15)


def test_a_cost_that_no_row_tells_of_moves_with_all() -> None:
    real = {name: 3 * cost for name, cost in KNOWN.items()}
    rows = [Row({**row.amounts, "million": 0.0}, row.seconds) for row in rows_of(real | {"million": 0.0}, 30)]
    assert fit_costs(rows, KNOWN)["million"] == pytest.approx(3 * KNOWN["million"], rel=0.35)


@pytest.mark.parametrize("seconds", [1e-3, 1e5])
def test_no_cost_becomes_negative_whatever_a_training_took(seconds: float) -> None:
    rows = [Row(row.amounts, seconds) for row in rows_of(KNOWN, 5)]
    costs = fit_costs(rows, KNOWN)
    assert all(np.isfinite(cost) and cost > 0 for cost in costs.values())
