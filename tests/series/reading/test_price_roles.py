"""Prices without names are known by their behaviour."""

import numpy as np
import pytest

from rnn_core.series.reading.price_roles import roles_by_values
from tests.series.vendors.prices import daily

PRICES = daily()


def table(names: list[str]) -> dict[str, np.ndarray]:
    return {f"c{place}": PRICES[name].to_numpy("float64") for place, name in enumerate(names)}


def test_four_prices_and_a_volume_are_known() -> None:
    roles = roles_by_values(table(["open", "high", "low", "close", "volume"]))
    assert roles == {"open": "c0", "high": "c1", "low": "c2", "close": "c3", "volume": "c4"}


def test_they_may_stand_behind_other_numbers() -> None:
    assert roles_by_values(table(["volume", "open", "high", "low", "close"]))["open"] == "c1"


@pytest.mark.parametrize(
    "names", [["low", "open", "high", "close"], ["open", "open", "open", "open"], ["open", "high", "low"]]
)
def test_other_columns_are_no_prices(names: list[str]) -> None:
    assert roles_by_values(table(names)) == {}


def test_four_things_far_apart_are_no_prices() -> None:
    random = np.random.default_rng(1)
    low, high = random.uniform(0, 1, 50), random.uniform(100, 200, 50)
    assert roles_by_values({"a": low + 1, "b": high, "c": low, "d": low + 2}) == {}


@pytest.mark.filterwarnings("error")
def test_missing_and_huge_values_are_borne() -> None:
    huge = np.array([1.7e308, -1.7e308, np.nan] * 5)
    assert roles_by_values(dict.fromkeys("abcd", huge)) == {}
