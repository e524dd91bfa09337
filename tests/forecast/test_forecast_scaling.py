"""Every scaler is fitted on training rows alone and finds its way back."""

from typing import Any

import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.scaling import SCALERS, Scaled, by_own_size, known_before, scale
from rnn_core.forecast.spec import PredictName, ScalingName
from rnn_core.forecast.split import Parts
from tests.forecast.forecast_series import count_up, series_of

VALUES = np.random.default_rng(1).normal(100, 15, size=(2, 80))


def spec_of(scaling: ScalingName, **fields: Any) -> ForecastSpec:
    return ForecastSpec(
        **{"window": 5, "target": "target", "inputs": ("other", "target"), "scaling": scaling, **fields}
    )


def cut(spec: ForecastSpec, target: np.ndarray, other: np.ndarray) -> Parts:
    return split(spec, series_of(target=target, other=other))


def learnt(parts: Parts, scaled: Scaled) -> np.ndarray:
    """What is asked of the network while it learns."""
    return scaled.target[parts.fit_rows.start + parts.window : parts.fit_rows.stop - parts.horizon + 1]


@pytest.mark.parametrize("name", SCALERS)
@pytest.mark.parametrize("predict", PREDICTS)
@pytest.mark.parametrize("horizon", [1, 3])
def test_nothing_after_the_rows_learnt_from_changes_how_they_are_scaled(
    name: ScalingName, predict: PredictName, horizon: int
) -> None:
    spec = spec_of(name, predict=predict, horizon=horizon, validation_share=0.2)
    parts = cut(spec, *VALUES)
    later = VALUES.copy()
    later[:, parts.fit_rows.stop :] *= 1000
    rows = slice(parts.fit_rows.start, parts.fit_rows.stop)
    one, two = scale(parts, spec), scale(cut(spec, *later), spec)
    assert np.array_equal(one.inputs[rows], two.inputs[rows])
    assert np.isfinite(learnt(parts, one)).all()
    assert np.array_equal(learnt(parts, one), learnt(parts, two))
    assert not np.array_equal(one.target, two.target, equal_nan=True)


@pytest.mark.parametrize("name", SCALERS)
def test_rows_before_the_training_part_change_nothing_either(name: ScalingName) -> None:
    spec = ForecastSpec(window=5, train_from="2024-01-21", scaling=name)
    plain = split(spec, series_of(value=VALUES[0]))
    wild = split(spec, series_of(value=np.r_[VALUES[0, :20] * 1000, VALUES[0, 20:]]))
    assert np.array_equal(learnt(plain, scale(plain, spec)), learnt(wild, scale(wild, spec)))


@pytest.mark.parametrize("name", SCALERS)
@pytest.mark.parametrize("predict", PREDICTS)
@pytest.mark.parametrize("horizon", [1, 3])
def test_what_is_asked_finds_its_way_back(name: ScalingName, predict: PredictName, horizon: int) -> None:
    spec = spec_of(name, predict=predict, horizon=horizon)
    parts = cut(spec, *VALUES)
    scaled, rows = scale(parts, spec), np.arange(5, 80 - horizon + 1)
    back = scaled.terms.in_unit(scaled.target[rows], known_before(parts, rows, own_size=scaled.terms.by_window))
    expected = np.stack([parts.target[rows + step] for step in range(horizon)], axis=1)
    assert back == pytest.approx(expected, rel=1e-5)
    assert (scaled.inputs.dtype, scaled.target.dtype, scaled.inputs.shape) == ("float32", "float32", (80, 2))


@pytest.mark.parametrize("name", [name for name in SCALERS if name != "window"])
def test_the_target_read_as_an_input_is_scaled_as_the_target_itself(name: ScalingName) -> None:
    scaled = scale(cut(spec_of(name), *VALUES), spec_of(name))
    assert np.array_equal(scaled.inputs[:, 1], scaled.target[:, 0])


@pytest.mark.parametrize("name", SCALERS)
@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_comes_back_as_none_instead_of_a_crash(name: ScalingName, broken: float) -> None:
    parts, rows = cut(spec_of(name), *VALUES), np.array([20, 21])
    terms = scale(parts, spec_of(name)).terms
    back = terms.in_unit(np.array([[0.5], [broken]], "float32"), known_before(parts, rows, own_size=terms.by_window))
    assert np.isfinite(back[:, 0]).tolist() == [True, False]


def test_scaled_values_by_hand() -> None:
    # Training rows are 0 to 9: minimum 0, maximum 9, mean 4.5, variance 8.25, quartiles 2.25 and 6.75.
    row = 18
    # The window 15, 16, 17 has the mean 16 and the variance 2 / 3.
    own = (18 - 16) / (2 / 3) ** 0.5
    expected = {"minmax": 2, "standard": (18 - 4.5) / 8.25**0.5, "robust": (18 - 4.5) / 4.5, "window": own, "none": 18}
    assert expected.keys() == SCALERS.keys()
    for name, value in expected.items():
        spec = ForecastSpec(window=3, test_share=0.5, scaling=name)
        assert scale(split(spec, count_up(20)), spec).target[row, 0] == pytest.approx(value, rel=1e-6)


def test_windows_brought_to_their_own_size_have_mean_0_and_spread_1() -> None:
    batch = by_own_size(VALUES.T[None, :10])
    assert batch.mean(axis=1) == pytest.approx(np.zeros((1, 2)), abs=1e-6)
    assert batch.std(axis=1) == pytest.approx(np.ones((1, 2)), rel=1e-6)
    assert not by_own_size(np.full((1, 4, 1), 3.5)).any()


def test_the_usual_scaler_is_listed_and_all_have_a_title() -> None:
    assert ForecastSpec.default("scaling") in SCALERS
    assert ForecastSpec.default("predict") in PREDICTS
    assert all(one.title for one in (*SCALERS.values(), *PREDICTS.values()))
