"""What a network reads of each row: columns, and what is derived from them."""

from typing import Any

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.features import FEATURES, Feature, read_feature
from rnn_core.forecast.scaling import scale
from tests.forecast.forecast_series import series_of

OPEN = np.linspace(10, 20, 40)
HIGH = OPEN + np.random.default_rng(1).uniform(0.5, 2, 40)
PRICES = series_of(Open=OPEN, High=HIGH, **{"P/E": OPEN * 2})


@pytest.mark.parametrize(
    ("text", "kind", "columns"),
    [
        ("open", "value", ("Open",)),
        ("change(High)", "change", ("High",)),
        (" Difference( high ) ", "difference", ("High",)),
        ("log(Open/High)", "ratio", ("Open", "High")),
        ("log(P/E/High)", "ratio", ("P/E", "High")),
        ("log(High/P/E)", "ratio", ("High", "P/E")),
    ],
)
def test_a_feature_is_read_as_a_person_writes_it(text: str, kind: str, columns: tuple[str, ...]) -> None:
    feature = read_feature(text, PRICES)
    assert feature == Feature(kind, columns)
    assert read_feature(feature.name, PRICES) == feature


def test_a_column_that_is_called_like_a_feature_is_that_column() -> None:
    assert read_feature("change(High)", series_of(**{"change(High)": OPEN})).kind == "value"


@pytest.mark.parametrize("text", ["change(Low)", "log(Open)", "log(Open/Low)", "log(/)", "speed(Open)", "change()"])
def test_what_names_no_column_is_refused(text: str) -> None:
    with pytest.raises(SpecError, match="Open") as refusal:
        read_feature(text, PRICES)
    assert refusal.value.code in {"unknown_column", "bad_ratio"}


def test_derived_columns_by_hand() -> None:
    inputs = ("Open", "change(High)", "difference(Open)", "log(Open/High)")
    parts = split(ForecastSpec(window=3, target="High", inputs=inputs), PRICES)
    # The first row has no row before it, so it is left out.
    assert len(parts.values) == 39
    assert parts.columns == ("High", *inputs)
    by_hand = [OPEN[1:], np.diff(np.log(HIGH)), np.diff(OPEN), np.log(OPEN[1:] / HIGH[1:])]
    assert parts.inputs == pytest.approx(np.column_stack(by_hand))
    assert np.array_equal(parts.target, HIGH[1:])


@pytest.mark.parametrize("kind", FEATURES)
def test_a_feature_of_a_row_does_not_change_with_later_rows(kind: str) -> None:
    later = HIGH.copy()
    later[30:] *= 3
    spec = ForecastSpec(window=3, target="High", inputs=(Feature(kind, ("High", "Open")).name,))
    one, two = split(spec, PRICES), split(spec, series_of(Open=OPEN, High=later))
    assert np.array_equal(one.inputs[:29], two.inputs[:29])


@pytest.mark.parametrize(
    "settings", [{"inputs": ("change(low)",)}, {"inputs": ("log(high/low)",)}, {"target": "low", "predict": "relative"}]
)
def test_logarithms_of_what_is_not_above_zero_are_refused(settings: dict[str, Any]) -> None:
    low = OPEN.copy()
    low[7] = 0
    with pytest.raises(SpecError) as refusal:
        split(ForecastSpec(window=3, **settings), series_of(high=HIGH, low=low))
    assert refusal.value.code == "not_above_zero"
    assert {"low is 0", "2024-01-08", "difference"} <= {
        part for part in ("low is 0", "2024-01-08", "difference") if part in str(refusal.value)
    }


def test_zeros_outside_the_chosen_days_do_no_harm() -> None:
    low = OPEN.copy()
    low[2] = 0
    spec = ForecastSpec(window=3, train_from="2024-01-06", inputs=("change(low)",), target="high")
    parts = split(spec, series_of(high=HIGH, low=low))
    assert np.isfinite(parts.inputs[parts.train.start : parts.test.stop]).all()


def test_the_row_that_the_first_one_looks_back_at_counts_too() -> None:
    with pytest.raises(SpecError) as refusal:
        split(ForecastSpec(window=3, inputs=("change(value)",)), series_of(value=range(40)))
    assert refusal.value.code == "not_above_zero"


@pytest.mark.parametrize("missing", ["drop", "previous"])
def test_what_has_no_logarithm_outside_the_chosen_days_stops_nothing(missing: Any) -> None:
    low = OPEN.copy()
    low[2] = 0
    spec = ForecastSpec(window=3, train_from="2024-01-10", inputs=("change(low)",), target="high", missing=missing)
    assert np.isfinite(scale(split(spec, series_of(high=HIGH, low=low)), spec).inputs[10:]).all()
