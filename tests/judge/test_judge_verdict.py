"""The verdict, case by case: it never calls luck a win, and never hides that the last value was as close."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.judge import Verdict, rmse, verdict
from rnn_core.judge.significance import Floats, chance_of_luck
from rnn_core.words import Percent

ROWS = 200
RNG = np.random.default_rng(12)
ACTUAL = RNG.normal(0, 1, ROWS).cumsum() + 100
NOISE = RNG.normal(0, 1, (6, ROWS))
NAIVE = ACTUAL + 2 * NOISE[0]
CLOSE, ALSO_CLOSE = ACTUAL + 0.5 * NOISE[1], ACTUAL + 0.5 * NOISE[2]
FAR = ACTUAL + 6 * NOISE[3]
LOST = np.full(ROWS, np.nan)


def codes(found: Verdict) -> list[str]:
    return [sentence.code for sentence in found.sentences]


def said(found: Verdict) -> str:
    """The verdict's words; whether a space may break a line is not the point here."""
    return str(found).replace("\xa0", " ")


def scaled_to(error: Floats, size: float) -> Floats:
    """`error` with a root mean square of exactly `size`."""
    return error * size / rmse(np.zeros(len(error)), error)


def test_one_that_beats_the_naive_line() -> None:
    found = verdict(ACTUAL, NAIVE, {"GRU": CLOSE}, "USD")
    assert (codes(found), found.best, found.better_than_naive) == (["one", "better"], "GRU", "yes")
    assert "unlikely to be luck (p < 0.0001)" in said(found)
    percent = round((1 - rmse(ACTUAL, CLOSE) / rmse(ACTUAL, NAIVE)) * 100)
    assert f"beats the naive line by {percent} %" in said(found)
    assert "USD against" in said(found)


def test_one_that_is_worse_than_the_naive_line() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": FAR})
    assert (codes(found), found.best, found.better_than_naive) == (["one", "worse"], "LSTM", "no")
    assert "simply repeating the last value would have been closer still" in said(found)


def test_exactly_as_good_as_the_naive_line_is_not_better() -> None:
    assert verdict(ACTUAL, NAIVE, {"LSTM": NAIVE.copy()}).better_than_naive == "no"


def test_a_little_better_on_a_noisy_test_is_unsure() -> None:
    forecast = ACTUAL + scaled_to(NOISE[4], rmse(ACTUAL, NAIVE) * 0.99)
    found = verdict(ACTUAL, NAIVE, {"GRU": forecast})
    assert (codes(found), found.better_than_naive) == (["one", "unsure"], "cannot tell")
    assert "1 % closer" in said(found)
    assert "(p = " in said(found)


def test_the_best_of_several_counts_its_chance_of_luck_once_for_each() -> None:
    lucky = ACTUAL + scaled_to(NOISE[4], rmse(ACTUAL, NAIVE) * 0.85)
    luck = chance_of_luck(ACTUAL, lucky, NAIVE)
    others = {str(number): FAR + number for number in range(1, 20)}
    assert 0.05 / 20 < luck < 0.05
    alone, picked = (verdict(ACTUAL, NAIVE, {"GRU": lucky, **more}) for more in ({}, others))
    assert (alone.better_than_naive, picked.better_than_naive) == ("yes", "cannot tell")
    assert f"(p = {luck:.2g})" in said(alone)
    assert f"(p = {luck * 20:.2g})" in said(picked)


def test_one_that_lost_itself_counts_as_a_try() -> None:
    forecast = ACTUAL + scaled_to(NOISE[4], rmse(ACTUAL, NAIVE) * 0.85)
    luck = chance_of_luck(ACTUAL, forecast, NAIVE)
    assert f"(p = {luck * 2:.2g})" in said(verdict(ACTUAL, NAIVE, {"GRU": forecast, "LSTM": LOST}))


def test_better_on_a_handful_of_rows_is_unsure() -> None:
    found = verdict(ACTUAL[:9], NAIVE[:9], {"GRU": ACTUAL[:9] + 0.001})
    assert found.better_than_naive == "cannot tell"
    assert "9 test rows are too few" in said(found)


def test_two_equally_good_ones_cannot_be_told_apart() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": CLOSE, "GRU": ALSO_CLOSE})
    assert codes(found) == ["alike", "better"]
    assert "cannot be told apart" in said(found)


def test_of_two_different_ones_the_closest_is_named_with_its_lead() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": FAR, "GRU": CLOSE}, "ppm")
    assert (codes(found), found.best) == (["closest", "better"], "GRU")
    lead = rmse(ACTUAL, FAR) / rmse(ACTUAL, CLOSE) - 1
    assert found.sentences[0].values["further"] == Percent(lead)
    assert said(found).startswith("GRU came closest (RMSE 0.")


def test_only_the_two_best_of_three_are_compared() -> None:
    found = verdict(ACTUAL, NAIVE, {"SimpleRNN": FAR, "LSTM": CLOSE, "GRU": ALSO_CLOSE})
    assert {found.sentences[0].values["best"], found.sentences[0].values["second"]} == {"LSTM", "GRU"}


def test_one_that_lost_itself_is_named_after_the_others() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": LOST, "GRU": CLOSE})
    assert (codes(found), found.best) == (["one", "better", "lost"], "GRU")
    assert "LSTM did not learn" in said(found)
    assert "smaller learning rate" in said(found)


def test_when_all_lost_themselves_nobody_is_best() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": LOST, "GRU": LOST})
    assert (codes(found), found.best, found.better_than_naive) == (["lost", "lost", "naive alone"], None, "no")
    assert not found.separate


