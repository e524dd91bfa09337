"""What is read off loss curves, and what is said of them, also where a failure does not show."""

import numpy as np
import pytest

from rnn_core.lessons.failures import Curve, Misses, findings, see

GOOD = Curve(np.array([0.5, 0.1, 0.02]), np.array([0.4, 0.1, 0.03]))


def curve(training: list[float], validation: list[float] | None = None) -> Curve:
    return Curve(np.array(training), np.array(validation or training))


def test_a_curve_knows_its_best_epoch_its_rise_its_jumps_and_what_has_gone() -> None:
    found = curve([1.0, 0.5, 0.25, 0.2], [1.0, 0.4, 0.8, 0.6])
    assert (found.epochs, found.best_epoch, found.lowest, found.jumps, found.last) == (4, 2, 0.4, 1, 0.2)
    assert found.risen == pytest.approx(0.5)
    assert found.moved == pytest.approx(0.8)
    assert found.lost_after is None


def test_a_loss_that_is_no_number_is_told_with_its_epoch_whatever_the_failure() -> None:
    lost = curve([1.0, np.inf, np.nan], [1.0, np.nan, np.nan])
    assert lost.lost_after == 1
    assert lost.best_epoch == 1
    seen = see("rate", lost, GOOD)
    assert seen.shows
    assert str(seen.sentence).startswith("In epoch 2 the loss stopped being a number")
    assert np.isnan(curve([np.nan], [np.nan]).lowest)


@pytest.mark.parametrize(
    ("name", "wrong", "shows", "code"),
    [
        ("rate", curve([300.0, 400.0]), True, "worse_than_nothing"),
        ("rate", curve([2.0, 0.8]), True, "restless"),
        ("rate", curve([0.2, 0.1, 0.1], [0.1, 0.2, 0.1]), True, "restless"),
        ("rate", GOOD, False, "settles"),
        ("unscaled", curve([700.0, 600.0]), True, "worse_than_nothing"),
        ("unscaled", GOOD, False, "settles"),
        ("memory", curve([1.0, 0.9]), True, "out_of_reach"),
        ("memory", curve([0.9, 0.2], [np.nan, np.nan]), True, "out_of_reach"),
        ("memory", curve([0.5, 0.05]), False, "within_reach"),
        ("overfitting", curve([1.0, 0.1, 0.01], [1.0, 0.1, 0.3]), True, "scissors"),
        ("overfitting", curve([1.0, 0.3, 0.2], [1.0, 0.1, 0.11]), False, "no_scissors"),
        ("dead", curve([1.0, 0.95]), True, "flat"),
        ("dead", curve([1.0, 1.5]), True, "flat"),
        ("dead", curve([1.0, 0.1]), False, "moves"),
    ],
)
def test_what_is_said_follows_from_the_curves(name: str, wrong: Curve, shows: bool, code: str) -> None:
    seen = see(name, wrong, GOOD)
    assert (seen.shows, seen.sentence.code) == (shows, code)
    assert "{" not in str(seen.sentence)


@pytest.mark.parametrize(
    ("misses", "codes"),
    [
        (Misses(10.0, 1.0, 2.0), ["cured", "beats_naive"]),
        (Misses(10.0, 3.0, 2.0), ["cured", "naive_stays"]),
        (Misses(1.0, 1.0, 2.0), ["not_cured", "beats_naive"]),
        (Misses(float("nan"), 1.0, 2.0), ["cured_from_nothing", "beats_naive"]),
        (Misses(1.0, float("nan"), 2.0), ["not_cured", "naive_stays"]),
    ],
)
def test_whether_the_cure_helped_is_said_by_the_test_rows(misses: Misses, codes: list[str]) -> None:
    said = findings(see("rate", GOOD, GOOD), misses)
    assert [sentence.code for sentence in said[1:]] == codes
    assert misses.better == codes[0].startswith("cured")


def test_percent_and_amounts_are_said_with_three_digits() -> None:
    seen = see("overfitting", curve([1.0, 0.1, 0.01], [1.0, 0.1, 0.3]), GOOD)
    said = [str(sentence).replace("\N{NO-BREAK SPACE}", " ") for sentence in findings(seen, Misses(4, 2.5, 3, "spots"))]
    assert "Validation was best in epoch 2. From there on it grew worse by 200 %" in said[0]
    assert said[1] == "The cure works: on the test rows it misses by 2.50 spots instead of 4 spots."
