"""Past trainings teach what coming ones take, those most that are most like them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rnn_core.cells import choose_layers
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.costs.amounts import COSTS, around_amounts, training_amounts
from rnn_core.forecast.costs.experience import Experience, inexperienced, learn
from rnn_core.forecast.costs.fit import seconds_of
from rnn_core.forecast.costs.work import Timing, Work, work_ahead, work_done
from rnn_core.forecast.run import Forecasts
from tests.forecast.forecast_series import count_up
from tests.made_up_runs import made_up_run

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def work(rows: int = 500, **fields: Any) -> Work:
    spec = ForecastSpec(**{"window": 20, "units": 64, **fields})
    return work_ahead(spec, split(spec, count_up(rows)))


def timing(done: Work, minute: float, *, slower: float = 1.0, waited: float = 0.0, fresh: bool = True) -> Timing:
    """A training that took so many times what is known, begun so many minutes after noon."""
    seconds = slower * seconds_of(training_amounts(done, fresh=fresh), COSTS)
    around = slower * seconds_of(around_amounts(done, fresh=fresh), COSTS)
    begun = NOON + timedelta(minutes=minute)
    return Timing(done, seconds, begun, begun + timedelta(seconds=waited + seconds + around))


def taught(timings: list[Timing], **fields: Any) -> Experience:
    return learn(timings, COSTS, **{"workers": 2, "since": NOON + timedelta(days=1), **fields})


GRID = [work(units=units, window=window, epochs=10) for units in (16, 64) for window in (10, 20, 40)]


def test_who_has_seen_nothing_knows_costs_alone() -> None:
    assert taught([]).seconds(work()) == inexperienced().seconds(work())


def test_all_is_slower_where_all_was_slower() -> None:
    experience = taught([timing(done, minute, slower=2.0) for minute, done in enumerate(GRID)])
    assert experience.seconds(work(cell="GRU")) == pytest.approx(2 * inexperienced().seconds(work(cell="GRU")), rel=0.2)


def test_the_very_same_training_takes_as_long_as_it_took() -> None:
    odd = work(units=200, batch_size=8)
    rest = [timing(done, minute) for minute, done in enumerate(GRID)]
    experience = taught([*rest, *(timing(odd, minute, slower=1.8) for minute in (20, 30, 40))])
    assert experience.seconds(odd) == pytest.approx(1.8 * inexperienced().seconds(odd), rel=0.12)
    assert experience.seconds(GRID[0]) == pytest.approx(inexperienced().seconds(GRID[0]), rel=0.15)


def test_the_order_in_which_timings_come_is_nothing() -> None:
    timings = [timing(done, minute, slower=1 + minute / 4) for minute, done in enumerate(GRID)]
    assert taught(timings).seconds(work()) == pytest.approx(taught(timings[::-1]).seconds(work()))


def test_newer_trainings_count_more() -> None:
    older = [timing(GRID[0], minute, slower=3.0, fresh=minute == 0) for minute in range(200)]
    newer = [timing(GRID[0], 1000 + minute, fresh=False) for minute in range(150)]
    assert taught([*older, *newer]).seconds(GRID[0]) == pytest.approx(inexperienced().seconds(GRID[0]), rel=0.25)


def test_a_wait_for_a_worker_is_none_of_the_time_that_a_training_takes() -> None:
    at_once = [timing(done, 0.001 * place, waited=60.0 * (place > 1)) for place, done in enumerate(GRID)]
    assert taught(at_once).seconds(work()) < 1.5 * inexperienced().seconds(work())


def test_what_was_compiled_since_the_workers_began_is_not_compiled_again() -> None:
    timings = [timing(done, minute) for minute, done in enumerate(GRID)]
    cold, warm = taught(timings), taught(timings, since=NOON)
    assert warm.seconds(GRID[-1]) < cold.seconds(GRID[-1])
    assert warm.seconds(work(units=65)) == cold.seconds(work(units=65))


@pytest.mark.parametrize("same", [{"seed": 5}, {"epochs": 3}, {"batch_size": 8}, {"learning_rate": 0.1}], ids=str)
def test_what_is_not_compiled_in_leaves_the_shape(same: dict[str, Any]) -> None:
    assert work(**same).shape == work().shape


@pytest.mark.parametrize(
    "other", [{"units": 65}, {"horizon": 2}, {"optimizer": "sgd"}, {"scaling": "window"}, {"dropout": 0.1}], ids=str
)
def test_what_is_compiled_in_makes_another_shape(other: dict[str, Any]) -> None:
    assert work(**other).shape != work().shape


def test_the_work_of_a_run_is_what_was_foreseen() -> None:
    spec, series = ForecastSpec(window=20, epochs=3), count_up(200)
    chosen = choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size)
    run = replace(made_up_run(spec, series, 1.0), layer_choice=chosen)
    assert work_done(run) == work_ahead(spec, split(spec, series))


def test_the_work_of_a_run_that_stopped_early_is_what_was_done() -> None:
    spec, series = ForecastSpec(window=20, epochs=30, patience=2, validation_share=0.2, horizon=3), count_up(200)
    parts, run = split(spec, series), made_up_run(spec, series, 1.0)
    rows = parts.validation_rows
    kept_back = Forecasts(parts.dates[rows].to_numpy("datetime64[s]"), *[parts.target[rows]] * 4)
    done = work_done(replace(run, history=run.history[:4], kept_back=kept_back))
    assert (done.epochs, done.fitted, done.kept_back) == (4, parts.fit_windows, parts.validation_windows)
