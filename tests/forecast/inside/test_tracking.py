"""What hidden units track, held against series and units for which it is known."""

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.forecast.inside import GATES, Inside, gate_activity, look_inside, tracking
from rnn_core.forecast.inside.things import THINGS, WEEKDAY
from tests.forecast.inside.trained import SERIES, SPECS, spec_of, trained


def inside_of(name: str) -> Inside:
    return Inside.of(trained(name), SERIES)


@pytest.mark.parametrize("name", SPECS)
def test_gates_lie_between_shut_and_open_and_are_those_of_the_last_step(name: str) -> None:
    inside = inside_of(name)
    activity = gate_activity(inside, [0, 6])
    per_direction = inside.walk(6)[-(1 + inside.run.spec.bidirectional) :]
    for letter, values in activity.quantities.items():
        assert values[1] == pytest.approx(np.concatenate([one[letter][-1] for one in per_direction]), abs=1e-6)
    assert set(activity.gates) == set(GATES[activity.cell])
    assert set(GATES) == set(CELLS)
    for values in activity.gates.values():
        assert values.shape == activity.hidden.shape
        assert 0 < values.min() <= values.max() < 1


def test_activity_is_dated_by_the_row_that_was_read_last() -> None:
    inside = inside_of("a GRU")
    activity = gate_activity(inside, [3])
    assert activity.dates[0] == inside.dates[2]
    assert activity.values[0] == inside.run.actual[2]
    change = abs(inside.run.actual[2] - inside.run.actual[1])
    assert activity.jumps[0] == pytest.approx(change / inside.run.spread[2])
    assert activity.means["z"] == pytest.approx(activity.gates["z"].mean(axis=1))


def with_units(units: Any) -> Any:
    """What is tracked by hidden states `(k, units)` that were put in place of the network's own."""
    inside = inside_of("an LSTM")
    activity = gate_activity(inside, np.arange(len(inside.rows)))
    return tracking(inside, replace(activity, quantities={"h": np.asarray(units)}))


def test_a_unit_that_repeats_the_last_value_is_found_with_its_sign() -> None:
    last = trained("an LSTM").naive
    noise = np.random.default_rng(0).normal(size=(len(last), 3))
    found = with_units(np.column_stack([noise, -2 * last + 5]))
    best = found.tracked[0]
    assert (best.thing, best.unit, best.strength) == ("level", 3, pytest.approx(-1))
    assert best.sure
    assert found.rows == len(last)
    assert next(one.thing for one in found.best()) == "level"


def test_correlations_are_pearsons() -> None:
    units = np.random.default_rng(1).normal(size=(len(trained("an LSTM").naive), 4))
    found = with_units(units)
    for one in found.tracked:
        if one.thing in found.values:
            expected = np.corrcoef(units[:, one.unit], found.values[one.thing])[0, 1]
            assert one.strength == pytest.approx(expected)


def test_strongest_come_first_and_each_unit_with_each_thing_once() -> None:
    found = tracking(inside_of("a GRU"))
    strengths = [abs(one.strength) for one in found.tracked]
    assert strengths == sorted(strengths, reverse=True)
    assert len({(one.thing, one.unit) for one in found.tracked}) == len(found.tracked) == 5 * len(THINGS)


def test_noise_is_seldom_called_more_than_luck() -> None:
    random = np.random.default_rng(2)
    rows = len(trained("an LSTM").naive)
    drawn = [with_units(random.normal(size=(rows, 10))).best() for _ in range(40)]
    # One in twenty by design, of all things together.
    assert np.mean([any(one.sure for one in best) for best in drawn]) <= 0.1


def test_weekdays_are_left_out_where_windows_were_left_out() -> None:
    inside = inside_of("an LSTM")
    every = np.arange(len(inside.rows))
    thinned, whole = (tracking(inside, gate_activity(inside, places)) for places in (np.delete(every, 5), every))
    assert WEEKDAY not in {one.thing for one in thinned.best()}
    assert (thinned.no_weekdays, whole.no_weekdays) == (True, False)
    assert {one.thing for one in whole.best()} - {one.thing for one in thinned.best()} == {WEEKDAY}


