"""Each mistake is made as it is told: on series whose nature is known, and on such as break things."""

import time
from dataclasses import replace

import numpy as np
import pytest

from rnn_core.lessons.pitfalls import PITFALLS, Demonstration
from rnn_core.series import builtin_series
from tests.lessons.made_material import made, material_of

RNG = np.random.default_rng(5)
WALK = np.cumsum(RNG.normal(size=400))
ODD = {
    "negative": WALK - 1000,
    "tiny": WALK * 1e-9,
    "huge": WALK * 1e9,
    "straight": np.arange(400.0),
    "still in the test": np.concatenate([WALK[:320], np.full(80, WALK[319])]),
    "zeros and ones": np.arange(400) % 2,
    "just enough": WALK[:75],
    "one jump": np.concatenate([np.zeros(100), np.full(300, 5.0)]),
}


def show(name: str, material, amount: int | None = None) -> Demonstration:
    knob = PITFALLS[name].knob(material)
    return PITFALLS[name].demonstrate(material, knob.start if amount is None else amount)


def codes(shown: Demonstration) -> list[str]:
    return [sentence.code for sentence in shown.findings]


def test_shuffling_makes_looking_up_beat_the_naive_line_on_a_random_walk_and_time_does_not() -> None:
    shown = show("shuffling", material_of("walk"))
    assert shown.cheated.against_naive < 0.95
    assert shown.honest.against_naive > 1.05
    assert codes(shown) == ["neighbours", "pays", "seems_to_win"]


def test_shuffled_test_rows_are_as_many_and_none_of_them_is_learnt_from() -> None:
    material = material_of("walk")
    shown = show("shuffling", material)
    assert len(shown.cheated.rows) == len(shown.honest.rows) == 200
    assert len(set(shown.cheated.rows)) == 200
    assert shown.honest.rows.tolist() == material.test.tolist()
    assert shown.findings[0].values["beside"] > 150


def test_shuffling_gains_nothing_on_a_sine_which_repeats_itself_anyway() -> None:
    assert codes(show("shuffling", material_of("sine"))) == ["neighbours", "gains_nothing", "both_win"]


def test_a_scaler_that_sees_the_test_part_pays_on_a_rising_share() -> None:
    shown = show("scaling", material_of("share"))
    assert shown.cheated.rmse < 0.7 * shown.honest.rmse
    assert codes(shown) == ["outside", "pays", "none_wins"]
    # Only the upper end is passed, so only that is marked.
    assert shown.picture.levels == (material_of("share").train_values.max(),)


def test_a_scaler_that_sees_the_test_part_gains_nothing_on_a_walk_and_on_a_sine() -> None:
    for name in ("walk", "sine"):
        assert "gains_nothing" in codes(show("scaling", material_of(name)))


def test_where_no_test_value_is_new_both_scalers_are_the_same() -> None:
    shown = show("scaling", made(np.sin(np.arange(400) * np.pi / 2)))
    assert codes(shown)[0] == "inside"
    assert shown.picture.levels == ()
    np.testing.assert_array_equal(shown.cheated.predicted, shown.honest.predicted)


@pytest.mark.parametrize("amount", [1, 2, 3])
def test_the_more_columns_of_the_same_day_the_closer(amount: int) -> None:
    material = material_of("share")
    more, fewer = show("peeking", material, amount), show("peeking", material, amount - 1)
    assert more.cheated.rmse < fewer.cheated.rmse * 1.01
    assert more.honest.rmse == fewer.honest.rmse
    assert "Open" in more.findings[0].values["columns"]


def test_high_and_low_of_the_same_day_beat_the_naive_line_and_those_of_the_day_before_do_not() -> None:
    shown = show("peeking", material_of("share"))
    assert shown.cheated.against_naive < 0.5
    assert "seems_to_win" in codes(shown)


def test_a_centred_average_gives_a_random_walk_away_and_one_of_the_past_does_not() -> None:
    shown = show("peeking", material_of("walk"), 1)
    assert shown.cheated.against_naive < 0.5
    assert shown.honest.against_naive > 0.98


@pytest.mark.parametrize("name", ["share", "walk"])
def test_without_peeking_both_are_the_same(name: str) -> None:
    shown = show("peeking", material_of(name), 0)
    assert codes(shown) == ["no_peek"]
    np.testing.assert_allclose(shown.cheated.predicted, shown.honest.predicted)


