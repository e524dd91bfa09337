"""The pictures of a look inside: what they show is what was found, in the colours that values have everywhere."""

from dataclasses import replace

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.inside_alt import gates_alt, saliency_alt, tracking_alt
from rnn_core.figures.inside_gates import gates_figure
from rnn_core.figures.inside_saliency import saliency_figure
from rnn_core.figures.inside_tracking import drawn_of, tracking_figure
from rnn_core.figures.inside_words import gates_found, letters_of, mean_pull, saliency_found, tracking_found
from rnn_core.figures.theme import OPENING_SCALE, VALUE_SCALE
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.inside import GATES, Looked, Tracking, look_inside
from rnn_core.forecast.run import Run
from tests.forecast.forecast_series import wave
from tests.forecast.inside.untrained import untrained_run

SERIES = wave(200)


def looked_into(cell: str = "LSTM", **fields: object) -> tuple[Run, Looked]:
    run = untrained_run(ForecastSpec(cell=cell, units=6, window=10, epochs=1, **fields), SERIES)
    return run, look_inside(run, SERIES)


@pytest.mark.parametrize("cell", CELLS)
def test_every_gate_and_state_has_a_map_whose_rows_are_sorted(cell: str) -> None:
    run, looked = looked_into(cell)
    activity = looked.tracking.activity
    for letter in letters_of(activity):
        line, heat = gates_figure(run, activity, letter).data
        assert np.array_equal(line.y, activity.values)
        means = np.asarray(heat.z).mean(axis=1)
        assert (np.diff(means) >= 0).all()
        assert heat.z.shape == (6, 40)
        units = np.asarray(heat.customdata)[:, 0] - 1
        assert np.array_equal(np.asarray(heat.z)[0], activity.quantities[letter][:, units[0]])
        scale = OPENING_SCALE if letter in GATES[cell] else VALUE_SCALE
        assert tuple(tuple(stop) for stop in heat.colorscale) == scale


def test_of_many_units_some_are_left_out_of_the_map() -> None:
    run = untrained_run(ForecastSpec(units=200, window=5), SERIES)
    heat = gates_figure(run, look_inside(run, SERIES).tracking.activity, "f").data[1]
    assert heat.z.shape == (128, 40)


def jumping(calm: float, jump: float) -> Tracking:
    """A gate that stands at `calm`, but at `jump` after the four largest of forty jumps."""
    tracking = looked_into()[1].tracking
    # Not evenly spaced: jumps that come like a clock fall on each other when they are moved in time.
    jumps = np.where(np.isin(np.arange(40), [3, 9, 22, 31]), 9.0, 1.0)
    gate = np.where(jumps > 1, jump, calm)[:, None] + np.linspace(-0.01, 0.01, 40)[:, None]
    return replace(tracking, activity=replace(tracking.activity, jumps=jumps, quantities={"f": gate, "h": gate}))


@pytest.mark.parametrize(
    ("calm", "jump", "code"),
    [(0.3, 0.7, "inside_gate_opens"), (0.7, 0.3, "inside_gate_shuts"), (0.5, 0.5, "inside_gate_calm")],
)
def test_what_a_gate_does_at_jumps_is_said(calm: float, jump: float, code: str) -> None:
    found = gates_found(jumping(calm, jump).activity, "f")
    assert found.code == code
    assert found.values["count"] == 4
    assert found.values["jump"] == pytest.approx(jump, abs=0.01)


def slow(share: float, rows: int, random: np.random.Generator) -> np.ndarray:
    """A line that keeps `share` of its last value."""
    line, last = np.empty(rows + 200), 0.0
    for row, surprise in enumerate(random.normal(size=len(line))):
        last = line[row] = share * last + surprise
    return line[200:]