def test_a_perfect_forecast_is_judged_too() -> None:
    found = verdict(ACTUAL, NAIVE, {"LSTM": ACTUAL.copy(), "GRU": CLOSE})
    assert (found.best, found.better_than_naive) == ("LSTM", "yes")
    assert "GRU was – further off" in said(found)


def test_a_test_part_that_never_changes_leaves_nothing_to_beat() -> None:
    flat = np.full(30, 5.0)
    found = verdict(flat, flat, {"LSTM": flat + 0.1})
    assert found.better_than_naive == "no"


@pytest.mark.parametrize("unit", ["", "USD"])
def test_every_verdict_is_whole_sentences(unit: str) -> None:
    for predictions in ({"A": CLOSE}, {"A": FAR}, {"A": CLOSE, "B": ALSO_CLOSE}, {"A": LOST}):
        text = said(verdict(ACTUAL, NAIVE, predictions, unit))
        assert text.endswith(".")
        assert "{" not in text
        assert "  " not in text


def test_seeds_may_come_as_a_list_or_as_rows_of_an_array() -> None:
    seeds = [CLOSE, ALSO_CLOSE, FAR]
    listed, stacked = (verdict(ACTUAL, NAIVE, {"GRU": values}) for values in (seeds, np.array(seeds)))
    assert listed == stacked
    ranked = sorted(range(3), key=lambda seed: rmse(ACTUAL, seeds[seed]))
    assert listed.middle == {"GRU": ranked[1]}
    assert codes(listed) == ["one of many", "better over seeds"]
    assert "in 2 of 3 seeds" in said(listed)


def test_of_one_run_and_of_failed_ones_the_middle_is_told_too() -> None:
    found = verdict(ACTUAL, NAIVE, {"GRU": CLOSE, "LSTM": [LOST, FAR, LOST]})
    assert found.middle == {"GRU": 0, "LSTM": 0}
    assert (found.best, codes(found)) == ("GRU", ["one", "better", "some lost"])


def test_networks_whose_seeds_overlap_have_no_winner() -> None:
    wide = [ALSO_CLOSE + 0.1, ACTUAL + NOISE[3], ACTUAL + 2 * NOISE[4]]
    close = [CLOSE, ALSO_CLOSE, ACTUAL + 0.6 * NOISE[5]]
    found = verdict(ACTUAL, NAIVE, {"LSTM": wide, "GRU": close})
    assert (codes(found)[0], found.best, found.separate) == ("alike over seeds", "GRU", False)
    assert "over 3 seeds their ranges of RMSE overlap" in said(found)


def test_a_winner_is_separate() -> None:
    assert verdict(ACTUAL, NAIVE, {"LSTM": FAR, "GRU": CLOSE}).separate
    assert not verdict(ACTUAL, NAIVE, {"LSTM": CLOSE, "GRU": ALSO_CLOSE}).separate
    assert not verdict(ACTUAL, NAIVE, {"GRU": CLOSE}).separate


def test_a_linear_model_that_does_as_well_is_told() -> None:
    found = verdict(
        ACTUAL, NAIVE, {"GRU": ACTUAL + scaled_to(NOISE[1], 0.5)}, linear=ACTUAL + scaled_to(NOISE[2], 0.49)
    )
    assert codes(found)[2] == "linear as close"
    assert "does as well (0.490)" in said(found)


def test_a_curve_that_only_repeats_the_last_value_is_told() -> None:
    last = np.r_[100.0, ACTUAL[:-1]]
    found = verdict(ACTUAL, last, {"GRU": last + 0.3 * NOISE[1]})
    assert (codes(found), found.better_than_naive) == (["one", "worse", "repeats"], "no")


def test_a_network_that_says_the_same_everywhere_never_wins() -> None:
    flat = np.full(ROWS, ACTUAL.mean() + 50)
    found = verdict(ACTUAL, NAIVE, {"GRU": flat}, train_mean=100.0)
    assert (codes(found), found.best, found.better_than_naive) == (["flat", "naive alone"], None, "no")


def test_nothing_to_compare_is_said_so() -> None:
    nothing = np.empty(0)
    assert codes(verdict(nothing, nothing, {"GRU": nothing})) == ["nothing"]
    assert codes(verdict(ACTUAL, NAIVE, {})) == ["nothing"]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([0.2, 0.9, 1.1, 3.0, np.nan]), min_size=1, max_size=6))
def test_a_yes_means_that_more_than_half_of_the_seeds_beat_the_naive_line(sizes: list[float]) -> None:
    naive = rmse(ACTUAL, NAIVE)
    seeds = [ACTUAL + scaled_to(NOISE[number], naive * size) for number, size in enumerate(sizes)]
    found = verdict(ACTUAL, NAIVE, {"GRU": seeds})
    if found.better_than_naive == "yes":
        assert sum(size < 1 for size in sizes) * 2 > len(sizes)


@pytest.mark.parametrize("kind", ["the last value and noise", "a fitted autoregression"])
def test_on_random_walks_a_yes_is_rarer_than_one_in_twenty(kind: str) -> None:
    """Nothing can be foretold there, so each yes is an error of the test."""
    wrong = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        values = 100 + rng.normal(size=350).cumsum()
        actual, last, train = values[200:], values[199:-1], values[:200]
        slope, level = np.polyfit(train[:-1], train[1:], 1)
        forecast = last + 0.1 * rng.normal(size=150) if kind.endswith("noise") else slope * last + level
        wrong += verdict(actual, last, {"GRU": forecast}).better_than_naive == "yes"
    assert wrong <= 10