def test_a_unit_that_knows_the_day_of_the_week_is_found() -> None:
    inside = inside_of("an LSTM")
    activity = gate_activity(inside, np.arange(len(inside.rows)))
    mondays = (activity.dates.astype("datetime64[D]").astype("int64") + 3) % 7 == 0
    found = tracking(inside, replace(activity, quantities={"h": mondays[:, None].astype("float64")}))
    (weekday,) = [one for one in found.tracked if one.thing == "weekday"]
    assert weekday.strength == pytest.approx(1)
    assert weekday.sure


def test_a_unit_that_never_changes_tracks_nothing() -> None:
    found = with_units(np.full((len(trained("an LSTM").naive), 2), 0.3))
    assert [one.strength for one in found.tracked] == [0.0] * len(found.tracked)
    assert not any(one.sure for one in found.tracked)


def test_too_few_windows_say_nothing() -> None:
    inside = inside_of("an LSTM")
    assert tracking(inside, gate_activity(inside, np.arange(10))).tracked == ()


def test_things_are_those_of_the_window() -> None:
    inside = inside_of("a SimpleRNN")
    values = tracking(inside).values
    window = inside.window_values(4)
    assert values["level"][4] == window[-1]
    assert values["trend"][4] == pytest.approx(np.polyfit(np.arange(8), window, 1)[0])
    assert values["volatility"][4] == pytest.approx(np.diff(window).std())
    assert values["next"][4] == pytest.approx((inside.run.actual[4] - window[-1]) / inside.run.spread[4])


@pytest.mark.parametrize("name", ["an LSTM", "two directions, two columns", "each window by itself"])
def test_pull_is_for_one_more_of_a_feature_as_it_is(name: str) -> None:
    """Held against predictions of a series in which a value is a little higher."""
    inside, place, back, step = inside_of(name), 4, 2, 0.05
    row = int(inside.rows[place]) - back
    moved = []
    for sign in (1, -1):
        inputs = inside.scaled.inputs.copy()
        nudged = inside.parts.inputs[row].copy()
        nudged[0] += sign * step
        inputs[row] = inside.scaled.scale_inputs(nudged[None])[0]
        moved.append(replace(inside, scaled=replace(inside.scaled, inputs=inputs)).predict([place])[0])
    expected = (moved[0] - moved[1]) / (2 * step)
    assert inside.pull([place])[0, -back, 0] == pytest.approx(expected, rel=2e-2)


def test_what_was_found_can_be_kept() -> None:
    looked = look_inside(trained("two directions, two columns"), SERIES)
    kept = pickle.loads(pickle.dumps(looked))  # noqa: S301 - our own
    assert kept.pull.shape == (28, 8, 2)
    assert kept.features == ("value", "other")
    assert (looked.of_rows, looked.fixed) == (28, False)
    assert look_inside(trained("a change"), SERIES).fixed


def test_series_that_is_not_daily_has_no_weekdays() -> None:
    assert any(one.thing == "weekday" for one in tracking(inside_of("a GRU")).tracked)
    monthly = replace(
        SERIES,
        frame=SERIES.frame.set_axis(
            np.datetime64("2000-01") + np.arange(len(SERIES.frame)).astype("timedelta64[M]"), axis=0
        ),
    )
    spec = spec_of("a GRU")
    run = trained("a GRU")
    from rnn_core.forecast import split

    dates = split(spec, monthly).dates[split(spec, monthly).test_rows].to_numpy("datetime64[s]")
    found = tracking(Inside.of(replace(run, dates=dates), monthly))
    assert not any(one.thing == "weekday" for one in found.tracked)
    assert not found.no_weekdays