@pytest.mark.parametrize("share", [0.0, 0.95, 0.98])
def test_a_slow_gate_is_seldom_said_to_answer_to_clustered_jumps_by_chance(share: float) -> None:
    random, rows, activity = np.random.default_rng(3), 400, jumping(0.5, 0.5).activity
    codes = []
    for _ in range(100):
        jumps = np.abs(random.normal(size=rows)) * np.exp(0.3 * slow(0.97, rows, random))
        gate = 1 / (1 + np.exp(-slow(share, rows, random) * np.sqrt(1 - share**2)))
        codes.append(gates_found(replace(activity, jumps=jumps, quantities={"f": gate[:, None]}), "f").code)
    # One in twenty by design.
    assert sum(code != "inside_gate_calm" for code in codes) <= 12


def test_a_state_is_told_by_its_size() -> None:
    found = gates_found(jumping(-0.5, 0.25).activity, "h")
    assert (found.code, found.values["calm"]) == ("inside_state", pytest.approx(0.5, abs=0.01))


def test_units_are_drawn_over_what_they_follow_and_turned_where_they_go_against_it() -> None:
    run, looked = looked_into()
    figure, drawn = tracking_figure(run, looked.tracking), drawn_of(looked.tracking)
    assert len(figure.data) == 2 * len(drawn)
    for number, one in enumerate(drawn):
        thing, unit = (np.asarray(figure.data[2 * number + place].y) for place in (0, 1))
        assert np.corrcoef(thing, unit)[0, 1] == pytest.approx(abs(one.strength), abs=1e-4)
        assert f"unit {one.unit + 1}" in figure.layout.annotations[number].text


def test_luck_is_said_where_nothing_is_more_than_luck() -> None:
    tracking = looked_into()[1].tracking
    lucky = replace(tracking, tracked=tuple(replace(one, luck=1.0) for one in tracking.tracked))
    sure, against = (
        replace(tracking, tracked=tuple(replace(one, luck=0.0, strength=side) for one in tracking.tracked))
        for side in (0.5, -0.5)
    )
    unknown = replace(tracking, tracked=())
    codes = [tracking_found(one).code for one in (lucky, sure, against, unknown)]
    assert codes == ["inside_tracks_nothing", "inside_tracks", "inside_tracks_against", "inside_tracks_unknown"]


def test_the_map_of_pulls_has_the_newest_row_first_and_bars_of_their_size() -> None:
    run, looked = looked_into()
    heat, bars = saliency_figure(run, looked, 0).data
    assert np.asarray(heat.z)[0] == pytest.approx(looked.pull[:, -1, 0], rel=1e-5)
    assert np.asarray(bars.x) == pytest.approx(np.abs(looked.pull[:, :, 0]).mean(axis=0)[::-1])
    assert np.asarray(bars.y).tolist() == list(range(1, 11))


def test_how_far_back_a_network_looks_is_said() -> None:
    looked = looked_into()[1]
    pull = np.zeros((40, 10, 1))
    pull[:, -1], pull[:, -2], pull[:, 0] = -3.0, 6.0, 1.0
    found = saliency_found(replace(looked, pull=pull), 0, "USD")
    assert (found.values["steps"], found.values["window"]) == (2, 10)
    assert str(found.values["first"]).split() == ["-3.00", "USD"]
    assert saliency_found(replace(looked, pull=0 * pull), 0, "USD").code == "inside_pull_nothing"
    assert mean_pull(pull[:, :, 0])[:2].tolist() == [3.0, 6.0]


def test_each_picture_has_words() -> None:
    _run, looked = looked_into("GRU")
    activity = looked.tracking.activity
    assert str(gates_alt(activity, "z")).startswith("The update gate z of 6 units from 2024-06-08 to 2024-07-17")
    assert "Correlations: unit " in str(tracking_alt(looked.tracking))
    assert "in each of 10 rows" in str(saliency_alt(looked, 0, "USD"))
    still = replace(looked, pull=0 * looked.pull)
    assert str(saliency_alt(still, 0, "USD")).endswith("newest – rows.")