def test_a_naive_line_of_twenty_steps_is_beaten_by_any_model_and_one_of_as_many_is_not() -> None:
    shown = show("horizons", material_of("walk"), 20)
    assert shown.cheated.against_naive < 0.4
    assert shown.honest.against_naive > 0.95
    assert "seems_to_win" in codes(shown)


def test_one_step_beside_one_step_is_fair() -> None:
    shown = show("horizons", material_of("walk"), 1)
    assert codes(shown) == ["same_horizon"]
    assert shown.cheated.rmse == shown.honest.rmse


def test_a_forecast_of_many_steps_does_not_read_the_rows_in_between() -> None:
    material = material_of("walk")
    values = material.values.copy()
    values[material.test[1:]] += 100.0
    shown, changed = (show("horizons", one, 20) for one in (material, replace(material, values=values)))
    np.testing.assert_allclose(changed.honest.predicted[:20], shown.honest.predicted[:20])


def test_the_naive_line_looks_perfect_and_is_exactly_as_good_as_itself() -> None:
    shown = show("lag", material_of("walk"))
    praise, judged = shown.scores
    assert praise.value > 0.95
    assert judged.value == 1.0
    assert codes(shown) == ["looks_perfect", "late"]


@pytest.mark.parametrize("rows", [60, 15])
def test_from_near_fewer_rows_are_shown_and_scored(rows: int) -> None:
    shown = show("lag", material_of("walk"), rows)
    assert [len(line.y) for line in shown.picture.lines] == [rows, rows]
    assert shown.scores[0].value < show("lag", material_of("walk")).scores[0].value


def test_the_illusion_does_not_work_where_values_jump() -> None:
    assert codes(show("lag", made(RNG.normal(size=400)))) == ["looks_poor", "late"]


@pytest.mark.parametrize("name", PITFALLS)
@pytest.mark.parametrize("series", builtin_series())
def test_every_mistake_can_be_made_on_every_builtin_series(name: str, series: str) -> None:
    shown = show(name, material_of(series))
    for forecast in (shown.cheated, shown.honest):
        assert len(forecast.rows) == len(forecast.predicted) == len(forecast.naive)
        assert np.isfinite(forecast.predicted).all()
    assert all(str(sentence) for sentence in shown.findings)


@pytest.mark.parametrize("name", PITFALLS)
@pytest.mark.parametrize("kind", ODD)
def test_no_mistake_breaks_on_odd_values(name: str, kind: str) -> None:
    material = made(ODD[kind], peers={"twin": ODD[kind] + 1} if kind == "huge" else {})
    knob = PITFALLS[name].knob(material)
    amounts = [amount for amount, _words in knob.choices] or [knob.low, knob.start, knob.high]
    for amount in amounts:
        shown = PITFALLS[name].demonstrate(material, amount)
        assert np.isfinite(shown.honest.predicted).all()
        assert all(str(one.value) and str(one.note) for one in shown.scores)


@pytest.mark.parametrize("name", PITFALLS)
def test_a_mistake_of_a_thousand_test_rows_takes_less_than_a_second(name: str) -> None:
    material = made(np.cumsum(RNG.normal(size=5000)))
    show(name, material)  # the first one loads what it needs
    began = time.process_time()
    knob = PITFALLS[name].knob(material)
    PITFALLS[name].demonstrate(material, knob.high or knob.start)
    # Of all threads together; the bound is wide, so that a slow machine does not fail it.
    assert time.process_time() - began < 4


@pytest.mark.parametrize("name", PITFALLS)
def test_the_same_mistake_again_gives_the_same_numbers(name: str) -> None:
    first, second = (show(name, material_of("walk")) for _ in range(2))
    np.testing.assert_array_equal(first.cheated.predicted, second.cheated.predicted)


def test_what_can_be_moved_starts_within_its_ends() -> None:
    for pitfall in PITFALLS.values():
        for series in ("share", "walk"):
            knob = pitfall.knob(material_of(series))
            allowed = [value for value, _words in knob.choices] or range(knob.low, knob.high + 1, knob.step)
            assert knob.start in allowed
