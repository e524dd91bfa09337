"""Luck: how often a look says "more than luck" of units and things that have nothing to do with each other."""

import time

import numpy as np
import numpy.typing as npt
import pytest

from rnn_core.forecast.inside.luck import drawn_as_slow, eta, luck_of, unit_length

ROWS, WINDOW, UNITS, PAIRS = 400, 20, 8, 60
Floats = npt.NDArray[np.float64]


def slow(share: float, rows: int, random: np.random.Generator) -> Floats:
    """A line `(rows,)` that keeps `share` of its last value; it has gone on for a while."""
    line, last = np.empty(rows + 200), 0.0
    for row, surprise in enumerate(random.normal(size=len(line))):
        last = line[row] = share * last + surprise
    return line[200:]


def things_of(line: Floats) -> dict[str, Floats]:
    """The level, the trend, the movement and the next change of each window of `line`."""
    past = np.lib.stride_tricks.sliding_window_view(line, WINDOW)[:-1]
    return {
        "level": past[:, -1],
        "trend": past @ (np.arange(WINDOW) - (WINDOW - 1) / 2),
        "volatility": np.diff(past, axis=1).std(axis=1),
        "next": line[WINDOW:] - line[WINDOW - 1 : -1],
    }


def units_reading(line: Floats, random: np.random.Generator) -> Floats:
    """Hidden units `(k, UNITS)` that follow a mixture of what can be told of `line`."""
    mixed = np.column_stack([unit_length(one[:, None]) for one in things_of(line).values()])
    units: Floats = np.tanh(np.sqrt(len(mixed)) * mixed @ random.normal(size=(mixed.shape[1], UNITS)))
    return units


def anything_sure(units: Floats, numbers: dict[str, Floats]) -> bool:
    scaled, days = unit_length(units), np.arange(len(units)) % 5
    luck = luck_of(units, numbers, {"weekday": days})
    found = {name: np.abs(unit_length(one[:, None])[:, 0] @ scaled).max() for name, one in numbers.items()}
    found["weekday"] = eta(scaled, days[None]).max()
    return any(found[name] > luck[name] for name in luck)


@pytest.mark.parametrize("share", [0.0, 0.9, 0.98, 1.0])
def test_units_of_another_line_are_seldom_called_more_than_luck_however_slow_both_are(share: float) -> None:
    random, sure = np.random.default_rng(4), []
    for _ in range(PAIRS):
        units = np.column_stack([slow(share, ROWS, random) for _ in range(UNITS)])
        sure.append(anything_sure(units, {str(number): slow(share, ROWS, random) for number in range(4)}))
    # One in twenty by design, of all units and things together.
    assert np.mean(sure) <= 0.1


@pytest.mark.parametrize("rows", [60, ROWS])
@pytest.mark.parametrize("share", [0.9, 0.98, 1.0])
def test_windows_that_overlap_do_not_pass_for_more_than_luck(share: float, rows: int) -> None:
    random, sure = np.random.default_rng(5), []
    for _ in range(PAIRS):
        line, other = slow(share, rows + WINDOW, random), slow(share, rows + WINDOW, random)
        sure.append(anything_sure(units_reading(other, random), things_of(line)))
    assert np.mean(sure) <= 0.1


def test_units_that_read_the_line_itself_are_found() -> None:
    random, sure = np.random.default_rng(6), []
    for _ in range(20):
        line = slow(0.9, ROWS + WINDOW, random)
        sure.append(anything_sure(units_reading(line, random), things_of(line)))
    assert np.mean(sure) > 0.9


def test_lines_drawn_are_as_slow_as_the_thing_and_the_same_each_time() -> None:
    line = slow(0.9, ROWS, np.random.default_rng(7))
    drawn = drawn_as_slow(line, np.random.default_rng(0), 200)
    again = drawn_as_slow(line, np.random.default_rng(0), 200)
    assert np.array_equal(drawn, again)
    measured = (drawn[:, 1:] * drawn[:, :-1]).sum(axis=1)
    centred = line - line.mean()
    assert measured.mean() == pytest.approx(centred[1:] @ centred[:-1] / (centred @ centred), abs=0.03)
    assert (drawn**2).sum(axis=1) == pytest.approx(np.ones(200))


def test_luck_reaches_farther_for_a_slow_thing_and_with_more_of_them() -> None:
    random = np.random.default_rng(8)
    units = np.column_stack([slow(0.98, ROWS, random) for _ in range(UNITS)])
    things = {"fast": random.normal(size=ROWS), "slow": slow(0.98, ROWS, random)}
    both, alone = luck_of(units, things, {}), luck_of(units, {"fast": things["fast"]}, {})
    assert alone["fast"] < both["fast"] < both["slow"] < 1


def test_a_thing_or_units_that_never_change_leave_luck_at_nothing() -> None:
    still, moving = np.full(40, 3.0), np.random.default_rng(9).normal(size=40)
    assert luck_of(moving[:, None], {"level": still}, {}) == {"level": 0.0}
    days = {"weekday": np.arange(40) % 5}
    assert luck_of(still[:, None], {"level": moving}, days) == {"level": 0.0, "weekday": 0.0}
    assert luck_of(moving[:, None], {}, {}) == {}


def test_luck_is_told_quickly() -> None:
    random = np.random.default_rng(10)
    units, things = random.normal(size=(ROWS, 128)), {str(one): random.normal(size=ROWS) for one in range(4)}
    took = []
    for _ in range(3):
        began = time.perf_counter()
        luck_of(units, things, {"weekday": np.arange(ROWS) % 5})
        took.append(time.perf_counter() - began)
    assert min(took) < 0.2
