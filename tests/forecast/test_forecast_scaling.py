"""Every scaler is fitted on training rows alone and finds its way back."""

import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.scaling import SCALERS, scale
from rnn_core.forecast.spec import ScalingName, default
from rnn_core.forecast.split import Parts
from tests.forecast.forecast_series import count_up, series_of

VALUES = np.random.default_rng(1).normal(100, 15, size=(2, 80))


def cut(target: np.ndarray, other: np.ndarray) -> Parts:
    spec = ForecastSpec(window=5, target="target", inputs=("other", "target"))
    return split(spec, series_of(target=target, other=other))


@pytest.mark.parametrize("name", SCALERS)
def test_nothing_after_the_training_part_changes_how_it_is_scaled(name: ScalingName) -> None:
    parts = cut(*VALUES)
    later = VALUES.copy()
    later[:, parts.train.stop :] *= 1000
    train = slice(parts.train.start, parts.train.stop)
    one, two = scale(parts, name), scale(cut(*later), name)
    assert np.array_equal(one.inputs[train], two.inputs[train])
    assert np.array_equal(one.target[train], two.target[train])
    assert not np.array_equal(one.target, two.target)


@pytest.mark.parametrize("name", SCALERS)
def test_rows_before_the_training_part_change_nothing_either(name: ScalingName) -> None:
    spec = ForecastSpec(window=5, train_from="2024-01-21")
    plain = split(spec, series_of(value=VALUES[0]))
    wild = split(spec, series_of(value=np.r_[VALUES[0, :20] * 1000, VALUES[0, 20:]]))
    train = [slice(parts.train.start, parts.train.stop) for parts in (plain, wild)]
    assert np.array_equal(scale(plain, name).target[train[0]], scale(wild, name).target[train[1]])


@pytest.mark.parametrize("name", SCALERS)
def test_scaled_values_find_their_way_back(name: ScalingName) -> None:
    parts = cut(*VALUES)
    scaled = scale(parts, name)
    assert scaled.to_unit(scaled.target) == pytest.approx(parts.target, rel=1e-5)
    assert (scaled.inputs.dtype, scaled.target.dtype, scaled.inputs.shape) == ("float32", "float32", (80, 2))
    # The target read as an input is scaled as the target itself.
    assert np.array_equal(scaled.inputs[:, 1], scaled.target)


@pytest.mark.parametrize("name", SCALERS)
@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_comes_back_as_none_instead_of_a_crash(name: ScalingName, broken: float) -> None:
    back = scale(cut(*VALUES), name).to_unit(np.array([[0.5], [broken]], "float32"))
    assert np.isfinite(back).tolist() == [True, False]


def test_scaled_values_by_hand() -> None:
    parts = split(ForecastSpec(window=3, test_share=0.5), count_up(20))
    # Training rows are 0 to 9: minimum 0, maximum 9, mean 4.5, variance 8.25, quartiles 2.25 and 6.75.
    row = 18
    expected = {"minmax": 18 / 9, "standard": (18 - 4.5) / 8.25**0.5, "robust": (18 - 4.5) / 4.5, "none": 18}
    assert expected.keys() == SCALERS.keys()
    for name, value in expected.items():
        assert scale(parts, name).target[row] == pytest.approx(value, rel=1e-6)


def test_the_usual_scaler_is_listed_and_all_have_a_title() -> None:
    assert default("scaling") in SCALERS
    assert all(scaler.title for scaler in SCALERS.values())
