"""What cannot be cut is refused: the rule, what was received, and what to do."""

from typing import Any

import pytest

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, split
from rnn_core.series import Series, builtin_series, load_builtin, read_file
from tests.forecast.forecast_series import SHARED, count_up, needs_shared, series_of

NAN = float("nan")
HOLES = series_of(value=[*range(10), NAN, NAN, *range(12, 40)])
FLAT = series_of(value=[5.5] * 35 + [6.5] * 5)
FLAT_INPUT = count_up(40, other=[2.0] * 40)


@pytest.mark.parametrize(
    ("code", "series", "settings", "received", "advice"),
    [
        ("missing_values", HOLES, {}, ("value", "2", "2024-01-11"), "Choose another column"),
        ("constant", FLAT, {}, ("value", "5.50"), "Choose another column or other dates"),
        ("constant", FLAT_INPUT, {"target": "value", "inputs": ("other",)}, ("other", "2.00"), "Choose another column"),
        ("window_too_long", count_up(40), {"window": 31}, ("31 steps", "32 rows"), "Choose 30 or less"),
        (
            "train_empty",
            count_up(40),
            {"train_from": "2025-01-01"},
            ("2024-01-01", "2024-02-09"),
            "Choose other dates for training",
        ),
        (
            "train_empty",
            count_up(40),
            {"train_to": "2023-12-31"},
            ("2024-01-01", "2024-02-09"),
            "Choose other dates for training",
        ),
        (
            "test_empty",
            count_up(40),
            {"test_from": "2024-02-10"},
            ("2024-01-01", "2024-02-09"),
            "Choose an earlier start of the test part",
        ),
        (
            "test_empty",
            count_up(40),
            {"train_from": "2024-01-05", "train_to": "2024-02-09"},
            ("2024-01-01", "2024-02-09"),
            "Choose an earlier start of the test part",
        ),
        ("unknown_column", count_up(40), {"target": "Closing"}, ("made up", "Closing"), "Choose one of: value"),
        ("unknown_column", count_up(40), {"inputs": ("value", "Opn")}, ("made up", "Opn"), "Choose one of: value"),
    ],
)
def test_what_cannot_be_cut_is_refused_in_words(
    code: str, series: Series, settings: dict[str, Any], received: tuple[str, ...], advice: str
) -> None:
    with pytest.raises(SpecError) as refusal:
        split(ForecastSpec.make(**{"window": 5, **settings}), series)
    assert refusal.value.code == code
    for part in (*received, advice):
        assert part in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_the_advised_longest_window_fits() -> None:
    assert split(ForecastSpec(window=30), count_up(40)).train_windows == 2


@pytest.mark.parametrize("missing", ["drop", "previous"])
def test_a_column_without_any_value_leaves_no_training_part(missing: str) -> None:
    with pytest.raises(SpecError, match="training part is empty"):
        split(ForecastSpec(window=3, missing=missing), series_of(value=[NAN] * 20))


def test_a_chosen_way_with_missing_values_is_no_refusal() -> None:
    for missing in ("drop", "previous"):
        assert split(ForecastSpec(window=5, missing=missing), HOLES).test_windows > 0


@pytest.mark.parametrize(
    "days",
    [
        {"train_from": "2024-02-01", "train_to": "2024-01-01"},
        {"test_from": "2024-02-01", "test_to": "2024-01-01"},
        {"train_to": "2024-02-01", "test_from": "2024-01-01"},
        {"train_from": "2024-02-01", "test_to": "2024-01-01"},
        {"train_to": "2024-02-01", "test_from": "2024-02-01"},
    ],
)
def test_days_in_the_wrong_order_are_refused(days: dict[str, str]) -> None:
    with pytest.raises(SpecError) as refusal:
        ForecastSpec.make(**days)
    assert refusal.value.code == "days_contradict"
    assert "must come after" in str(refusal.value)
    assert f"in this order: {', '.join(days.values())}. Choose other days." in str(refusal.value)


def test_days_in_the_wrong_order_are_refused_in_the_same_words_without_make() -> None:
    with pytest.raises(SpecError) as refusal:
        ForecastSpec(train_from="2024-02-01", train_to="2024-01-01")
    assert refusal.value.code == "days_contradict"


@pytest.mark.parametrize("settings", [{"test_share": 0.25}, {"test_from": "2024-01-31"}])
def test_a_test_part_in_which_every_value_is_filled_in_is_empty(settings: dict[str, Any]) -> None:
    ends_in_a_gap = series_of(value=[*range(30), *[NAN] * 10])
    with pytest.raises(SpecError) as refusal:
        split(ForecastSpec.make(window=5, missing="previous", **settings), ends_in_a_gap)
    assert refusal.value.code == "test_empty"
    assert "Choose an earlier start of the test part" in str(refusal.value)


@needs_shared
@pytest.mark.parametrize(
    ("file", "code"), [("too_short_12_rows.csv", "window_too_long"), ("constant_price.csv", "constant")]
)
def test_files_that_no_network_can_learn_from_are_refused(file: str, code: str) -> None:
    with pytest.raises(SpecError) as refusal:
        split(ForecastSpec(), read_file(SHARED / "formats" / file))
    assert refusal.value.code == code


@pytest.mark.parametrize("name", builtin_series())
def test_every_builtin_series_fits_the_defaults(name: str) -> None:
    parts = split(ForecastSpec(), load_builtin(name))
    assert parts.train_windows > 0
    assert parts.test_windows > 0
