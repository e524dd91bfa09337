"""All scores: held against utilsforecast or a calculation by hand, and each has its words."""

from dataclasses import fields

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from utilsforecast import losses

from rnn_core.judge import SCORES, Scores, mape, r2, score
from rnn_core.judge.significance import Floats

ROWS = st.shared(st.integers(2, 40), key="rows")
VALUES = arrays(np.float64, ROWS, elements=st.floats(10, 1000))


def by_utilsforecast(actual: Floats, predicted: Floats, train: Floats) -> dict[str, float]:
    test = pd.DataFrame({"unique_id": "a", "ds": range(len(actual)), "y": actual, "model": predicted})
    before = pd.DataFrame({"unique_id": "a", "ds": range(len(train)), "y": train})
    plain = {name: getattr(losses, name)(test, ["model"]) for name in ("rmse", "mse", "mae", "mape")}
    found = plain | {"mase": losses.mase(test, ["model"], seasonality=1, train_df=before)}
    return {name: float(frame["model"].iloc[0]) for name, frame in found.items()}


@settings(deadline=None, max_examples=30)
@given(actual=VALUES, predicted=VALUES)
def test_scores_agree_with_utilsforecast(actual: Floats, predicted: Floats) -> None:
    train = np.array([50.0, 53.0, 49.0, 60.0])
    found = score(actual, predicted, actual, train_step=float(np.abs(np.diff(train)).mean()))
    theirs = by_utilsforecast(actual, predicted, train)
    if actual.min() <= 0.05 * actual.mean():
        theirs["mape"] = np.nan
    for name, value in theirs.items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9, abs=1e-9, nan_ok=True)


@settings(deadline=None, max_examples=30)
@given(actual=VALUES, predicted=VALUES, last=VALUES)
def test_r2_and_the_ratio_to_naive_agree_with_their_formulas(actual: Floats, predicted: Floats, last: Floats) -> None:
    found = score(actual, predicted, last, train_step=1.0)
    squares = float(((actual - predicted) ** 2).sum())
    around_mean, naive = float(((actual - actual.mean()) ** 2).sum()), float(((actual - last) ** 2).sum())
    if np.ptp(actual) > 1e-3:
        assert found.r2 == pytest.approx(1 - squares / around_mean, rel=1e-9, abs=1e-9)
    if naive > 1e-6:
        assert found.theils_u == pytest.approx((squares / naive) ** 0.5, rel=1e-9, abs=1e-9)


def test_scores_by_hand() -> None:
    actual, last = np.array([10.0, 12.0, 11.0, 15.0]), np.array([9.0, 10.0, 12.0, 11.0])
    found = score(actual, np.array([9.0, 12.0, 12.0, 13.0]), last, train_step=0.5)
    # Misses of 1, 0, 1 and 2; the naive line misses by 1, 2, 1 and 4; round their mean, 12, the values vary by 14.
    assert (found.mse, found.mae, found.mase) == (1.5, 1.0, 2.0)
    assert found.theils_u == pytest.approx((6 / 22) ** 0.5)
    assert found.r2 == pytest.approx(1 - 6 / 14)
    assert found.mape == pytest.approx((1 / 10 + 0 + 1 / 11 + 2 / 15) / 4)


def test_the_naive_line_beside_itself_scores_one_and_has_no_direction() -> None:
    last, actual = np.array([1.0, 2.0, 4.0]), np.array([2.0, 4.0, 3.0])
    found = score(actual, last, last, train_step=1.0)
    assert (found.theils_u, found.direction) == (1.0, None)
    # Where changes have grown since the training part even the naive line is above 1.
    assert found.mase == pytest.approx(4 / 3)


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_a_forecast_that_is_no_number_has_no_scores_at_all(broken: float) -> None:
    actual, predicted = np.arange(5.0), np.arange(5.0) + 1
    predicted[2] = broken
    found = score(actual, predicted, actual - 1, train_step=1.0)
    numbers = [getattr(found, field.name) for field in fields(Scores) if field.name != "direction"]
    assert np.isnan(numbers).all()
    assert found.direction is None


def test_scores_that_cannot_exist_are_missing() -> None:
    flat = np.full(5, 3.0)
    found = score(flat, flat + 1, flat, train_step=0.0)
    assert np.isnan([found.r2, found.theils_u, found.mase]).all()
    assert found.direction is None
    assert np.isnan(score(flat, flat, flat, train_step=float("nan")).mase)
    assert np.isnan(r2(np.array([1.0]), np.array([1.0])))


@pytest.mark.parametrize("near_zero", [0.0, 0.01, -5.0])
def test_values_near_zero_or_below_have_no_percentage(near_zero: float) -> None:
    assert np.isnan(mape(np.array([near_zero, 10.0, 12.0]), np.array([1.0, 10.0, 12.0])))


def test_every_score_has_its_words() -> None:
    assert list(SCORES) == [field.name for field in fields(Scores)]


@pytest.mark.parametrize("name", SCORES)
def test_help_is_one_or_two_sentences_and_a_source_has_a_year(name: str) -> None:
    words = SCORES[name]
    assert words.title
    assert words.help.endswith(".")
    assert 1 <= words.help.count(". ") + 1 <= 2
    assert any(part.strip(",.;").isdigit() for part in words.source.split())


def test_only_what_measures_success_is_better_high() -> None:
    assert {name for name, words in SCORES.items() if words.better == "high"} == {"r2", "direction"}


def test_mase_is_explained_beside_the_naive_lines_own() -> None:
    assert "naive line's own" in SCORES["mase"].help
